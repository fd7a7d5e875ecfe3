import Compiler
import KernelLanguage
import Launch
import Testing

/// Files in Swift that hold a kernel, and what they call.
@Suite struct SwiftSourceTests {
  @Test func makesATypeWithATypedLaunch() {
    let kernel = CompiledKernel(
      name: "add", ptx: Array("PTX".utf8) + Array(repeating: 0xab, count: 38), target: .sm90a,
      warpCount: 4, sharedByteCount: 64,
      parameters: [
        EntryParameter(name: "x", kind: .pointer, divisibility: 16),
        EntryParameter(name: "in", kind: .scalar(.i32)),
        EntryParameter(name: "scale", kind: .scalar(.bf16)),
        EntryParameter(name: "", kind: .pointer),
      ])
    let source = EmbeddedKernel(kernel, knownValues: [1: 1]).swiftSource
    #expect(source.contains("public struct Add: Sendable {"))
    #expect(
      source.contains(
        """
              parameters: [
                .pointer(multipleOf: 16),
                .number(Int32.self, multipleOf: 1, equalTo: 1),
                .number(BFloat16.self, multipleOf: 1),
              ], hiddenParameterCount: 1, on: gpu)
        """))
    #expect(
      source.contains(
        "grid: LaunchGrid, on stream: GPUStream, x: Buffer<some TileElement>, in_: Int32, "
          + "scale: BFloat16"))
    #expect(
      source.contains(
        "kernel.launch(grid: grid, on: stream, .buffer(x), .number(in_), .number(scale))")
    )
    let row = String(repeating: "ab", count: 37)
    #expect(source.contains("\"\"\"\n    505458\(row)\\\n    ab\n    \"\"\""))
  }

  @Test func aPrecompiledKernelIsLaunched() throws {
    let fake = try FakeDriver()
    let gpu = try fake.gpu()
    let stream = try GPUStream(gpu)
    let kernel = try Self.increment(on: gpu)
    let x = try Buffer<Float>(repeating: 1, count: 4).copied(to: gpu)
    try kernel.launch(grid: 2, on: stream, .buffer(x), .number(Int32(4)))
    #expect(try x.elementsOnHost() == [2, 2, 2, 2])
    #expect(fake.lastLaunch.hasPrefix("increment grid 2 1 1 block 64 1 1 shared 0"))
    try kernel.launch(grid: 0, on: stream, .buffer(x), .number(Int32(4)))
    #expect(fake.launchCount == 1)
  }

  @Test func aPrecompiledKernelIsLaunchedOnlyAsItWasCompiled() throws {
    let fake = try FakeDriver(deviceCount: 2)
    let gpu = try fake.gpu()
    let stream = try GPUStream(gpu)
    let kernel = try Self.increment(on: gpu)
    let x = try Buffer<Float>(repeating: 1, count: 4).copied(to: gpu)
    let host: Buffer<Float> = [1]
    let other = try host.copied(to: fake.gpu(1))
    let address = try #require(x.storage.device?.address)
    let odd = Buffer<Float>(at: address + 4, count: 3, on: gpu)
    let cases: [([PrecompiledKernel.Argument], LaunchGrid, String)] = [
      ([.buffer(x)], 1, "kernel 'increment' has 2 parameters, but 1 are passed"),
      (
        [.number(Int32(1)), .buffer(x)], 1,
        "argument 0 of kernel 'increment' is i32, expected an address"
      ),
      (
        [.buffer(host), .number(Int32(4))], 1,
        "argument 0 of kernel 'increment' is in the memory of the host"
      ),
      (
        [.buffer(other), .number(Int32(4))], 1,
        "argument 0 of kernel 'increment' is in the memory of GPU 1 (Pretended H200 1)"
      ),
      (
        [.buffer(odd), .number(Int32(4))], 1,
        "argument 0 of kernel 'increment' is no multiple of 16, for which the kernel was compiled"
      ),
      (
        [.buffer(x), .number(Int32(3))], 1,
        "argument 1 of kernel 'increment' is 3, but the kernel was compiled for 4"
      ),
      (
        [.buffer(x), .number(Int32(4))], LaunchGrid(1, 65536),
        "grid (1, 65536, 1) has 65536 programs along y, expected 0 to 65535"
      ),
    ]
    for (arguments, grid, message) in cases {
      let error = #expect(throws: DeviceError.self) {
        try kernel.launch(grid: grid, on: stream, arguments: arguments)
      }
      #expect(error?.description == message)
    }
    #expect(fake.launchCount == 0)
  }

  @Test(arguments: [("sm_90a", "0g"), ("sm_90a", "0"), ("hopper", "00")])
  func refusesWhatIsNoKernel(target: String, image: String) throws {
    let gpu = try FakeDriver().gpu()
    #expect(throws: DeviceError.self) {
      _ = try PrecompiledKernel(
        name: "k", target: target, hexadecimalImage: image, warps: 1, sharedByteCount: 0,
        parameters: [], on: gpu)
    }
  }

  private static func increment(on gpu: GPU) throws -> PrecompiledKernel {
    let digits = Images.increment.map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
    return try PrecompiledKernel(
      name: "increment", target: "sm_90a", hexadecimalImage: digits, warps: 2, sharedByteCount: 0,
      parameters: [.pointer(multipleOf: 16), .number(Int32.self, equalTo: 4)], on: gpu)
  }
}
