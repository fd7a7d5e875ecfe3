import Compiler
import Emulator
import IR
import PTX
import Support

/// Compiles recorded kernels and runs the PTX on the emulator.
public struct EmulatedCompiler: Sendable {
  private let target: PTXTarget
  private let options: EmulatorOptions

  /// What kernels are compiled for when nothing else is asked for.
  public static let defaultTarget = "sm_90a"

  /// A compiler for the machine that PTX calls `target`; `nil` if there is none.
  ///
  /// - Parameter tracksRaces: whether conflicting accesses to shared memory are found.
  public init?(target: String = defaultTarget, tracksRaces: Bool = true) {
    guard let found = PTXTarget(name: target) else { return nil }
    self.target = found
    var options = EmulatorOptions()
    options.tracksRaces = tracksRaces
    self.options = options
  }

  /// What the launch of `module`, as it was recorded, leaves in buffers that hold `before`.
  ///
  /// - Parameter granularity: what the sizes of buffers are rounded up to.
  func run(
    _ module: consuming Module, _ record: LaunchRecord, _ before: [[UInt8]], granularity: Int
  ) throws -> [[UInt8]] {
    let compiler = KernelCompiler(
      CompilerOptions(target: target, warpCount: record.options?.warpCount ?? 4))
    let kernel = try compiler.compile(module)
    let source = SourceText(name: "\(kernel.name).ptx", bytes: kernel.ptx)
    let program = try EmulatedProgram(
      try PTXReading(source), source: source, kernel: kernel.name)

    let memory = EmulatedMemory()
    var addresses: [Int: UInt64] = [:]
    for (buffer, bytes) in zip(record.buffers, before) {
      let size = (bytes.count + granularity - 1) / granularity * granularity
      let address = try memory.allocate(byteCount: size, name: "buffer\(buffer.index)")
      memory.write(bytes + Array(repeating: 0, count: size - bytes.count), at: address)
      addresses[buffer.index] = address
    }
    let values = try record.arguments.flatMap { try Self.parameterValues($0, addresses) }
    guard values.count == kernel.parameters.count else {
      throw CaseError(
        "the kernel takes \(kernel.parameters.count) parameters, the launch passes "
          + "\(values.count)")
    }
    let parameters = zip(values, kernel.parameters).map { value, parameter in
      (0..<parameter.byteCount).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
    }
    let launch = EmulatedLaunch(
      grid: GridPosition(
        UInt64(record.grid[0]), UInt64(record.grid[1]), UInt64(record.grid[2])),
      threads: GridPosition(UInt64(32 * kernel.warpCount)),
      dynamicSharedByteCount: kernel.sharedByteCount, parameters: parameters)
    _ = try program.run(launch, memory: memory, options: options)
    return zip(record.buffers, before).map { buffer, bytes in
      addresses[buffer.index].map { memory.read(at: $0, count: bytes.count) } ?? []
    }
  }

  /// What is passed for the parameters that `argument` stands for: of a descriptor the address,
  /// whether tiles are padded with NaN, the extents and the strides.
  private static func parameterValues(
    _ argument: LaunchRecord.Argument, _ addresses: [Int: UInt64]
  ) throws -> [UInt64] {
    func address(_ pointer: LaunchRecord.PointerArgument) throws -> UInt64 {
      guard let start = addresses[pointer.buffer] else {
        throw CaseError("argument points to buffer \(pointer.buffer), which is not recorded")
      }
      return start &+ UInt64(bitPattern: Int64(pointer.offset))
    }
    switch argument {
    case .pointer(let pointer): return [try address(pointer)]
    case .scalar(let type, let value):
      guard let bits = value.bits(as: type) else {
        throw CaseError("cannot pass \(value) as \(type)")
      }
      return [bits]
    case .descriptor(let descriptor):
      return [try address(descriptor.base), descriptor.padding == "nan" ? 1 : 0]
        + descriptor.shape.map { UInt64(bitPattern: $0) }
        + descriptor.strides.map { UInt64(bitPattern: $0) }
    }
  }
}
