import KernelLanguage
import Kernels
import Launch

/// Times kernels of bfloat16 numbers on the emulator, with all checks and without some.
struct EmulatorBench {
  /// The machine that kernels are compiled for.
  let target: String
  private let checked, untracked: Device
  private let repetitions: Int

  /// An emulated device and what its kernels work on.
  private struct Device {
    let engine: EmulatorEngine
    let gpu: GPU
    let input, output, weight: Buffer<BFloat16>

    init(tracksRaces: Bool) throws {
      engine = EmulatorEngine(tracksRaces: tracksRaces)
      gpu = try GPU.emulated(by: engine)
      let numbers = (0..<EmulatorBench.count).map { BFloat16(Float($0 * 37 % 1021) / 128 - 4) }
      input = try Buffer(numbers).copied(to: gpu)
      output = try Buffer(uninitialized: EmulatorBench.count, on: gpu)
      weight = try Buffer(Array(numbers.prefix(EmulatorBench.length))).copied(to: gpu)
    }
  }

  /// The elements of a row, and of all.
  private static let (length, rows) = (4096, 256)
  private static let count = length * rows
  /// The rows and columns of the factors of a product.
  private static let side = 256

  /// A bench whose figures are medians of `repetitions` launches.
  init(repetitions: Int) throws {
    self.repetitions = repetitions
    checked = try Device(tracksRaces: true)
    untracked = try Device(tracksRaces: false)
    target = checked.gpu.target
  }

  /// Times `kernel`.
  func measure(_ kernel: BenchKernel) throws -> EmulatorBenchReport.Row {
    // The first launches compile.
    for device in [checked, untracked] { _ = try run(kernel, on: device) }
    var (all, some): ([Double], [Double]) = ([], [])
    for _ in 0..<repetitions {
      all.append(try run(kernel, on: checked).seconds)
      some.append(try run(kernel, on: untracked).seconds)
    }
    let count = checked.engine.lastRun.laneInstructions
    return EmulatorBenchReport.Row(
      kernel: kernel, laneInstructions: count,
      allChecks: EmulatorBenchReport.Rate(laneInstructions: count, seconds: all),
      withoutRaces: EmulatorBenchReport.Rate(laneInstructions: count, seconds: some))
  }

  private func run(_ kernel: BenchKernel, on device: Device) throws -> EmulatedRun {
    let place = LaunchTarget.gpu(device.gpu)
    let (length, rows, side) = (Int32(Self.length), Int32(Self.rows), Int32(Self.side))
    let (input, output, weight) = (device.input, device.output, device.weight)
    switch kernel {
    case .vectorAdd:
      try vectorAdd(x: input, y: input, z: output, count: length * rows)
        .launch(grid: Self.count / 1024, on: place)
    case .softmax:
      try softmax(
        output: output, input: input, inputRowStride: length, outputRowStride: length, rows: rows,
        columns: length, blockSize: Self.length
      ).launch(grid: Self.rows, on: place)
    case .layerNorm:
      try layerNorm(
        output: output, input: input, weight: weight, bias: weight, rowStride: length,
        rows: rows, columns: length, epsilon: 1e-5, blockSize: Self.length
      ).launch(grid: Self.rows, on: place)
    case .rmsNorm:
      try rmsNorm(
        output: output, input: input, weight: weight, rowStride: length, rows: rows,
        columns: length, epsilon: 1e-5, blockSize: Self.length
      ).launch(grid: Self.rows, on: place)
    case .matmul:
      try matmul(
        a: input, b: input, c: output, m: side, n: side, k: side, aRowStride: side,
        bRowStride: side, cRowStride: side
      ).launch(grid: Self.side * Self.side / (64 * 64), on: place)
    }
    return device.engine.lastRun
  }
}
