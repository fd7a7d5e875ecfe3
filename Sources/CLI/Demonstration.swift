import KernelLanguage
import Kernels
import Launch

/// A kernel with data to run it on and a reference to compare with.
struct Demonstration {
  /// What reports call the kernel and how much it works on.
  let kernel, size: String
  /// How large the largest difference may be, as a part of the largest result.
  let tolerance: Double
  /// How many bytes the kernel reads and writes, if memory is what limits it.
  let memoryTraffic: Int?
  /// Makes the data, in buffers that the place makes.
  let prepare: (inout SplitMix64, DemonstrationPlace) throws -> Prepared

  /// Data for a kernel.
  struct Prepared {
    /// Launches the kernel on the data.
    var launch: (LaunchTarget) throws -> LaunchReport
    /// The results of the latest launch.
    var found: () throws -> [Float]
    /// Says how far results are from the reference.
    var compare: ([Float]) -> Comparison
  }

  /// Those for an interpreter or an emulator.
  static var small: [Demonstration] {
    [vectorAdd(count: 98_432), softmax(rows: 61, columns: 781), matmul(129, 97, 75)]
  }

  /// Those for a GPU.
  static var large: [Demonstration] {
    [vectorAdd(count: 16 << 20), softmax(rows: 4096, columns: 4096), matmul(512, 512, 512)]
  }

  /// Runs the kernel at `place` and compares.
  func run(at place: DemonstrationPlace) throws -> DemoReport.Row {
    var generator = SplitMix64(state: 42)
    let prepared = try prepare(&generator, place)
    let timed = try place.time(prepared.launch)
    let comparison = prepared.compare(try prepared.found())
    let rate = place.isGPU ? memoryTraffic.map { Double($0) / timed.milliseconds / 1e6 } : nil
    let copyRate = try rate == nil ? nil : place.copyRate(byteCount: memoryTraffic ?? 0)
    return DemoReport.Row(
      kernel: kernel, size: size, target: place.name, programs: timed.programs,
      milliseconds: timed.milliseconds, gigabytesPerSecond: rate,
      copyGigabytesPerSecond: copyRate, error: comparison.error, tolerance: tolerance,
      agrees: comparison.error <= tolerance)
  }
}

// MARK: - The kernels

extension Demonstration {
  private static func vectorAdd(count: Int) -> Demonstration {
    Demonstration(
      kernel: "vectorAdd", size: "\(count)", tolerance: 0x1p-24, memoryTraffic: 3 * 4 * count
    ) { generator, place in
      let (x, y) = (generator.floats(count), generator.floats(count))
      let (xs, ys) = (try place.buffer(x), try place.buffer(y))
      let output = try place.buffer(count: count)
      return Prepared(
        launch: { target in
          try Kernels.vectorAdd(x: xs, y: ys, z: output, count: Int32(count), blockSize: 1024)
            .launch(grid: cdiv(count, 1024), on: target)
        },
        found: { try output.elementsOnHost() },
        compare: { found in
          var comparison = Comparison()
          for index in 0..<count {
            comparison.add(found[index], expected: Double(x[index]) + Double(y[index]))
          }
          return comparison
        })
    }
  }

  private static func softmax(rows: Int, columns: Int) -> Demonstration {
    let count = rows * columns
    return Demonstration(
      kernel: "softmax", size: "\(rows)x\(columns)", tolerance: 0x1p-20,
      memoryTraffic: 2 * 4 * count
    ) { generator, place in
      let input = generator.floats(count)
      let source = try place.buffer(input)
      let output = try place.buffer(count: count)
      return Prepared(
        launch: { target in
          try Kernels.softmax(
            output: output, input: source, inputRowStride: Int32(columns),
            outputRowStride: Int32(columns), rows: Int32(rows), columns: Int32(columns),
            blockSize: nextPowerOf2(columns)
          ).launch(grid: rows, on: target)
        },
        found: { try output.elementsOnHost() },
        compare: { compareSoftmax($0, input, columns: columns) })
    }
  }

  private static func matmul(_ m: Int, _ n: Int, _ k: Int) -> Demonstration {
    Demonstration(
      kernel: "matmul", size: "\(m)x\(n)x\(k)",
      // A sum of k products is rounded k times, at worst to the same side.
      tolerance: max(0x1p-20, Double(k) * 0x1p-27), memoryTraffic: nil
    ) { generator, place in
      let (a, b) = (generator.floats(m * k), generator.floats(k * n))
      let (left, right) = (try place.buffer(a), try place.buffer(b))
      let output = try place.buffer(count: m * n)
      return Prepared(
        launch: { target in
          try Kernels.matmul(
            a: left, b: right, c: output, m: Int32(m), n: Int32(n), k: Int32(k),
            aRowStride: Int32(k), bRowStride: Int32(n), cRowStride: Int32(n), blockM: 32,
            blockN: 32, blockK: 32
          ).launch(grid: cdiv(m, 32) * cdiv(n, 32), on: target)
        },
        found: { try output.elementsOnHost() },
        compare: { compareProduct($0, a, b, n: n, k: k) })
    }
  }
}

extension SplitMix64 {
  /// Numbers from -1 to 1, without 1.
  fileprivate mutating func floats(_ count: Int) -> [Float] {
    (0..<count).map { _ in Float(next() >> 40) * 0x1p-23 - 1 }
  }
}
