import KernelLanguage
import Kernels
import Launch

/// Times kernels on rows of numbers of 16 bits.
struct Bench {
  private let gpu: GPU
  private let stream: GPUStream
  private let rows: Int?
  private let repetitions: Int
  /// Random numbers, the results, and what a sweep over it leaves nothing of in the caches.
  private let input, output: Buffer<BFloat16>
  private let weight, bias: Buffer<BFloat16>
  private let sweep: Buffer<UInt8>
  private let pattern: [BFloat16]
  private let hostWeight: [BFloat16]

  /// After how many elements the input repeats; no length of a row divides it.
  private static let period = (1 << 20) - 3

  /// A thread holds at most so many elements of a row: with 32 warps enough for 131,072, the longest
  /// row that the command takes.
  private static let elementsPerThread = 128
  /// How many runs a number of warps is chosen by.
  private static let trialCount = 7
  /// How many launches follow each other when they are timed.
  private static let launchesPerSample = 200
  /// How many samples there are for each repetition that is asked for.
  private static let samplesPerRepetition = 4

  /// A bench for rows of `lengths`, and for `rows` of them or as many as keep the GPU busy.
  init(_ gpu: GPU, lengths: [Int], rows: Int?, repetitions: Int) throws {
    self.gpu = gpu
    self.rows = rows
    self.repetitions = repetitions
    stream = try GPUStream(gpu)
    let count = lengths.map { $0 * Self.rowCount($0, asked: rows) }.max() ?? 0
    var random = SystemRandomNumberGenerator()
    // A block of random numbers over and over: making them all would take longer than the rest.
    pattern = (0..<Self.period).map { _ in BFloat16(Float.random(in: -4...4, using: &random)) }
    hostWeight = (0..<(lengths.max() ?? 0)).map { [pattern] in pattern[$0 * 7 % Self.period] }
    input = try Buffer(uninitialized: count, on: gpu)
    output = try Buffer(uninitialized: count, on: gpu)
    try repeatPattern(
      output: input, pattern: try Buffer(pattern).copied(to: gpu), count: Int32(count),
      period: Int32(Self.period)
    ).launch(grid: (count + 1023) / 1024, on: .stream(stream))
    try stream.synchronize()
    weight = try Buffer(hostWeight).copied(to: gpu)
    bias = try Buffer(hostWeight).copied(to: gpu)
    sweep = try Buffer(uninitialized: 256 << 20, on: gpu)
  }

  /// Times `kernel` on rows of `length` elements.
  func measure(_ kernel: BenchKernel, length: Int) throws -> BenchReport.Row {
    let rows = Self.rowCount(length, asked: rows)
    let bytes = Double(kernel.transfers * rows * length * 2)
    let candidates = configurations(kernel, length: length, rows: rows)
    var best = (configuration: candidates[0], milliseconds: Double.infinity)
    for candidate in candidates {
      let run = { try self.launch(kernel, length: length, rows: rows, candidate) }
      try run()
      let time = try median(of: Self.trialCount, run)
      if time < best.milliseconds { best = (candidate, time) }
    }
    var (times, copies): ([Double], [Double]) = ([], [])
    let copied = try copyBuffers(count: Int(bytes) / 4)
    // What the other configurations left would hide that the chosen one does less.
    try stream.fill(output, with: 0xFF)
    for _ in 0..<repetitions {
      times.append(
        try time { try launch(kernel, length: length, rows: rows, best.configuration) })
      copies.append(try time { try stream.copy(copied.from, to: copied.to) })
    }
    let error = try largestError(of: kernel, length: length, rows: rows)
    return BenchReport.Row(
      kernel: kernel, length: length, rows: rows, warps: best.configuration.warps,
      programs: best.configuration.programs, variant: best.configuration.variant,
      milliseconds: times.median, gigabytesPerSecond: bytes / times.median / 1e6,
      copyGigabytesPerSecond: bytes / copies.median / 1e6, largestError: error,
      agrees: error < 0.02)
  }

  /// How long the host takes for one launch of a small kernel, in microseconds.
  ///
  /// - Parameter isPrepared: the call is made once and launched again and again; otherwise it is made
  ///   anew, from its arguments, for each launch.
  func launchMicroseconds(isPrepared: Bool) throws -> Double {
    let call = {
      vectorAdd(
        x: self.input, y: self.input, z: self.output, count: Int32(min(1024, self.input.count)),
        blockSize: 1024)
    }
    let prepared = call()
    let target = LaunchTarget.stream(stream)
    for _ in 0..<100 { try prepared.launch(grid: 1, on: target) }
    try stream.synchronize()
    let samples = try (0..<(repetitions * Self.samplesPerRepetition)).map { _ in
      // Few enough that the driver's queue does not fill.
      let start = ContinuousClock.now
      for _ in 0..<Self.launchesPerSample {
        try (isPrepared ? prepared : call()).launch(grid: 1, on: target)
      }
      let time = (ContinuousClock.now - start) / .microseconds(1)
      try stream.synchronize()
      return time / Double(Self.launchesPerSample)
    }
    return samples.median
  }

  /// What a user who tunes `kernel` would try.
  private func configurations(
    _ kernel: BenchKernel, length: Int, rows: Int
  ) -> [BenchConfiguration] {
    if kernel == .vectorAdd {
      return [4, 8].map { warps in
        let block = 256 * warps
        return BenchConfiguration(warps: warps, programs: (rows * length + block - 1) / block)
      }
    }
    let block = nextPowerOf2(length)
    let warpCounts = [1, 2, 4, 8, 16, 32].filter {
      block / ($0 * 32) <= Self.elementsPerThread && ($0 == 1 || block / ($0 * 32) >= 2)
    }
    let inTurn = [1, 2, 4, 8].map { $0 * gpu.multiprocessorCount }.filter { $0 < rows }
    let unaligned =
      length % 8 == 0 ? [] : unalignedConfigurations(kernel, length: length, rows: rows)
    let ofWholeRows: [BenchConfiguration] = warpCounts.flatMap { warps in
      let perRow = BenchConfiguration(warps: warps, programs: rows)
      let taking = inTurn.map { BenchConfiguration(warps: warps, programs: $0) }
      if kernel == .softmax {
        return [perRow] + taking + taking.map { $0.with(\.readsAhead) }
      }
      return [perRow, perRow.with(\.readsWeightsFirst)] + taking.map { $0.with(\.isPersistent) }
    }
    return ofWholeRows + unaligned
  }

  /// What the kernels of rows that start anywhere are tried with: 16 or 32 bytes of a tile for each
  /// thread, a program for each row or for several, or programs that take rows in turn.
  private func unalignedConfigurations(
    _ kernel: BenchKernel, length: Int, rows: Int
  ) -> [BenchConfiguration] {
    let inTurn = [2, 4, 8].map { $0 * gpu.multiprocessorCount }.filter { $0 < rows }
    return [2, 4, 8, 16, 32].flatMap { warps in
      let sizes = [8, 16].map { $0 * 32 * warps }
      return sizes.filter { $0 < length && length / $0 <= 8 }.flatMap { size in
        let perRow = BenchConfiguration(warps: warps, programs: rows, tileSize: size)
        if kernel == .softmax {
          return [perRow]
            + inTurn.map {
              BenchConfiguration(warps: warps, programs: $0, tileSize: size, rowsAhead: 1)
            }
        }
        let several = [2, 4].map { count in
          BenchConfiguration(
            warps: warps,
            programs: programsOfUnalignedRows(
              rows, rowsPerProgram: count, element: BFloat16.self),
            tileSize: size, rowsPerProgram: count)
        }
        // Also so that two, three or four programs fit on a multiprocessor.
        let limits = [2, 3, 4].map { 65536 / (32 * warps * $0) & -8 }
        return ([perRow] + several).flatMap { configuration in
          [configuration]
            + limits.filter { (64...168).contains($0) }.map { configuration.limited(to: $0) }
        }
      }
    }
  }

  private func launch(
    _ kernel: BenchKernel, length: Int, rows: Int, _ configuration: BenchConfiguration
  ) throws {
    if let tileSize = configuration.tileSize {
      return try launchOnUnalignedRows(
        kernel, length: length, rows: rows, tileSize: tileSize, configuration)
    }
    let block = nextPowerOf2(length)
    let options = KernelOptions(
      warps: configuration.warps, maximumRegisters: configuration.registers)
    let programs = configuration.programs
    let width = Int32(length)
    switch kernel {
    case .vectorAdd:
      try vectorAdd(
        x: input, y: input, z: output, count: Int32(rows * length),
        blockSize: 256 * configuration.warps
      ).launch(grid: programs, on: .stream(stream), options: options)
    case .softmax:
      try softmax(
        output: output, input: input, inputRowStride: width, outputRowStride: width,
        rows: Int32(rows), columns: width, blockSize: block,
        readsAhead: configuration.readsAhead
      ).launch(grid: programs, on: .stream(stream), options: options)
    case .layerNorm:
      try layerNorm(
        output: output, input: input, weight: weight, bias: bias, rowStride: width,
        rows: Int32(rows), columns: width, epsilon: 1e-5, blockSize: block,
        readsWeightsFirst: configuration.readsWeightsFirst,
        isPersistent: configuration.isPersistent
      ).launch(grid: programs, on: .stream(stream), options: options)
    case .rmsNorm:
      try rmsNorm(
        output: output, input: input, weight: weight, rowStride: width,
        rows: Int32(rows), columns: width, epsilon: 1e-5, blockSize: block,
        readsWeightsFirst: configuration.readsWeightsFirst,
        isPersistent: configuration.isPersistent
      ).launch(grid: programs, on: .stream(stream), options: options)
    case .matmul: preconditionFailure("only kernels of rows are timed on a GPU")
    }
  }

  private func launchOnUnalignedRows(
    _ kernel: BenchKernel, length: Int, rows: Int, tileSize: Int,
    _ configuration: BenchConfiguration
  ) throws {
    let width = Int32(length)
    let call =
      switch kernel {
      case .softmax:
        softmaxOfUnalignedRows(
          output: output, input: input, rowStride: width, rows: Int32(rows), columns: length,
          tileSize: tileSize, rowsAhead: configuration.rowsAhead)
      case .layerNorm:
        layerNormOfUnalignedRows(
          output: output, input: input, weight: weight, bias: bias, rowStride: width,
          rows: Int32(rows), epsilon: 1e-5, columns: length, tileSize: tileSize,
          rowsPerProgram: configuration.rowsPerProgram)
      case .rmsNorm:
        rmsNormOfUnalignedRows(
          output: output, input: input, weight: weight, rowStride: width, rows: Int32(rows),
          epsilon: 1e-5, columns: length, tileSize: tileSize,
          rowsPerProgram: configuration.rowsPerProgram)
      case .vectorAdd, .matmul: preconditionFailure("\(kernel) has no rows")
      }
    try call.launch(
      grid: configuration.programs, on: .stream(stream),
      options: KernelOptions(
        warps: configuration.warps, maximumRegisters: configuration.registers))
  }

  /// How many rows of `length` elements are worked on.
  private static func rowCount(_ length: Int, asked rows: Int?) -> Int {
    rows ?? (length <= 16384 ? 16384 : 4096)
  }

  /// How long `work` takes on the GPU, which starts with cold caches, in milliseconds.
  private func time(_ work: () throws -> Void) throws -> Double {
    try stream.fill(sweep, with: 0)
    let start = try GPUEvent(on: stream)
    try work()
    let end = try GPUEvent(on: stream)
    return try end.milliseconds(since: start)
  }

  private func median(of count: Int, _ work: () throws -> Void) throws -> Double {
    try (0..<count).map { _ in try time(work) }.median
  }

  /// Two buffers of `count` numbers of 16 bits, in what is there.
  private func copyBuffers(
    count: Int
  ) throws -> (from: Buffer<BFloat16>, to: Buffer<BFloat16>) {
    let from = try Buffer<BFloat16>(uninitialized: count, on: gpu)
    try stream.fill(from, with: 0)
    return (from, try Buffer(uninitialized: count, on: gpu))
  }

  /// How far the first and the last row are from plain Swift, as a part of the largest element.
  private func largestError(of kernel: BenchKernel, length: Int, rows: Int) throws -> Double {
    var largest = 0.0
    for row in [0, rows - 1] {
      let range = (row * length)..<((row + 1) * length)
      let x = range.map { pattern[$0 % Self.period].doubleValue }
      let expected = kernel.reference(x, weight: hostWeight.map(\.doubleValue))
      let scale = expected.reduce(1e-30) { max($0, abs($1)) }
      for (value, reference) in zip(try output.elementsOnHost(in: range), expected) {
        let error = abs(value.doubleValue - reference) / scale
        // Also where the result is no number.
        if !(error <= largest) { largest = error.isNaN ? .infinity : error }
      }
    }
    return largest
  }
}
