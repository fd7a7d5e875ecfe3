import Interpreter
import Testing

@Suite struct InlineAssemblyTests {
  private func assembly(
    _ text: String, _ constraints: String, inputs: Int, pack: Int = 1, on element: String = "i32",
    to result: String? = nil
  ) -> TestOperation {
    let names = ["%a", "%b", "%c"].prefix(inputs).joined(separator: ", ")
    let types = Array(repeating: "TI", count: inputs).joined(separator: ", ")
    return TestOperation(
      """
      %r = tt.elementwise_inline_asm "\(text)" {constraints = "\(constraints)", \
      packed_element = \(pack) : i32, pure = true} \(names) : \(types) -> TO
      """, on: element, to: result)
  }

  @Test func funnelShiftTakesBitsOfBothWords() throws {
    let shift = assembly("shf.l.wrap.b32 $0, $1, $2, 8;", "=r,r,r", inputs: 2)
    #expect(try shift([0xAB00_0000, 0] as [UInt32], [1, 0], as: UInt32.self) == [0x1AB, 0])
  }

  @Test func registersOfTheTextHoldValues() throws {
    let text = "{ .reg .b32 t<2>; add.u32 t0, $1, 5; // five\\0A mul.lo.u32 $0, t0, t0; }"
    #expect(
      try assembly(text, "=r,r", inputs: 1)([1, 2] as [UInt32], as: UInt32.self) == [36, 49])
  }

  @Test func narrowElementsShareARegister() throws {
    let text = "and.b32 $0, $1, 0x0F0F0F0F; shl.b32 $0, $0, 4;"
    let shift = assembly(text, "=r,r", inputs: 1, pack: 4, on: "i8")
    #expect(
      try shift([1, 0x12, 0x23, 0x34] as [UInt8], as: UInt8.self) == [0x10, 0x20, 0x30, 0x40])
  }

  @Test func guardsAndPredicates() throws {
    let text = "mov.u32 $0, 7; setp.lt.s32 p, $1, 0; @p mov.u32 $0, 9;"
    let choose = assembly(text, "=r,r", inputs: 1)
    #expect(try choose([-1, 1] as [Int32], as: Int32.self) == [9, 7])
  }

  @Test func vectorsTakeValuesApart() throws {
    let text = "mov.b32 {x, y}, $1; mov.b32 $0, {y, x};"
    let swap = assembly(text, "=r,r", inputs: 1)
    #expect(try swap([0x1234_5678, 1] as [UInt32], as: UInt32.self) == [0x5678_1234, 0x10000])
  }

  @Test func packedFloatsWorkLaneByLane() throws {
    let sum = assembly("add.rn.f16x2 $0, $1, $2;", "=r,r,r", inputs: 2, pack: 2, on: "f16")
    #expect(
      try sum([0x3C00, 0x4000] as [UInt16], [0x3C00, 0x3C00], as: UInt16.self) == [0x4000, 0x4200])
  }

  @Test func conversionsPutTheFirstOperandAbove() throws {
    let text = "cvt.rn.f16x2.f32 $0, $2, $1;"
    let pack = assembly(text, "=r,r,r", inputs: 2)
    let (one, two) = (Float(1).bitPattern, Float(2).bitPattern)
    #expect(try pack([one, one], [two, two], as: UInt32.self) == [0x4000_3C00, 0x4000_3C00])
  }

  @Test func softwareFloatsOfEightBitsBecomeHalves() throws {
    // 0x78 has the exponent field 15, which is 1; the same in a half is 0x3C00.
    let text = """
      { .reg .b32 a<2>, b<2>; prmt.b32 a0, 0, $2, 0x5746; and.b32 b0, a0, 0x7f007f00; \
      and.b32 b1, a0, 0x00ff00ff; and.b32 a1, a0, 0x00800080; shr.b32 b0, b0, 1; \
      add.u32 b1, b1, a1; lop3.b32 $0, b0, 0x80008000, a0, 0xf8; shl.b32 $1, b1, 7; }
      """
    let widen = assembly(text, "=r,=r,r", inputs: 1, pack: 4, on: "i8", to: "f16")
    #expect(
      try widen([0x78, 0x80, 0x79, 0xF8] as [UInt8], as: UInt16.self)
        == [0x3C00, 0x8000, 0x3C80, 0xBC00])
  }

  @Test func unknownInstructionsAreRefusedAtTheirPlace() throws {
    var launch = TestLaunch()
    let failure = try launch.failure(
      """
      tt.func public @kernel() {
        %r = tt.elementwise_inline_asm "wgmma.fence.sync.aligned;" {constraints = "=r", packed_element = 1 : i32, pure = true} -> i32
        tt.return
      }
      """)
    #expect(
      failure?.message == "inline assembly: instruction 'wgmma.fence.sync.aligned' is not known")
    #expect(failure?.position.line == 2)
  }

  @Test func constraintsMustFitTheOperands() throws {
    let bad = assembly("mov.u32 $0, $1;", "=r,r,r", inputs: 1)
    #expect(throws: (any Error).self) { try bad([1, 2] as [Int32], as: Int32.self) }
  }

  @Test func registersMustBeWrittenBeforeTheyAreRead() throws {
    let bad = assembly("mov.u32 $0, t;", "=r,r", inputs: 1)
    #expect(throws: (any Error).self) { try bad([1, 2] as [Int32], as: Int32.self) }
  }
}
