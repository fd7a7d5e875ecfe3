import Nereid
import Testing

@Suite struct DebuggingTests {
  @Kernel static func printing(x: Pointer<Int32>) {
    devicePrint("value", load(x + programID(0)))
  }

  @Test func printsLines() throws {
    let report = try Self.printing(x: [7, 8]).launch(grid: 2)
    #expect(report.printed.count == 2)
    #expect(report.printed.first?.contains("value: 7") == true)
  }

  @Kernel static func asserting(x: Pointer<Int32>) {
    let value = load(x + arange(0, 4))
    deviceAssert(value < 10, "values must be small", mask: arange(0, 4) < 3)
    debugBarrier()
    assume(programID(0) >= 0)
    staticAssert(value.count == 4)
  }

  @Test func assertionsEndALaunch() throws {
    try Self.asserting(x: [1, 2, 3, 40]).launch(grid: 1)
    let error = #expect(throws: KernelError.self) {
      try Self.asserting(x: [1, 20, 3, 4]).launch(grid: 1)
    }
    #expect(error?.description.contains("values must be small") == true)
    #expect(error?.diagnostics.first?.position.file.hasSuffix("DebuggingTests.swift") == true)
    #expect(error?.diagnostics.first?.position.line == 17)
  }

  @Kernel static func assembly(x: Pointer<Int32>, output: Pointer<Int32>) {
    let i = arange(0, 4)
    let value = load(x + i)
    store(
      output + i,
      inlineAssembly("add.s32 $0, $1, $2;", constraints: "=r,r,r", value, value, result: Int32.self)
    )
  }

  @Test func runsKnownInstructions() throws {
    let output = Buffer<Int32>(uninitialized: 4)
    let call = Self.assembly(x: [1, 2, 3, 4], output: output)
    #expect(try call.text().contains("tt.elementwise_inline_asm"))
  }

  @Kernel static func loopHints(x: Pointer<Int32>, n: Scalar<Int32>) {
    var sum = Scalar<Int32>(0)
    for i in range(
      0, n, numStages: 3, loopUnrollFactor: 2, disallowAccumulatorMultiBuffering: true,
      flatten: true, warpSpecialize: true, disableInvariantMotion: true)
    {
      sum += i
    }
    store(x, sum)
  }

  @Test func loopsKeepTheirHints() throws {
    let x: Buffer<Int32> = [0]
    let call = Self.loopHints(x: x, n: 5)
    let text = try call.text()
    for hint in [
      "tt.num_stages = 3 : i32", "tt.loop_unroll_factor = 2 : i32", "tt.disallow_acc_multi_buffer",
      "tt.flatten", "tt.warp_specialize", "llvm.loop_annotation",
    ] { #expect(text.contains(hint), "\(hint)") }
    try call.launch(grid: 1)
    #expect(x[0] == 10)
  }

  @Kernel static func reading(x: Pointer<Int32>, output: Pointer<Int32>) {
    store(output, load(x + 5))
  }

  @Test func launchesReportWhatTheChecksFind() throws {
    let output: Buffer<Int32> = [3]
    let error = #expect(throws: KernelError.self) {
      try Self.reading(x: [1, 2], output: output).launch(grid: 1)
    }
    #expect(error?.diagnostics.first?.position.line == 72)
    #expect(output.elements == [3])
    let report = try Self.reading(x: Buffer(uninitialized: 8), output: output)
      .launch(grid: 1, on: .interpreter, checks: [.bounds, .uninitializedReads])
    #expect(report.findings.count == 1)
  }

  @Test func accessesOutsideDoNothingWhereBoundsAreNotChecked() throws {
    let output: Buffer<Int32> = [3]
    let report = try Self.reading(x: [1, 2], output: output)
      .launch(grid: 1, on: .interpreter, checks: [])
    #expect(output.elements == [0])
    #expect(report.ignoredElements == 1)
  }

  @Test func refusesGridsThatNoDeviceHas() {
    let call = Self.reading(x: [1], output: [1])
    let negative = #expect(throws: KernelError.self) { try call.launch(grid: -1) }
    #expect(negative?.description.contains("has -1 programs along x") == true)
    #expect(throws: KernelError.self) { try call.launch(grid: (1, 70000)) }
    #expect(throws: Never.self) { try call.launch(grid: (0, 1, 1)) }
  }

  @Test func hostHelpers() {
    #expect(cdiv(10, 4) == 3 && cdiv(8, 4) == 2 && cdiv(0, 4) == 0)
    #expect([0, 1, 2, 3, 17, 64].map(nextPowerOf2) == [1, 1, 2, 4, 32, 64])
  }

  @Kernel static func waiting(x: Pointer<Int32>) {
    var n = load(x)
    while withoutInvariantMotion(n < 10) { n += 3 }
    store(x, n)
  }

  @Test func whileLoopsKeepTheirHint() throws {
    let x: Buffer<Int32> = [2]
    let call = Self.waiting(x: x)
    #expect(try call.text().contains("llvm.loop_annotation"))
    try call.launch(grid: 1)
    #expect(x[0] == 11)
  }
}
