/// A type as PTX writes it after an opcode or in a declaration (PTX ISA 5.2, 5.4).
package enum PTXType: String, CaseIterable, Hashable, Sendable {
  case pred
  case b8, u8, s8
  case b16, u16, s16, f16, bf16
  case b32, u32, s32, f32
  case b64, u64, s64, f64
  case b128
  /// Two 16-bit integers in 32 bits.
  case u16x2, s16x2
  /// Two 16-bit floats in 32 bits.
  case f16x2, bf16x2
  /// A 32-bit float whose low 13 bits do not count.
  case tf32
  /// 8-bit floats.
  case e4m3, e5m2
  /// Two 8-bit floats in 16 bits.
  case e4m3x2, e5m2x2

  /// How many bits a value has; a predicate counts as one.
  package var bitWidth: Int {
    switch self {
    case .pred: 1
    case .b8, .u8, .s8, .e4m3, .e5m2: 8
    case .b16, .u16, .s16, .f16, .bf16, .e4m3x2, .e5m2x2: 16
    case .b32, .u32, .s32, .f32, .u16x2, .s16x2, .f16x2, .bf16x2, .tf32: 32
    case .b64, .u64, .s64, .f64: 64
    case .b128: 128
    }
  }

  /// How many bytes a value takes in memory; a predicate has no place there and counts as one.
  package var byteCount: Int { max(1, bitWidth / 8) }

  /// How an instruction looks at the bits of a value.
  package enum Interpretation: Sendable {
    /// As true or false.
    case predicate
    /// As bits without a meaning; any register of the size does.
    case bits
    /// As an integer.
    case integer
    /// As one number in the register class of the same name: `f32` or `f64`.
    case float
    /// As numbers in a format that has no register class, so that they live in registers of bits.
    case packed
  }

  /// How an instruction of this type looks at the bits of its operands.
  package var interpretation: Interpretation {
    switch self {
    case .pred: .predicate
    case .b8, .b16, .b32, .b64, .b128: .bits
    case .u8, .s8, .u16, .s16, .u32, .s32, .u64, .s64, .u16x2, .s16x2: .integer
    case .f32, .f64: .float
    case .f16, .bf16, .f16x2, .bf16x2, .tf32, .e4m3, .e5m2, .e4m3x2, .e5m2x2: .packed
    }
  }

  /// This is a type whose values are negative in part: a conversion extends their sign.
  package var isSigned: Bool {
    switch self {
    case .s8, .s16, .s32, .s64, .s16x2: true
    default: false
    }
  }

  /// The class of registers that holds values of this type when the type decides.
  ///
  /// 8-bit values have no registers of their own and live in those of 16 bits.
  package var registerClass: RegisterClass {
    switch interpretation {
    case .predicate: .predicate
    case .float: bitWidth == 32 ? .float32 : .float64
    case .bits, .integer, .packed:
      switch bitWidth {
      case ...16: .bits16
      case 32: .bits32
      case 64: .bits64
      default: .bits128
      }
    }
  }

  /// The size in bits followed by nothing else: the type of a variable that only holds bytes.
  package static func bits(_ width: Int) -> PTXType? {
    switch width {
    case 8: .b8
    case 16: .b16
    case 32: .b32
    case 64: .b64
    case 128: .b128
    default: nil
    }
  }
}
