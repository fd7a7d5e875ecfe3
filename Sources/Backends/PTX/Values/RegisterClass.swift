/// The kinds of virtual registers that a function declares (PTX ISA 5.1.1).
///
/// Integers and packed formats live in registers of bits, which every instruction of that size
/// takes.
package enum RegisterClass: UInt8, CaseIterable, Hashable, Sendable, BitwiseCopyable {
  case predicate, bits16, bits32, bits64, bits128, float32, float64

  /// The type that declares registers of this class.
  package var type: PTXType {
    switch self {
    case .predicate: .pred
    case .bits16: .b16
    case .bits32: .b32
    case .bits64: .b64
    case .bits128: .b128
    case .float32: .f32
    case .float64: .f64
    }
  }

  /// What the names of registers of this class begin with.
  package var prefix: String {
    switch self {
    case .predicate: "%p"
    case .bits16: "%rs"
    case .bits32: "%r"
    case .bits64: "%rd"
    case .bits128: "%rq"
    case .float32: "%f"
    case .float64: "%fd"
    }
  }

  /// How many bits a register holds.
  package var bitWidth: Int { type.bitWidth }

  /// Whether an operand of `type` may be a register of this class (PTX ISA 9.4).
  ///
  /// Registers of bits fit every type of their size, and types of bits take every register. With
  /// `allowingWider` the register may be larger, as in loads, stores and conversions of integers.
  package func fits(_ type: PTXType, allowingWider: Bool = false) -> Bool {
    if self == .predicate || type == .pred { return self == .predicate && type == .pred }
    let fitsSize =
      bitWidth == type.bitWidth || (bitWidth == 16 && type.bitWidth == 8)
      || (allowingWider && bitWidth > type.bitWidth)
    guard fitsSize else { return false }
    switch self {
    case .float32, .float64:
      return type.interpretation == .bits || (type.interpretation == .float && type == self.type)
    case .predicate, .bits16, .bits32, .bits64, .bits128:
      return true
    }
  }
}
