import KernelLanguage
import Kernels
import Launch
import Testing

/// What a launch asks of the driver once its kernel is loaded.
///
/// No test awaits, so that each stays on one thread.
@Suite struct LaunchCostTests {
  private let fake: FakeDriver
  private let gpu: GPU
  private let x: Buffer<Float>

  init() throws {
    fake = try FakeDriver(deviceCount: 2)
    gpu = try fake.gpu()
    x = try Buffer<Float>(repeating: 1, count: 64).copied(to: gpu)
  }

  @Test func aWarmLaunchIsOneLaunchAndOneQuestion() throws {
    let stream = try GPUStream(gpu)
    for target in [LaunchTarget.gpu(gpu), .stream(stream)] {
      try launch(x, on: target)
      let before = counts()
      for _ in 0..<10 { try launch(x, on: target) }
      let after = counts()
      #expect(after.launches - before.launches == 10)
      #expect(after.questions - before.questions == 10)
      #expect(after.all - before.all == 20)
    }
  }

  @Test func aLaunchThatRepeatsIsAGraphAndOneQuestion() throws {
    for _ in 0..<20 { try launch(x, on: .gpu(gpu)) }
    let before = (counts(), fake.calls("cuGraphLaunch"))
    for _ in 0..<10 { try launch(x, on: .gpu(gpu)) }
    let after = (counts(), fake.calls("cuGraphLaunch"))
    #expect(after.1 - before.1 == 10)
    #expect(after.0.questions - before.0.questions == 10)
    #expect(after.0.all - before.0.all == 20)
    // Another argument is told to the driver.
    try launch(try Buffer<Float>(repeating: 1, count: 64).copied(to: gpu), on: .gpu(gpu))
    #expect(fake.calls("cuGraphExecKernelNodeSetParams") == 2)
  }

  @Test func onlyAThreadWithoutAContextKeepsOne() throws {
    let second = try fake.gpu(1)
    let y = try Buffer<Float>(repeating: 1, count: 64).copied(to: second)
    #expect(fake.contextDepth == 0)
    try launch(x, on: .gpu(gpu))
    try launch(x, on: .gpu(gpu))
    #expect(fake.contextDepth == 1)
    // The thread has the first GPU's context now: the second's lies over it for one call only.
    try launch(y, on: .gpu(second))
    #expect(fake.contextDepth == 1)
    let before = counts()
    try launch(x, on: .gpu(gpu))
    #expect(counts().all - before.all == 2)
  }

  @Test func theContextLeavesTheThreadWithTheGPU() throws {
    let fake = try FakeDriver()
    do {
      let gpu = try fake.gpu()
      try launch(try Buffer<Float>(repeating: 1, count: 64).copied(to: gpu), on: .gpu(gpu))
      #expect(fake.contextDepth == 1)
    }
    #expect(fake.contextDepth == 0)
    #expect(fake.live("context") == 0)
  }

  private func launch(_ buffer: Buffer<Float>, on target: LaunchTarget) throws {
    try vectorAdd(x: buffer, y: buffer, z: buffer, count: 64).launch(grid: 1, on: target)
  }

  private func counts() -> (all: Int, launches: Int, questions: Int) {
    (fake.callCount, fake.calls("cuLaunchKernel"), fake.calls("cuCtxGetCurrent"))
  }
}
