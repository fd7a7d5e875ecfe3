import PTX
import RandomTesting
import Support
import Testing

/// Inline assembly and maps.
@Suite struct AssemblyRunTests {
  private func step(
    _ text: String, _ constraints: String, _ inputs: [String], _ output: String, pack: Int = 1
  ) -> ElementwiseKernel.Step {
    let operands = inputs.indices.map { "$\($0)" }.joined(separator: ", ")
    let types = zip(["$a", "$b", "$c"], inputs).map(\.0).joined(separator: ", ")
    // The text's own dollars are written last.
    let quoted = text.replacing("$", with: "\u{1}")
    return .init(
      inputs, output,
      "tt.elementwise_inline_asm \"\(quoted)\" {constraints = \"\(constraints)\", "
        + "packed_element = \(pack) : i32, pure = true} \(operands) : \(types) -> $r")
  }

  private func run(
    _ step: ElementwiseKernel.Step, target: PTXTarget = .sm90a, count: Int = 512
  ) throws {
    var source = SplitMix(seed: 5)
    var buffers: [[UInt8]] = []
    for type in step.inputs + [step.output] {
      let size = max(8, ConversionSteps.width(type)) / 8
      buffers.append(
        (0..<(count * size)).map { _ in UInt8(truncatingIfNeeded: source.next() & 0x7F) })
    }
    let text = ElementwiseKernel(count: count, steps: [step]).text.replacing("\u{1}", with: "$")
    let run = try ComparedRun(text, buffers: buffers, for: target)
    #expect(run.found == run.expected)
  }

  @Test func words() throws {
    try run(step("shf.l.wrap.b32 $0, $1, $2, 8;", "=r,r,r", ["i32", "i32"], "i32"))
    try run(
      step("{ .reg .b32 t<2>; add.u32 t0, $1, 5; mul.lo.u32 $0, t0, t0; }", "=r,r", ["i32"], "i32"))
    try run(step("add.u64 $0, $1, $2;", "=l,l,l", ["i64", "i64"], "i64"))
    try run(step("fma.rn.f32 $0, $1, $2, $1;", "=f,f,f", ["f32", "f32"], "f32"))
  }

  @Test func guards() throws {
    try run(
      step(
        "{ .reg .pred p; mov.u32 $0, 7; setp.lt.s32 p, $1, 0; @p mov.u32 $0, 9; }", "=r,r", ["i32"],
        "i32"))
  }

  @Test(arguments: [32, 128, 512]) func packedElements(count: Int) throws {
    try run(
      step("and.b32 $0, $1, 0x0F0F0F0F; shl.b32 $0, $0, 4;", "=r,r", ["i8"], "i8", pack: 4),
      count: count)
    try run(
      step("add.rn.f16x2 $0, $1, $2;", "=r,r,r", ["f16", "f16"], "f16", pack: 2), count: count)
  }

  @Test func tiedOperands() throws {
    try run(step("add.u32 $0, $0, $2;", "=r,0,r", ["i32", "i32"], "i32"))
  }

  @Test func whatIsNoInstructionIsRefused() throws {
    let text = ElementwiseKernel(
      count: 128, steps: [step("frobnicate.b32 $0, $1;", "=r,r", ["i32"], "i32")]
    ).text.replacing("\u{1}", with: "$")
    let failure = #expect(throws: Diagnostic.self) { _ = try CompiledText(text) }
    #expect(failure?.message.contains("frobnicate") == true)
    #expect(failure?.position.line ?? 0 > 1)
  }

  /// Each element takes its own way through a loop.
  @Test func maps() throws {
    let text = """
      module {
        tt.func public @kernel(%in: !tt.ptr<i32>, %out: !tt.ptr<i32>) {
          %r = tt.make_range {end = 512 : i32, start = 0 : i32} : tensor<512xi32>
          %si = tt.splat %in : !tt.ptr<i32> -> tensor<512x!tt.ptr<i32>>
          %ai = tt.addptr %si, %r : tensor<512x!tt.ptr<i32>>, tensor<512xi32>
          %v = tt.load %ai : tensor<512x!tt.ptr<i32>>
          %m = "tt.map_elementwise"(%v) <{pack = 1 : i32}> ({
          ^bb0(%x: i32):
            %zero = arith.constant 0 : i32
            %one = arith.constant 1 : i32
            %seven = arith.constant 7 : i32
            %odd = arith.andi %x, %one : i32
            %isOdd = arith.cmpi eq, %odd, %one : i32
            %n = scf.if %isOdd -> (i32) {
              %low = arith.andi %x, %seven : i32
              %sum = scf.for %i = %zero to %low step %one iter_args(%s = %zero) -> (i32) : i32 {
                %next = arith.addi %s, %i : i32
                scf.yield %next : i32
              }
              scf.yield %sum : i32
            } else {
              scf.yield %x : i32
            }
            tt.map_elementwise.return %n : i32
          }) : (tensor<512xi32>) -> tensor<512xi32>
          %so = tt.splat %out : !tt.ptr<i32> -> tensor<512x!tt.ptr<i32>>
          %ao = tt.addptr %so, %r : tensor<512x!tt.ptr<i32>>, tensor<512xi32>
          tt.store %ao, %m : tensor<512x!tt.ptr<i32>>
          tt.return
        }
      }
      """
    let input = (0..<512).flatMap { ComparedRun.bytes(UInt64($0 * 37), count: 4) }
    let run = try ComparedRun(text, buffers: [input, [UInt8](repeating: 0, count: 2048)])
    #expect(run.found == run.expected)
  }
}
