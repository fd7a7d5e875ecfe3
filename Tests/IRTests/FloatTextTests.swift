import IR
import Testing

struct FloatTextTests {
  /// The constant of the written form `text`, as its bits.
  private func bits(_ text: String) throws -> UInt64 {
    let module = try parse("tt.func @f() {\n %0 = arith.constant \(text)\n tt.return\n}")
    let constant = try #require(module.descendants(of: module.root).dropFirst().first)
    return try #require(module.view(constant, as: Constant.self)?.splat)
  }

  private func text(of bits: UInt64, _ type: ScalarType) -> String {
    Attribute.float(bits: bits, type).text
  }

  @Test(
    arguments: [
      ("1.0 : f32", 0x3F80_0000), ("-0.0 : f32", 0x8000_0000), ("1. : f64", 0x3FF0_0000_0000_0000),
      ("1.5e-3 : f32", 0x3AC4_9BA6), ("0x7FC00000 : f32", 0x7FC0_0000), ("0x7E00 : f16", 0x7E00),
      ("65504.0 : f16", 0x7BFF), ("1.0e9 : f16", 0x7C00), ("1.0 : bf16", 0x3F80),
      ("448.0 : f8E4M3FN", 0x7E), ("5.7344e4 : f8E5M2", 0x7B),
      ("1.0e-400 : f64", 0), ("1.40129846e-45 : f32", 1),
    ] as [(String, UInt64)])
  func decimalAndBits(_ text: String, _ expected: UInt64) throws {
    #expect(try bits(text) == expected)
  }

  /// 1 + 2^-11 lies in the middle between two f16 numbers; the last digit decides.
  @Test(
    arguments: [
      ("1.00048828125", 0x3C00), ("1.000488281250000000000000000001", 0x3C01),
      ("1.000488281249999999999999999999", 0x3C00), ("1.00146484375", 0x3C02),
      ("1.00146484374999999999999999999999", 0x3C01), ("10.0048828125e-1", 0x3C00),
      ("0.0000100048828125000000000000000001e5", 0x3C01),
    ] as [(String, UInt64)])
  func roundedOnce(_ decimal: String, _ expected: UInt64) throws {
    #expect(try bits("\(decimal) : f16") == expected)
    #expect(try bits("-\(decimal) : f16") == expected | 0x8000)
  }

  @Test(
    arguments: [
      (0x3F80_0000, .f32, "1.000000e+00"), (0x8000_0000, .f32, "-0.000000e+00"),
      (0x3DCC_CCCD, .f32, "1.000000e-01"), (0x3FB8_AA3B, .f32, "1.44269502"),
      (0x0080_0000, .f32, "1.17549435E-38"), (1, .f32, "1.401300e-45"),
      (0x7F7F_FFFF, .f32, "3.40282347E+38"), (0x7F80_0000, .f32, "0x7F800000"),
      (0xFFC0_0000, .f32, "0xFFC00000"), (0x3FE6_2E42_FEFA_39EF, .f64, "0.69314718055994529"),
      (0x7BFF, .f16, "6.550400e+04"), (0x7E, .f8E4M3FN, "4.480000e+02"),
      (0x4B80_0001, .f32, "0x4B800001"),
    ] as [(UInt64, ScalarType, String)])
  func writtenAsMLIRDoes(_ bits: UInt64, _ type: ScalarType, _ expected: String) {
    #expect(text(of: bits, type) == "\(expected) : \(type)")
  }

  @Test(arguments: ScalarType.allCases.filter { $0.isFloat && $0.bitWidth <= 16 })
  func everyNumberReadsBack(_ type: ScalarType) throws {
    let step = type.bitWidth == 16 ? 7 : 1
    for pattern in stride(from: 0, to: 1 << type.bitWidth, by: step) {
      let written = text(of: UInt64(pattern), type)
      #expect(try bits(written) == UInt64(pattern), "\(written)")
    }
  }
}
