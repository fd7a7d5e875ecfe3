import Arithmetic
import IR

/// What the elements of a recorded buffer are.
public struct ElementFormat: Hashable, Sendable {
  /// The type in the IR, which knows no signs.
  public let scalar: ScalarType
  /// Whether integers are read without sign.
  public let isUnsigned: Bool

  /// Elements of type `scalar`.
  public init(_ scalar: ScalarType, isUnsigned: Bool = false) {
    (self.scalar, self.isUnsigned) = (scalar, isUnsigned)
  }

  /// The format that Triton calls `name`: `fp32`, `u8`, `fp8e4nv`.
  public init?(tritonName name: String) {
    let table: [String: (ScalarType, Bool)] = [
      "i1": (.i1, true), "u1": (.i1, true), "B": (.i1, true),
      "i8": (.i8, false), "i16": (.i16, false), "i32": (.i32, false), "i64": (.i64, false),
      "u8": (.i8, true), "u16": (.i16, true), "u32": (.i32, true), "u64": (.i64, true),
      "fp8e4nv": (.f8E4M3FN, false), "fp8e5": (.f8E5M2, false),
      "fp8e4b8": (.f8E4M3FNUZ, false), "fp8e5b16": (.f8E5M2FNUZ, false),
      "fp16": (.f16, false), "bf16": (.bf16, false), "fp32": (.f32, false),
      "fp64": (.f64, false),
    ]
    guard let row = table[name] else { return nil }
    self.init(row.0, isUnsigned: row.1)
  }

  /// The bits of a whole number; `nil` if it lies outside of the range of the type, whose
  /// signed and unsigned numbers are both accepted.
  func bits(ofInteger value: Int64) -> UInt64? {
    guard scalar.isInteger else { return bits(ofNumber: Double(value)) }
    let bits = UInt64(bitPattern: value).truncated(to: scalar.bitWidth)
    let fits = value < 0 ? bits.signExtended(from: scalar.bitWidth) == value : bits == value
    return fits ? bits : nil
  }

  /// The bits of a whole number that may be beyond the largest signed one.
  func bits(ofUnsigned value: UInt64) -> UInt64? {
    guard scalar.isInteger else { return bits(ofNumber: Double(value)) }
    return value.truncated(to: scalar.bitWidth) == value ? value : nil
  }

  /// The bits of a number that may have a fraction; `nil` if the type has none.
  func bits(ofNumber value: Double) -> UInt64? { scalar.floatFormat?.encode(value) }

  /// The element as a number; exact but for large 64-bit integers, which are compared as bits.
  func value(of bits: UInt64) -> Double {
    if let format = scalar.floatFormat { return format.decode(bits) }
    return isUnsigned ? Double(bits) : Double(bits.signExtended(from: scalar.bitWidth))
  }
}
