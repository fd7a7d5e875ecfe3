import Compiler
import KernelLanguage
import Kernels
import Launch
import Testing

/// Launches on a GPU, from the kernel in Swift to the driver's call.
@Suite struct GPULaunchTests {
  @Test func copiesBuffersOfTheHostThereAndBack() throws {
    let fake = try FakeDriver()
    let gpu = try fake.gpu()
    let x: Buffer<Float> = [1, 2, 3, 4, 5]
    let z = Buffer<Float>(uninitialized: 5)
    let report = try vectorAdd(x: x, y: x, z: z, count: 5, blockSize: 128)
      .launch(grid: 1, on: .gpu(gpu))
    #expect(z.elements == [2, 4, 6, 8, 10])
    #expect(report.programs == 1)
    #expect(fake.lastLaunch.hasPrefix("vectorAdd grid 1 1 1 block 128 1 1 shared 0:"))
    #expect(fake.lastLaunch.hasSuffix(" 5/4"))
    // What was copied there is given back, and nothing is read that nobody wrote.
    #expect(fake.live("memory") == 0)
    #expect(fake.calls("cuMemAlloc") == 2)
    #expect(fake.calls("cuMemcpyHtoD") == 1)
  }

  @Test func leavesBuffersOnTheGPU() throws {
    let fake = try FakeDriver()
    let gpu = try fake.gpu()
    let x = try Buffer((0..<1000).map { Float($0) }).copied(to: gpu)
    let z = try Buffer<Float>(uninitialized: 1000, on: gpu)
    #expect(x.isOnDevice && x.gpu == gpu && z.count == 1000)
    let before = fake.calls("cuMemcpyHtoD")
    try vectorAdd(x: x, y: x, z: z, count: 1000).launch(grid: 1, on: .gpu(gpu))
    try vectorAdd(x: z, y: x, z: z, count: 1000).launch(grid: 1, on: .gpu(gpu))
    #expect(fake.calls("cuMemcpyHtoD") == before)
    #expect(fake.calls("cuMemcpyDtoH") == 0)
    #expect(try z.elementsOnHost() == (0..<1000).map { 3 * Float($0) })
    #expect(try z.copiedToHost()[999] == 2997)
  }

  @Test func copiesElementsBetweenPlaces() throws {
    let fake = try FakeDriver(deviceCount: 2)
    let (first, second) = (
      try fake.gpu(), try fake.gpu(1)
    )
    let host: Buffer<Int32> = [1, 2, 3]
    let a = try host.copied(to: first)
    let b = try a.copied(to: second)
    #expect(b.gpu == second)
    #expect(try b.elementsOnHost() == [1, 2, 3])
    try a.copyElements(from: [4, 5, 6])
    try host.copyElements(from: a)
    #expect(host.elements == [4, 5, 6])
    #expect(try host.elementsOnHost() == [4, 5, 6])
  }

  @Test func launchesInTheOrderOfAStream() throws {
    let fake = try FakeDriver()
    let gpu = try fake.gpu()
    let stream = try GPUStream(gpu)
    let x = try Buffer<Float>(repeating: 1, count: 64).copied(to: gpu)
    let start = try GPUEvent(on: stream)
    for _ in 0..<3 {
      try vectorAdd(x: x, y: x, z: x, count: 64).launch(grid: 1, on: .stream(stream))
    }
    let end = try GPUEvent(on: stream)
    try stream.synchronize()
    #expect(try x.elementsOnHost() == Array(repeating: 8, count: 64))
    #expect(try end.milliseconds(since: start) == 4.5)
  }

  @Test func usesWhatOtherLibrariesMade() throws {
    let fake = try FakeDriver()
    let gpu = try fake.gpu()
    let x = try Buffer<Float>(repeating: 1, count: 64).copied(to: gpu)
    let address = try #require(x.storage.device?.address)
    let half = Buffer<Float>(at: address + 4, count: 32, on: gpu, owner: x)
    let stream = try GPUStream(gpu, borrowing: 0)
    try vectorAdd(x: half, y: half, z: half, count: 31).launch(grid: 1, on: .stream(stream))
    let expected: [Float] = [1] + Array(repeating: 2, count: 31) + Array(repeating: 1, count: 32)
    #expect(try x.elementsOnHost() == expected)
    // An address that is not a multiple of 16 makes a kernel of its own.
    try vectorAdd(x: x, y: x, z: x, count: 31).launch(grid: 1, on: .stream(stream))
    #expect(gpu.compilations.count == 2)
  }

  @Test func manyTasksLaunchOneKernel() async throws {
    let fake = try FakeDriver()
    let gpu = try fake.gpu()
    try await withThrowingTaskGroup(of: Float.self) { group in
      for task in 0..<8 {
        group.addTask {
          let stream = try GPUStream(gpu)
          let x = try Buffer<Float>(repeating: Float(task), count: 32).copied(to: gpu)
          let one = try Buffer<Float>(repeating: 1, count: 32).copied(to: gpu)
          for _ in 0..<100 {
            try vectorAdd(x: x, y: one, z: x, count: 32).launch(grid: 1, on: .stream(stream))
            await Task.yield()
          }
          try stream.synchronize()
          return try x.elementsOnHost()[31] - Float(task)
        }
      }
      for try await sum in group { #expect(sum == 100) }
    }
    #expect(gpu.compilations.count == 1)
    #expect(fake.launchCount == 800)
    #expect(fake.live("memory") == 0)
  }

  @Test func kernelsAreUnloadedOnRequest() throws {
    let fake = try FakeDriver()
    let gpu = try fake.gpu(
      toolchain: KernelToolchain { module, target, _ in
        CompiledKernel(
          name: "vectorAdd", ptx: Images.ptx("vectorAdd", ["u64", "u64", "u64", "u32"]),
          target: target, warpCount: 1, sharedByteCount: 0,
          parameters: (0..<4).map {
            EntryParameter(name: "", kind: $0 < 3 ? .pointer : .scalar(.i32))
          })
      })
    let x = try Buffer<Float>(repeating: 0, count: 4).copied(to: gpu)
    let one = try Buffer<Float>(repeating: 1, count: 4).copied(to: gpu)
    let free = fake.live("memory")
    for _ in 0..<1000 {
      try vectorAdd(x: x, y: one, z: x, count: 4, blockSize: 16).launch(grid: 1, on: .gpu(gpu))
      #expect(fake.live("module") == 1)
      try gpu.unloadKernels()
    }
    #expect(try x.elementsOnHost() == [1000, 1000, 1000, 1000])
    #expect(fake.made("module") == 1000)
    #expect(fake.live("module") == 0)
    #expect(fake.live("memory") == free)
  }

  @Test func everythingIsGivenBackWithTheGPU() throws {
    let fake = try FakeDriver()
    do {
      let gpu = try fake.gpu()
      let x = try Buffer<Float>(repeating: 1, count: 64).copied(to: gpu)
      try vectorAdd(x: x, y: x, z: x, count: 64).launch(grid: 1, on: .gpu(gpu))
    }
    for kind in FakeDriver.kinds { #expect(fake.live(kind) == 0, "\(kind)") }
  }
}
