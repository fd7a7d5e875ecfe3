import CUDADriver
import KernelLanguage
import Kernels
import Launch
import Testing

/// Launches that repeat become launches of graphs, which the driver takes less time for.
@Suite struct RepeatedLaunchTests {
  private let fake: FakeDriver
  private let gpu: GPU
  private let x: Buffer<Float>

  init() throws {
    fake = try FakeDriver()
    gpu = try fake.gpu()
    x = try Buffer<Float>(repeating: 1, count: 64).copied(to: gpu)
  }

  private static let plain = RepeatedLaunches.countBeforeGraph - 1

  /// Adds `x` to itself `count` times, and returns how many launches were plain and how many graphs.
  private func launches(
    _ count: Int, grid: Int = 1, length: Int32 = 64, on stream: GPUStream? = nil
  ) throws -> (plain: Int, graphs: Int) {
    let before = (fake.calls("cuLaunchKernel"), fake.calls("cuGraphLaunch"))
    for _ in 0..<count {
      try vectorAdd(x: x, y: x, z: x, count: length).launch(
        grid: grid, on: stream.map { .stream($0) } ?? .gpu(gpu))
    }
    return (
      fake.calls("cuLaunchKernel") - before.0, fake.calls("cuGraphLaunch") - before.1
    )
  }

  @Test func launchesBecomeGraphsWhenTheyRepeat() throws {
    #expect(try launches(Self.plain) == (Self.plain, 0))
    #expect(fake.live("executable") == 0)
    #expect(try launches(100) == (0, 100))
    #expect(fake.made("executable") == 1)
    #expect(fake.launchCount == Self.plain + 100)
  }

  /// Each launch has its own arguments, whatever the graph was made with.
  @Test func argumentsAreThoseOfTheLaunch() throws {
    _ = try launches(Self.plain + 3)
    let stream = try GPUStream(gpu)
    for number in 1...40 {
      let y = try Buffer<Float>(repeating: Float(number), count: 64).copied(to: gpu)
      let z = try Buffer<Float>(uninitialized: 64, on: gpu)
      try vectorAdd(x: y, y: y, z: z, count: Int32(number)).launch(grid: 1, on: .stream(stream))
      #expect(try z.elementsOnHost().prefix(number).allSatisfy { $0 == Float(2 * number) })
      #expect(fake.lastLaunch.contains(" \(String(number, radix: 16))/4"))
    }
    #expect(fake.calls("cuGraphLaunch") > 3)
  }

  @Test func gridsAndStreamsHaveGraphsOfTheirOwn() throws {
    let streams = try [GPUStream(gpu), GPUStream(gpu)]
    for stream in streams {
      for grid in [1, 2] {
        #expect(try launches(Self.plain + 5, grid: grid, on: stream) == (Self.plain, 5))
        #expect(fake.lastLaunch.contains("grid \(grid) 1 1"))
      }
    }
    #expect(fake.live("executable") == 4)
    // In turn, each finds its own.
    for grid in [1, 2, 1, 2] {
      for stream in streams { #expect(try launches(1, grid: grid, on: stream) == (0, 1)) }
    }
  }

  @Test func graphsOfGridsThatAreNotUsedAreGivenUp() throws {
    for grid in 1...20 { _ = try launches(Self.plain + 1, grid: grid) }
    #expect(fake.made("executable") == 20)
    #expect(fake.live("executable") == 8)
    #expect(fake.live("graph") == 8)
    #expect(try launches(1, grid: 20) == (0, 1))
    #expect(try launches(1, grid: 1) == (1, 0))
  }

  @Test func streamsOfOthersAreLeftAlone() throws {
    let borrowed = try GPUStream(gpu, borrowing: 0)
    #expect(try launches(100, on: borrowed) == (100, 0))
    #expect(fake.made("graph") == 0)
  }

  @Test(arguments: ["cuGraphCreate", "cuGraphAddKernelNode", "cuGraphInstantiate"])
  func whatTheDriverMakesNoGraphOfIsLaunchedWithoutOne(function: String) throws {
    fake.inject(801, into: function)
    #expect(try launches(100) == (100, 0))
    #expect(fake.calls(function) == 1)
    #expect(fake.live("graph") + fake.live("executable") == 0)
  }

  @Test func failedLaunchesOfGraphsAreErrors() throws {
    _ = try launches(Self.plain + 1)
    for (length, function) in [(64, "cuGraphLaunch"), (48, "cuGraphExecKernelNodeSetParams")] {
      fake.inject(719, into: function)
      let error = #expect(throws: KernelError.self) { try launches(1, length: Int32(length)) }
      #expect(error.map { "\($0)" }?.contains("\(function) failed") == true)
      #expect(error.map { "\($0)" }?.contains("kernel 'vectorAdd', grid (1, 1, 1)") == true)
      fake.heal()
    }
    #expect(try launches(1, length: 48) == (0, 1))
    #expect(fake.lastLaunch.contains(" 30/4"))
  }

  @Test func theDriverIsNotToldArgumentsTwice() throws {
    _ = try launches(Self.plain + 10)
    #expect(fake.calls("cuGraphExecKernelNodeSetParams") == 1)
    for length: Int32 in [48, 48, 64, 64] { _ = try launches(1, length: length) }
    #expect(fake.calls("cuGraphExecKernelNodeSetParams") == 3)
    #expect(fake.lastLaunch.contains(" 40/4"))
  }

  @Test func streamsMayTakeNoGraphs() throws {
    #expect(try launches(100, on: GPUStream(gpu, takesGraphs: false)) == (100, 0))
  }

  @Test func graphsAreGoneWithTheirKernel() throws {
    do {
      let gpu = try fake.gpu()
      let x = try Buffer<Float>(repeating: 1, count: 64).copied(to: gpu)
      for _ in 0...Self.plain {
        try vectorAdd(x: x, y: x, z: x, count: 64).launch(grid: 1, on: .gpu(gpu))
      }
      #expect(fake.live("executable") == 1)
      try gpu.unloadKernels()
      #expect(fake.live("executable") == 0)
      #expect(fake.live("graph") == 0)
    }
    #expect(fake.live("module") == 0)
  }

  /// Several threads launch one kernel on one stream.
  @Test func threadsMayShareAGraph() async throws {
    let stream = try GPUStream(gpu)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask { [gpu] in
          for _ in 0..<50 {
            let y = try Buffer<Float>(repeating: 3, count: 64).copied(to: gpu)
            let z = try Buffer<Float>(uninitialized: 64, on: gpu)
            try vectorAdd(x: y, y: y, z: z, count: 64).launch(grid: 1, on: .stream(stream))
            #expect(try z.elementsOnHost() == Array(repeating: 6, count: 64))
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(fake.launchCount == 400)
    #expect(fake.made("executable") == 1)
  }
}
