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

  /// How many runs decide which configurations are among the last few.
  private static let trialCount = 7
  /// How many configurations are timed as often as is asked for.
  private static let finalistCount = 3
  /// How many launches follow each other when they are timed.
  private static let launchesPerSample = 200
  /// How many samples there are for each repetition that is asked for.
  private static let samplesPerRepetition = 4

  /// A bench for rows of `lengths`, and for `rows` of them or as many as keep the GPU busy.
  init(_ gpu: GPU, lengths: [Int], rows: Int?, repetitions: Int) throws {
    self.gpu = gpu
    self.rows = rows
    self.repetitions = repetitions
    // Kernels are timed between events as those of others are.
    stream = try GPUStream(gpu, takesGraphs: false)
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
    let best = try fastest(
      BenchConfiguration.candidates(
        for: kernel, length: length, rows: rows, multiprocessors: gpu.multiprocessorCount)
    ) { try launch(kernel, length: length, rows: rows, $0) }
    var (times, copies): ([Double], [Double]) = ([], [])
    let copied = try copyBuffers(count: Int(bytes) / 4)
    // What the other configurations left would hide that the chosen one does less.
    try stream.fill(output, with: 0xFF)
    for _ in 0..<repetitions {
      times.append(
        try time { try launch(kernel, length: length, rows: rows, best) })
      copies.append(try time { try stream.copy(copied.from, to: copied.to) })
    }
    let error = try largestError(of: kernel, length: length, rows: rows)
    return BenchReport.Row(
      kernel: kernel, length: length, rows: rows, warps: best.warps,
      programs: best.programs, variant: best.variant,
      milliseconds: times.median, gigabytesPerSecond: bytes / times.median / 1e6,
      copyGigabytesPerSecond: bytes / copies.median / 1e6, largestError: error,
      agrees: error < 0.02)
  }

  /// The configuration with which `launch` takes the least time: a few runs decide which are timed
  /// again, those in turn.
  private func fastest(
    _ candidates: [BenchConfiguration], _ launch: (BenchConfiguration) throws -> Void
  ) throws -> BenchConfiguration {
    let trials = try candidates.map { candidate in
      try launch(candidate)
      let times = try (0..<Self.trialCount).map { _ in try time { try launch(candidate) } }
      return (candidate, times.median)
    }
    let finalists = trials.sorted { $0.1 < $1.1 }.prefix(Self.finalistCount).map(\.0)
    var times: [[Double]] = Array(repeating: [], count: finalists.count)
    for _ in 0..<repetitions {
      for index in finalists.indices {
        times[index].append(try time { try launch(finalists[index]) })
      }
    }
    let order = finalists.indices.sorted { times[$0].median < times[$1].median }
    return finalists[order[0]]
  }

  /// How long the host takes for one launch of a small kernel.
  ///
  /// - Parameter index: which GPU it is.
  func launchTimes(onDevice index: Int) throws -> LaunchTimes {
    let call = {
      vectorAdd(
        x: self.input, y: self.input, z: self.output, count: Int32(min(1024, self.input.count)),
        blockSize: 1024)
    }
    let prepared = call()
    let stream = try GPUStream(gpu)
    let target = LaunchTarget.stream(stream)
    let driver = try DriverLaunch(on: index)
    for _ in 0..<100 { try prepared.launch(grid: 1, on: target) }
    try stream.synchronize()
    // Few enough that the driver's queue does not fill.
    func microseconds(_ launch: () throws -> Void) throws -> Double {
      let start = ContinuousClock.now
      for _ in 0..<Self.launchesPerSample { try launch() }
      let time = (ContinuousClock.now - start) / .microseconds(1)
      try stream.synchronize()
      return time / Double(Self.launchesPerSample)
    }
    let samples = try (0..<(repetitions * Self.samplesPerRepetition)).map { _ in
      LaunchTimes(
        launch: try microseconds { try prepared.launch(grid: 1, on: target) },
        call: try microseconds { try call().launch(grid: 1, on: target) },
        driver: try driver.duration(of: Self.launchesPerSample)
          / .microseconds(Self.launchesPerSample))
    }
    return LaunchTimes(
      launch: samples.map(\.launch).median, call: samples.map(\.call).median,
      driver: samples.map(\.driver).median)
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
