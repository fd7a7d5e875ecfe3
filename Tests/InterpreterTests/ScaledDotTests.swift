import Interpreter
import Testing

@Suite struct ScaledDotTests {
  /// Multiplies a 16x64 matrix of `a` and a 64x16 matrix of `b`, each in groups of 32 with a scale.
  private func product(
    _ a: UInt64, _ scaleOfA: UInt64?, lhs: String, _ b: UInt64, _ scaleOfB: UInt64?, rhs: String
  ) throws -> Float {
    func element(_ format: String) -> String {
      ["e4m3": "f8E4M3FN", "e5m2": "f8E5M2", "e2m1": "i8", "bf16": "bf16"][format] ?? "f16"
    }
    let lhsDepth = lhs == "e2m1" ? 32 : 64
    let rhsDepth = rhs == "e2m1" ? 32 : 64
    let (l, r) = (element(lhs), element(rhs))
    let scaleTypes = [scaleOfA, scaleOfB].map { $0 == nil ? "" : ", tensor<16x2xi8>" }
    let scaleUses = [
      scaleOfA == nil ? "" : " scale %as", scaleOfB == nil ? "" : " scale %bs",
    ]
    var launch = TestLaunch()
    let out = launch.buffer([0] as [Float], name: "out")
    for bits in [a, scaleOfA ?? 0, b, scaleOfB ?? 0] {
      launch.arguments.append(.scalar(bits: bits))
    }
    try launch.run(
      """
      tt.func public @kernel(%out: !tt.ptr<f32>, %a: \(l), %sa: i8, %b: \(r), %sb: i8) {
        %at = tt.splat %a : \(l) -> tensor<16x\(lhsDepth)x\(l)>
        %bt = tt.splat %b : \(r) -> tensor<\(rhsDepth)x16x\(r)>
        %as = tt.splat %sa : i8 -> tensor<16x2xi8>
        %bs = tt.splat %sb : i8 -> tensor<16x2xi8>
        %c = arith.constant dense<0.0> : tensor<16x16xf32>
        %p = tt.dot_scaled %at\(scaleUses[0]), %bt\(scaleUses[1]), %c lhs = \(lhs) rhs = \(rhs) \
      {fastMath = false} : tensor<16x\(lhsDepth)x\(l)>\(scaleTypes[0]) * \
      tensor<\(rhsDepth)x16x\(r)>\(scaleTypes[1]) -> tensor<16x16xf32>
        %f = tt.reshape %p : tensor<16x16xf32> -> tensor<256xf32>
        %os = tt.splat %out : !tt.ptr<f32> -> tensor<256x!tt.ptr<f32>>
        tt.store %os, %f : tensor<256x!tt.ptr<f32>>
        tt.return
      }
      """)
    return launch.floats(out)[0]
  }

  @Test func scalesArePowersOfTwo() throws {
    // 64 products of 1 and 1; 127 is the scale 1, 128 is 2, 126 is a half.
    #expect(try product(0x38, 127, lhs: "e4m3", 0x38, 127, rhs: "e4m3") == 64)
    #expect(try product(0x38, 128, lhs: "e4m3", 0x3C, 126, rhs: "e5m2") == 64)
    #expect(try product(0x38, 130, lhs: "e4m3", 0x3F80, nil, rhs: "bf16") == 512)
  }

  @Test func twoElementsOfFourBitsShareAByte() throws {
    // 0x2 is 1 and 0x5 is 3: each byte holds both, the first below.
    #expect(try product(0x52, 127, lhs: "e2m1", 0x38, 127, rhs: "e4m3") == 128)
    #expect(try product(0x52, 127, lhs: "e2m1", 0x52, 127, rhs: "e2m1") == 32 * (1 + 9))
  }

  @Test func aScaleOfNaNMakesNaN() throws {
    #expect(try product(0x38, 255, lhs: "e4m3", 0x38, 127, rhs: "e4m3").isNaN)
  }
}
