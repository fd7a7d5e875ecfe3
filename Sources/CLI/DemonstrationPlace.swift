import KernelLanguage
import Launch

/// Where demonstrations run.
enum DemonstrationPlace {
  case interpreter
  case emulator
  case gpu(GPU, GPUStream)

  /// The interpreter, and the GPU where there is one or else the emulator.
  ///
  /// - Throws: why the GPU that there is cannot be used.
  static func onThisMachine() throws -> [DemonstrationPlace] {
    guard DeviceSurvey().problem == nil else { return [.interpreter, .emulator] }
    let gpu = try GPU()
    return [.interpreter, .gpu(gpu, try GPUStream(gpu))]
  }

  /// What reports call it.
  var name: String {
    switch self {
    case .interpreter: "interpreter"
    case .emulator: "emulator"
    case .gpu(let gpu, _): gpu.name
    }
  }

  /// It is a GPU, whose times say something about GPUs.
  var isGPU: Bool { if case .gpu = self { true } else { false } }

  /// What is run there, if sizes are not to be small everywhere.
  func demonstrations(isSmall: Bool) -> [Demonstration] {
    isGPU && !isSmall ? Demonstration.large : Demonstration.small
  }

  /// A buffer with `elements`, where kernels find it.
  func buffer(_ elements: [Float]) throws -> Buffer<Float> {
    let host = Buffer(elements)
    guard case .gpu(let gpu, _) = self else { return host }
    return try host.copied(to: gpu)
  }

  /// A buffer for `count` results, where kernels find it.
  func buffer(count: Int) throws -> Buffer<Float> {
    guard case .gpu(let gpu, _) = self else { return Buffer(uninitialized: count) }
    return try Buffer(uninitialized: count, on: gpu)
  }

  /// Launches, and says how long that took and of how many programs: on a GPU the median of several
  /// launches behind the one that compiles.
  func time(
    _ launch: (LaunchTarget) throws -> LaunchReport
  ) throws -> (milliseconds: Double, programs: Int) {
    guard case .gpu(_, let stream) = self else {
      let start = ContinuousClock.now
      let report = try launch(isEmulator ? .emulator : .interpreter)
      return ((ContinuousClock.now - start) / .milliseconds(1), report.programs)
    }
    let report = try launch(.stream(stream))
    let median = try median(on: stream) { _ = try launch(.stream(stream)) }
    return (median, report.programs)
  }

  /// How many GB a copy on the GPU reads and writes in a second if it moves `byteCount` bytes, half
  /// of them in each direction; `nil` if there is no GPU.
  func copyRate(byteCount: Int) throws -> Double? {
    guard case .gpu(let gpu, let stream) = self else { return nil }
    let source = try Buffer<UInt8>(uninitialized: byteCount / 2, on: gpu)
    let target = try Buffer<UInt8>(uninitialized: byteCount / 2, on: gpu)
    try stream.fill(source, with: 1)
    try stream.copy(source, to: target)
    let median = try median(on: stream) { try stream.copy(source, to: target) }
    return Double(byteCount) / median / 1e6
  }

  private var isEmulator: Bool { if case .emulator = self { true } else { false } }

  private func median(on stream: GPUStream, _ work: () throws -> Void) throws -> Double {
    try (0..<11).map { _ in
      // The GPU is busy while the host gives it what is timed, so that it never waits for that.
      try work()
      let start = try GPUEvent(on: stream)
      try work()
      return try GPUEvent(on: stream).milliseconds(since: start)
    }.median
  }
}
