import Emulator
import PTX
import Support
import Testing

@Suite struct LaunchTests {
  /// Every thread adds its number to one sum and writes it to an element of its own.
  private static let sums = KernelText.module(
    """
    ld.param.u64 %rd1, [p0];
    mov.u32 %r1, %ctaid.x;
    mov.u32 %r2, %tid.x;
    mad.lo.s32 %r3, %r1, 64, %r2;
    red.global.add.u32 [%rd1], %r3;
    mul.wide.u32 %rd2, %r3, 4;
    add.s64 %rd3, %rd1, %rd2;
    st.global.b32 [%rd3+4], %r3;
    """, parameters: ".param .u64 p0")

  @Test(arguments: [1, 2, 5])
  func threadsOfTheHostChangeNothing(workers: Int) throws {
    let program = try KernelText.program(Self.sums)
    let memory = EmulatedMemory()
    let address = try memory.allocate(byteCount: 4 + 4 * 64 * 40, name: "sums")
    memory.write([0, 0, 0, 0], at: address)
    var options = EmulatorOptions()
    options.workerCount = workers
    let statistics = try program.run(
      EmulatedLaunch(
        grid: GridPosition(40), threads: GridPosition(64), parameters: [littleEndian(address)]),
      memory: memory, options: options)
    let count: UInt32 = 40 * 64
    #expect(memory.read(at: address, count: 4) == littleEndian(count * (count - 1) / 2))
    #expect(
      memory.read(at: address + 4, count: 4 * Int(count))
        == (0..<count).flatMap { littleEndian($0) })
    #expect(statistics.warpInstructions == 40 * 2 * 9)
    #expect(statistics.laneInstructions == UInt64(count) * 9)
  }

  @Test(arguments: [1, 3])
  func theFirstBlockThatFailsIsReported(workers: Int) throws {
    var options = EmulatorOptions()
    options.workerCount = workers
    let source = KernelText.module(
      """
      mov.u32 %r1, %ctaid.x;
      setp.ge.u32 %p1, %r1, 7;
      @%p1 trap;
      """)
    let report = try #require(try KernelText.report(source, grid: 50, options: options))
    #expect(report.kind == .trap)
    #expect(report.block == GridPosition(7, 0, 0))
  }

  @Test func aReportNamesTheLineOfTheSource() throws {
    let report = try #require(
      try KernelText.report(KernelText.module(".loc 1 42 7\ntrap;")))
    #expect(
      report.description == """
        kernel.ptx:10: error: trap: the kernel stopped itself
          in block (0, 0, 0), warp 0, lane 0, from kernel.py:42:7
        """)
  }

  @Test func theBudgetIsExact() throws {
    var options = EmulatorOptions()
    let source = KernelText.module("mov.u32 %r1, 1;\nmov.u32 %r2, 2;")
    options.stepBudget = 2
    #expect(try KernelText.report(source, options: options)?.kind == .stepBudget)
    options.stepBudget = 4
    #expect(try KernelText.report(source, options: options) == nil)
  }

  @Test func launchesThatTheMachineRefuses() throws {
    let source = KernelText.module("mov.u32 %r1, 1;")
    #expect(try KernelText.report(source, threads: 1025)?.kind == .invalidLaunch)
    #expect(try KernelText.report(source, threads: 0)?.kind == .invalidLaunch)
    #expect(try KernelText.report(source, grid: 1 << 31)?.kind == .invalidLaunch)
    #expect(try KernelText.report(source, grid: 0) == nil)
    #expect(try KernelText.report(source, shared: 227 << 10) == nil)
    #expect(try KernelText.report(source, shared: 227 << 10 + 1)?.kind == .invalidLaunch)
    let small = KernelText.module("mov.u32 %r1, 1;", target: "sm_86")
    #expect(try KernelText.report(small, shared: 100 << 10)?.kind == .invalidLaunch)
    let parameter = KernelText.module("mov.u32 %r1, 1;", parameters: ".param .u32 p0")
    #expect(try KernelText.report(parameter)?.kind == .invalidLaunch)
  }

  @Test func whatIsNotEmulatedIsNamed() throws {
    let source = KernelText.module("wgmma.fence.sync.aligned;")
    let error = #expect(throws: Diagnostic.self) { try KernelText.program(source) }
    #expect(error?.message == "'wgmma.fence.sync.aligned' is not emulated")
    #expect(error?.position.line == 9)
  }
}
