import PTX

extension EmulatedProgram {
  /// Runs the kernel on `memory`.
  ///
  /// - Returns: What it did.
  /// - Throws: The first fault of the block that comes first, whatever the number of threads.
  package func run(
    _ launch: EmulatedLaunch, memory: EmulatedMemory, options: EmulatorOptions = EmulatorOptions()
  ) throws(EmulatorReport) -> EmulatorStatistics {
    try check(launch)
    let addresses = try addresses(in: memory)
    let parameters = parameterBytes(launch)
    let total = launch.grid.x * launch.grid.y * launch.grid.z
    guard total > 0 else { return EmulatorStatistics() }
    let results = LaunchResults()
    let makeBlock = {
      Block(
        program: self, launch: launch, memory: memory, options: options, parameters: parameters,
        symbols: addresses)
    }
    let workers = Int(min(UInt64(max(options.workerCount, 1)), total))
    if workers == 1 {
      Self.work(makeBlock(), total: total, grid: launch.grid, results)
    } else {
      HostThreads.run(count: workers) { _ in
        Self.work(makeBlock(), total: total, grid: launch.grid, results)
      }
    }
    return try results.statistics()
  }

  /// Runs blocks until none is left or one before them has failed.
  private static func work(
    _ block: Block, total: UInt64, grid: GridPosition, _ results: LaunchResults
  ) {
    while let number = results.takeBlock(of: total) {
      let position = GridPosition(
        number % grid.x, number / grid.x % grid.y, number / grid.x / grid.y)
      block.statistics = EmulatorStatistics()
      do throws(Stop) {
        try block.run(position)
        block.closeLine()
        results.add(block.statistics, ofBlock: number)
      } catch {
        if let report = block.report { results.add(report, ofBlock: number) }
        return
      }
    }
  }

  /// The bytes of all parameters, each at its place.
  private func parameterBytes(_ launch: EmulatedLaunch) -> [UInt8] {
    var bytes = Array(repeating: UInt8(0), count: parameterByteCount)
    for (offset, parameter) in zip(parameterOffsets, launch.parameters) {
      bytes.replaceSubrange(offset..<(offset + parameter.count), with: parameter)
    }
    return bytes
  }

  /// The addresses that symbols stand for; variables of the device come to life at the first
  /// launch.
  private func addresses(
    in memory: EmulatedMemory
  ) throws(EmulatorReport) -> [String: UInt64] {
    var addresses = memory.variables[number] ?? [:]
    if addresses.isEmpty {
      for variable in variables {
        do {
          let address = try memory.allocate(
            byteCount: variable.byteCount, alignment: max(variable.alignment, 16),
            name: variable.name, isConstant: variable.isConstant)
          memory.write(variable.initialBytes, at: address)
          addresses[variable.name] = address
        } catch {
          throw EmulatorReport(.invalidLaunch, "\(error)", file: file)
        }
      }
      for variable in variables {
        for entry in variable.addressEntries {
          let value = (addresses[entry.name] ?? 0) &+ UInt64(bitPattern: entry.offset)
          let bytes = (0..<8).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
          memory.write(bytes, at: (addresses[variable.name] ?? 0) + UInt64(entry.at))
        }
      }
      memory.variables[number] = addresses
    }
    for (name, offset) in sharedOffsets {
      addresses[name] = UInt64(AddressWindow.sharedStart + offset)
    }
    return addresses
  }

  private func check(_ launch: EmulatedLaunch) throws(EmulatorReport) {
    func fail(_ message: String) -> EmulatorReport {
      EmulatorReport(.invalidLaunch, message, file: file)
    }
    guard launch.parameters.count == parameterByteCounts.count else {
      throw fail(
        "\(launch.parameters.count) parameters given, '\(kernel)' has \(parameterByteCounts.count)")
    }
    for (index, bytes) in launch.parameters.enumerated()
    where bytes.count != parameterByteCounts[index] {
      throw fail(
        "parameter \(index) has \(bytes.count) bytes, '\(kernel)' expects "
          + "\(parameterByteCounts[index])")
    }
    let threads = launch.threads
    guard threads.x <= 1024, threads.y <= 1024, threads.z <= 64 else {
      throw fail("a block of \(threads) threads is larger than (1024, 1024, 64)")
    }
    let count = threads.x * threads.y * threads.z
    guard (1...1024).contains(count) else { throw fail("a block of \(count) threads") }
    guard launch.grid.x < 1 << 31, launch.grid.y < 1 << 16, launch.grid.z < 1 << 16 else {
      throw fail("a grid of \(launch.grid) blocks is larger than (2147483647, 65535, 65535)")
    }
    if let size = directives.requiredThreads,
      (threads.x, threads.y, threads.z) != (UInt64(size.x), UInt64(size.y), UInt64(size.z))
    {
      throw fail("'\(kernel)' requires blocks of (\(size.x), \(size.y), \(size.z)) threads")
    }
    if let size = directives.maximumThreads, count > UInt64(size.x * size.y * size.z) {
      throw fail("'\(kernel)' allows \(size.x * size.y * size.z) threads in a block")
    }
    guard launch.dynamicSharedByteCount >= 0 else { throw fail("less than no shared memory") }
    let shared = staticSharedByteCount + launch.dynamicSharedByteCount
    guard shared <= target.sharedByteLimit else {
      throw fail(
        "\(shared) bytes of shared memory are more than the \(target.sharedByteLimit) of \(target)")
    }
  }
}

extension PTXTarget {
  /// How many bytes of shared memory a block can have (CUDA C++ Programming Guide, "Compute
  /// Capabilities").
  var sharedByteLimit: Int {
    switch number {
    case 80, 87: 163 << 10
    case 86, 89, 120, 121: 99 << 10
    default: number >= 90 ? 227 << 10 : 99 << 10
    }
  }
}
