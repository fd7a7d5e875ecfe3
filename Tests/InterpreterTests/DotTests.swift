import Interpreter
import Testing

@Suite struct DotTests {
  /// Multiplies two 16x16 matrices of which the first is `a` times the identity and the second
  /// holds `b` everywhere, and adds `c`.
  private func product(
    _ a: UInt64, _ b: UInt64, _ c: UInt64, _ element: String, _ result: String,
    precision: String = "ieee"
  ) throws -> UInt64 {
    var launch = TestLaunch()
    let width = result == "i32" || result == "f32" ? 4 : result == "f64" ? 8 : 2
    let out = launch.memory.add([UInt8](repeating: 0, count: width), name: "out")
    launch.arguments = [
      .pointer(out, offset: 0), .scalar(bits: a), .scalar(bits: b), .scalar(bits: c),
    ]
    let zero = element.hasPrefix("i") ? "0" : "0.0"
    try launch.run(
      """
      tt.func public @kernel(%out: !tt.ptr<\(result)>, %a: \(element), %b: \(element), %c: \(result)) {
        %i = tt.make_range {end = 16 : i32, start = 0 : i32} : tensor<16xi32>
        %x = tt.expand_dims %i {axis = 0 : i32} : tensor<16xi32> -> tensor<1x16xi32>
        %y = tt.expand_dims %i {axis = 1 : i32} : tensor<16xi32> -> tensor<16x1xi32>
        %xb = tt.broadcast %x : tensor<1x16xi32> -> tensor<16x16xi32>
        %yb = tt.broadcast %y : tensor<16x1xi32> -> tensor<16x16xi32>
        %d = arith.cmpi eq, %xb, %yb : tensor<16x16xi32>
        %zero = arith.constant dense<\(zero)> : tensor<16x16x\(element)>
        %as = tt.splat %a : \(element) -> tensor<16x16x\(element)>
        %l = arith.select %d, %as, %zero : tensor<16x16xi1>, tensor<16x16x\(element)>
        %r = tt.splat %b : \(element) -> tensor<16x16x\(element)>
        %cs = tt.splat %c : \(result) -> tensor<16x16x\(result)>
        %p = tt.dot %l, %r, %cs, inputPrecision = \(precision) : tensor<16x16x\(element)> * \
      tensor<16x16x\(element)> -> tensor<16x16x\(result)>
        %f = tt.reshape %p : tensor<16x16x\(result)> -> tensor<256x\(result)>
        %os = tt.splat %out : !tt.ptr<\(result)> -> tensor<256x!tt.ptr<\(result)>>
        tt.store %os, %f : tensor<256x!tt.ptr<\(result)>>
        tt.return
      }
      """)
    return launch.memory.bytes(of: out).enumerated().reduce(0) {
      $0 | UInt64($1.element) << (8 * UInt64($1.offset))
    }
  }

  private func f32(_ value: Float) -> UInt64 { UInt64(value.bitPattern) }

  @Test func integersMultiplyWithSignAndWrap() throws {
    #expect(try product(0xFF, 3, 10, "i8", "i32") == 7)
    #expect(try product(0x7F, 0x7F, 0x7FFF_FFFF, "i8", "i32") == 0x8000_3F00)
  }

  @Test func precisionRoundsTheFactors() throws {
    let x: Float = 1 + 0x1p-12
    #expect(try product(f32(x), f32(1), f32(2), "f32", "f32") == f32(2 + x))
    #expect(try product(f32(x), f32(1), f32(2), "f32", "f32", precision: "tf32") == f32(3))
    #expect(try product(f32(x), f32(1), f32(2), "f32", "f32", precision: "tf32x3") == f32(2 + x))
    #expect(try product(f32(x), f32(1), f32(2), "f32", "f32", precision: "bf16x3") == f32(2 + x))
    #expect(try product(f32(x), f32(1), f32(2), "f32", "f32", precision: "bf16x6") == f32(2 + x))
  }

  @Test func narrowFactorsGiveWideSums() throws {
    #expect(try product(0x3C00, 0x4000, f32(1), "f16", "f32") == f32(3))
    #expect(try product(0x3F80, 0x4000, f32(1), "bf16", "f32") == f32(3))
    #expect(try product(0x38, 0x40, f32(1), "f8E4M3FN", "f32") == f32(3))
    #expect(try product(0x3C, 0x40, 0x3C00, "f8E5M2", "f16") == 0x4200)
    #expect(
      try product(1.5.bitPattern, 2.0.bitPattern, 1.0.bitPattern, "f64", "f64") == 4.0.bitPattern)
  }

  @Test func narrowAccumulatorsRound() throws {
    // 2048 + 1 lies halfway between two halves; the even one is 2048.
    #expect(try product(0x3C00, 0x3C00, 0x6800, "f16", "f16") == 0x6800)
  }

  @Test func zeroTimesInfinityIsNoNumber() throws {
    let found = try product(0x3C00, 0x7C00, 0, "f16", "f32")
    #expect(Float(bitPattern: UInt32(found)).isNaN)
  }
}
