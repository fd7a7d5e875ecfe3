/// The type of one number.
///
/// Integers carry no sign, as in MLIR: the operations say whether they read one.
public enum ScalarType: UInt8, CaseIterable, Hashable, Sendable, BitwiseCopyable {
  case i1, i4, i8, i16, i32, i64
  case f8E4M3FN, f8E4M3FNUZ, f8E5M2, f8E5M2FNUZ
  case f16, bf16, f32, f64

  /// The name in MLIR's text.
  public var name: String {
    switch self {
    case .i1: "i1"
    case .i4: "i4"
    case .i8: "i8"
    case .i16: "i16"
    case .i32: "i32"
    case .i64: "i64"
    case .f8E4M3FN: "f8E4M3FN"
    case .f8E4M3FNUZ: "f8E4M3FNUZ"
    case .f8E5M2: "f8E5M2"
    case .f8E5M2FNUZ: "f8E5M2FNUZ"
    case .f16: "f16"
    case .bf16: "bf16"
    case .f32: "f32"
    case .f64: "f64"
    }
  }

  /// The type that MLIR's text calls `name`.
  public init?(name: some StringProtocol) {
    guard let type = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = type
  }

  /// How many bits a value has.
  public var bitWidth: Int {
    switch self {
    case .i1: 1
    case .i4: 4
    case .i8, .f8E4M3FN, .f8E4M3FNUZ, .f8E5M2, .f8E5M2FNUZ: 8
    case .i16, .f16, .bf16: 16
    case .i32, .f32: 32
    case .i64, .f64: 64
    }
  }

  /// How many bytes a value takes in memory; `i1` and `i4` take one.
  public var byteWidth: Int { (bitWidth + 7) / 8 }

  /// The type is an integer's.
  public var isInteger: Bool {
    switch self {
    case .i1, .i4, .i8, .i16, .i32, .i64: true
    default: false
    }
  }

  /// The type is a float's.
  public var isFloat: Bool { !isInteger }

  /// A float of 8 bits.
  public var isFloat8: Bool { isFloat && bitWidth == 8 }

  /// The integer type of `bitWidth` bits, if there is one.
  public static func integer(bitWidth: Int) -> ScalarType? {
    allCases.first { $0.isInteger && $0.bitWidth == bitWidth }
  }
}

extension ScalarType: CustomStringConvertible {
  public var description: String { name }
}
