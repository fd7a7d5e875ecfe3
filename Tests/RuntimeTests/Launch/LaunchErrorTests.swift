import Compiler
import KernelLanguage
import Kernels
import Launch
import PTX
import Testing

/// Launches that cannot be: each a named error with the numbers, before the GPU sees it.
@Suite struct LaunchErrorTests {
  @Test func namesADriverThatIsNotThere() throws {
    let error = try #require(throws: DeviceError.self) { try GPU(0, driver: "libno-driver.so") }
    #expect(error.description.hasPrefix("no CUDA driver: libno-driver.so not found ("))
  }

  @Test func namesAGPUThatIsNotThere() throws {
    let fake = try FakeDriver(deviceCount: 2)
    let error = try #require(throws: DeviceError.self) { try fake.gpu(2) }
    #expect(error.description == "there is no GPU 2: the driver has 2, counted from 0")
  }

  @Test func refusesAnotherDevicesBuffer() throws {
    let fake = try FakeDriver(deviceCount: 2)
    let (first, second) = (
      try fake.gpu(), try fake.gpu(1)
    )
    let x = try Buffer<Float>(repeating: 1, count: 4).copied(to: first)
    let y = try Buffer<Float>(repeating: 1, count: 4).copied(to: second)
    #expect(
      message { try vectorAdd(x: x, y: y, z: x, count: 4).launch(grid: 1, on: .gpu(first)) }
        == "argument 'y' is in the memory of GPU 1 (Pretended H200 1), but the kernel is launched "
        + "on GPU 0 (Pretended H200 0)")
    #expect(fake.launchCount == 0)
  }

  @Test func refusesAHostBufferOnAStream() throws {
    let fake = try FakeDriver()
    let gpu = try fake.gpu()
    let x: Buffer<Float> = [1]
    let stream = try GPUStream(gpu)
    #expect(
      message { try vectorAdd(x: x, y: x, z: x, count: 1).launch(grid: 1, on: .stream(stream)) }
        == "argument 'x' is in the memory of the host, but a launch on a stream takes buffers in "
        + "the memory of GPU 0 (Pretended H200 0)")
  }

  @Test func refusesADevicesBufferInTheInterpreter() throws {
    let gpu = try FakeDriver().gpu()
    let x = try Buffer<Float>(repeating: 1, count: 4).copied(to: gpu)
    #expect(
      message { try vectorAdd(x: x, y: x, z: x, count: 4).launch(grid: 1) }
        == "argument 'x' is in the memory of GPU 0 (Pretended H200 0), but the interpreter works "
        + "in the memory of the host")
  }

  @Test(
    arguments: [
      (
        { @Sendable in $0.sharedByteCount = 232_449 },
        "the kernel needs 232449 bytes of shared memory, but a block on GPU 0 (Pretended H200 0) has "
          + "at most 232448"
      ),
      (
        { @Sendable in $0.warpCount = 64 },
        "the kernel has 64 warps, 2048 threads, but a block on GPU 0 (Pretended H200 0) has at most "
          + "1024"
      ),
      (
        { @Sendable in $0.target = PTXTarget(100, isArchitectureSpecific: true) },
        "the kernel is compiled for sm_100a, but GPU 0 (Pretended H200 0) is sm_90a"
      ),
      (
        { @Sendable in $0.parameters.removeLast() },
        "the compiled kernel has 3 parameters, but a launch passes 4 values"
      ),
      (
        { @Sendable in $0.name = "another" },
        "cuModuleGetFunction failed with CUDA_ERROR_NOT_FOUND (500): named symbol not found "
          + "(kernel 'another')"
      ),
    ] as [(@Sendable (inout CompiledKernel) -> Void, String)])
  func refusesWhatTheDeviceCannotDo(
    change: @escaping @Sendable (inout CompiledKernel) -> Void, expected: String
  ) throws {
    let fake = try FakeDriver()
    let gpu = try fake.gpu(toolchain: TestToolchain(change).toolchain())
    let x: Buffer<Float> = [1]
    #expect(
      message { try vectorAdd(x: x, y: x, z: x, count: 1).launch(grid: 1, on: .gpu(gpu)) }
        == expected)
    #expect(fake.live("module") == 0)
  }

  @Test func asksForMuchSharedMemory() throws {
    let fake = try FakeDriver()
    let tools = TestToolchain { $0.sharedByteCount = 200_000 }
    let gpu = try fake.gpu(toolchain: tools.toolchain())
    let x: Buffer<Float> = [1]
    try vectorAdd(x: x, y: x, z: x, count: 1).launch(grid: 1, on: .gpu(gpu))
    #expect(fake.lastLaunch.contains("shared 200000"))
    #expect(gpu.compilations.first?.resources?.sharedByteCount == 200_000)
  }

  @Test func passesNullForParametersThatTheAuthorDoesNotKnow() throws {
    let fake = try FakeDriver()
    let tools = TestToolchain {
      $0.parameters.append(EntryParameter(name: "", kind: .pointer))
      $0.ptx = Images.ptx("vectorAdd", ["u64", "u64", "u64", "u32", "u64"])
    }
    let gpu = try fake.gpu(toolchain: tools.toolchain())
    let x: Buffer<Float> = [1]
    try vectorAdd(x: x, y: x, z: x, count: 1).launch(grid: 1, on: .gpu(gpu))
    #expect(fake.lastLaunch.hasSuffix(" 1/4 0/8"))
  }

  @Test func leavesTheBuffersWhenAKernelFails() throws {
    let fake = try FakeDriver()
    let gpu = try fake.gpu()
    let x: Buffer<Float> = [1, 2]
    for function in [
      "cuLinkCreate", "cuLinkComplete", "cuModuleLoadDataEx", "cuMemAlloc", "cuMemcpyHtoD",
      "cuLaunchKernel", "cuStreamSynchronize", "cuMemcpyDtoH",
    ] {
      fake.inject(719, into: function)
      let message = message {
        try vectorAdd(x: x, y: x, z: x, count: 2).launch(grid: 1, on: .gpu(gpu))
      }
      #expect(message?.contains("\(function) failed with CUDA_ERROR_LAUNCH_FAILED (719)") == true)
      #expect(x.elements == [1, 2])
      fake.heal()
      #expect(fake.live("memory") == 0)
    }
  }

  @Test(arguments: [0, -4, 3])
  func refusesNumbersOfWarps(count: Int) throws {
    let gpu = try FakeDriver().gpu()
    let x: Buffer<Float> = [1]
    #expect(
      message {
        try vectorAdd(x: x, y: x, z: x, count: 1)
          .launch(grid: 1, on: .gpu(gpu), options: KernelOptions(warps: count))
      } == "\(count) warps, expected a power of two")
  }

  @Test(arguments: [0, -1, 15, 256])
  func refusesLimitsOfRegisters(count: Int) throws {
    let gpu = try FakeDriver().gpu()
    let x: Buffer<Float> = [1]
    #expect(
      message {
        try vectorAdd(x: x, y: x, z: x, count: 1)
          .launch(grid: 1, on: .gpu(gpu), options: KernelOptions(maximumRegisters: count))
      } == "at most \(count) registers, expected 16 to 255")
  }

  /// The message of the error that `body` throws, which is one at a kernel's declaration.
  private func message(_ body: () throws -> some Any) -> String? {
    do {
      _ = try body()
      return nil
    } catch let error as KernelError {
      #expect(error.diagnostics.count == 1)
      #expect(error.diagnostics.first?.position.file.hasSuffix("VectorAdd.swift") == true)
      return error.diagnostics.first?.message
    } catch {
      return "another error: \(error)"
    }
  }
}
