import KernelLanguage
import Kernels
import Launch
import Testing

/// Grids at and past the limits of a device.
@Suite struct GridBoundaryTests {
  private static let most = 2_147_483_647

  @Test(arguments: [
    (1, 1, 1), (65535, 1, 1), (65536, 1, 1), (most, 1, 1), (1, 65535, 1), (1, 1, 65535),
    (46341, 46341, 1), (65536, 65535, 1), (131072, 32768, 1), (16384, 16384, 16),
    (65536, 65535, 2), (most, 65535, 65535),
  ])
  func launchesWhatFits(x: Int, y: Int, z: Int) throws {
    let fake = try FakeDriver()
    let gpu = try fake.gpu()
    let buffer = try Buffer<Float>(repeating: 1, count: 4).copied(to: gpu)
    let report = try vectorAdd(x: buffer, y: buffer, z: buffer, count: 4)
      .launch(grid: (x, y, z), on: .gpu(gpu))
    #expect(fake.launchCount == 1)
    #expect(fake.lastLaunch.hasPrefix("vectorAdd grid \(x) \(y) \(z) block"))
    #expect(report.programs == x * y * z)
  }

  @Test(arguments: [(0, 1, 1), (1, 0, 1), (1, 1, 0), (0, 0, 0), (most, 65535, 0)])
  func launchesNothing(x: Int, y: Int, z: Int) throws {
    let fake = try FakeDriver()
    let gpu = try fake.gpu()
    let buffer = try Buffer<Float>(repeating: 1, count: 4).copied(to: gpu)
    let report = try vectorAdd(x: buffer, y: buffer, z: buffer, count: 4)
      .launch(grid: (x, y, z), on: .gpu(gpu))
    #expect(report.programs == 0)
    #expect(fake.launchCount == 0)
    #expect(gpu.compilations.isEmpty)
  }

  @Test(arguments: [
    (most + 1, 1, 1, "x", most), (1, 65536, 1, "y", 65535), (1, 1, 65536, "z", 65535),
    (-1, 1, 1, "x", most), (1 << 32, 1, 1, "x", most), (1 << 32, 0, 1, "x", most),
    (1, .max, 1, "y", 65535), (1, 1, .min, "z", 65535),
  ])
  func refusesWhatDoesNotFit(x: Int, y: Int, z: Int, axis: String, limit: Int) throws {
    let fake = try FakeDriver()
    let gpu = try fake.gpu()
    let buffer = try Buffer<Float>(repeating: 1, count: 4).copied(to: gpu)
    let error = try #require(throws: KernelError.self) {
      try vectorAdd(x: buffer, y: buffer, z: buffer, count: 4)
        .launch(grid: (x, y, z), on: .gpu(gpu))
    }
    let count = ["x": x, "y": y, "z": z][axis] ?? 0
    #expect(
      error.diagnostics.map(\.message) == [
        "grid (\(x), \(y), \(z)) has \(count) programs along \(axis), expected 0 to \(limit)"
      ])
    #expect(fake.launchCount == 0)
  }
}
