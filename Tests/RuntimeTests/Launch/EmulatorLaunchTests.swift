import KernelLanguage
import Kernels
import Launch
import Testing

@Kernel private func generation(output: Pointer<Int32>) {
  if currentTarget().hasComputeCapability(atLeast: 9) {
    store(output, 9)
  } else {
    store(output, 1)
  }
}

/// Launches on the emulator, on the way that a GPU's take.
@Suite struct EmulatorLaunchTests {
  @Test func computesWhatTheInterpreterComputes() throws {
    let x = (0..<1000).map { Float($0) / 8 }
    var results: [[Float]] = []
    for target in [LaunchTarget.interpreter, .emulator] {
      let z = Buffer<Float>(uninitialized: 1000)
      let report = try vectorAdd(x: Buffer(x), y: Buffer(x), z: z, count: 1000, blockSize: 256)
        .launch(grid: 4, on: target)
      #expect(report.programs == 4)
      results.append(z.elements)
    }
    #expect(results[0] == x.map { 2 * $0 })
    #expect(results[1] == results[0])
  }

  @Test func buffersStayInItsMemory() throws {
    let gpu = try GPU.emulated()
    let stream = try GPUStream(gpu)
    let x = try Buffer<Int32>(repeating: 1, count: 100).copied(to: gpu)
    let z = try Buffer<Int32>(uninitialized: 100, on: gpu)
    try vectorAdd(x: x, y: x, z: z, count: 100, blockSize: 128)
      .launch(grid: 1, on: .stream(stream))
    try stream.synchronize()
    #expect(try z.elementsOnHost() == Array(repeating: 2, count: 100))
    #expect(gpu.compilations.count == 1)
    #expect(gpu.target == "sm_90a")
  }

  @Test func aKernelKnowsWhatItIsCompiledFor() throws {
    for (target, expected) in [(LaunchTarget.interpreter, Int32(1)), (.emulator, 9)] {
      let output: Buffer<Int32> = [0]
      try generation(output: output).launch(grid: 1, on: target)
      #expect(output.elements == [expected])
    }
  }

  @Test func findsAccessesOutsideOfABuffer() throws {
    let z: Buffer<Float> = [1, 2]
    let error = try #require(throws: KernelError.self) {
      try vectorAdd(x: z, y: z, z: z, count: 1000, blockSize: 128).launch(grid: 1, on: .emulator)
    }
    #expect("\(error)".contains("out-of-bounds access"))
    #expect(z.elements == [1, 2])
  }
}
