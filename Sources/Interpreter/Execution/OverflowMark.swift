import Arithmetic
import IR

/// Says of one element that the arithmetic behind it overflowed.
///
/// A mark is 0 if nothing overflowed. Bit 0 says that a result did not fit as a number with sign,
/// bit 1 that it did not fit as a number without; the bits above hold one more than the number of
/// the operation. Sums, differences, products and left shifts set marks; copies, selections,
/// smaller and larger ones of two, and changes of width pass them on. A wider integer made with
/// sign passes on only what bit 0 says, one without sign only what bit 1 says. Everything else
/// (comparisons, remainders, bit operations) gives results without marks, because wrapping before
/// them is what hashes and random numbers do on purpose.
///
/// A mark becomes a finding only when memory is accessed at a pointer or an index that carries
/// one: lanes that a mask switches off may compute anything.
enum OverflowMark {
  static let signed: UInt64 = 1
  static let unsigned: UInt64 = 2

  static func mark(_ bits: UInt64, by op: OpID) -> UInt64 {
    bits == 0 ? 0 : bits | (UInt64(op.index) + 1) << 2
  }

  /// The operation that overflowed.
  static func op(of mark: UInt64) -> OpID? {
    mark >> 2 == 0 ? nil : OpID(index: UInt32(mark >> 2) - 1)
  }

  /// What two operands together pass on.
  static func merge(_ lhs: UInt64, _ rhs: UInt64) -> UInt64 {
    if lhs == 0 { return rhs }
    return rhs == 0 ? lhs : lhs | (rhs & 3)
  }

  /// Which of the bits the operation itself sets.
  static func overflow(
    _ operation: IntegerOperation, _ lhs: UInt64, _ rhs: UInt64, width: Int
  ) -> UInt64 {
    let isSigned: Bool
    let isUnsigned: Bool
    switch operation {
    case .add:
      isSigned = IntegerArithmetic.addOverflowsSigned(lhs, rhs, width: width)
      isUnsigned = IntegerArithmetic.addOverflowsUnsigned(lhs, rhs, width: width)
    case .subtract:
      isSigned = IntegerArithmetic.subtractOverflowsSigned(lhs, rhs, width: width)
      isUnsigned = IntegerArithmetic.subtractOverflowsUnsigned(lhs, rhs)
    case .multiply:
      isSigned = IntegerArithmetic.multiplyOverflowsSigned(lhs, rhs, width: width)
      isUnsigned = IntegerArithmetic.multiplyOverflowsUnsigned(lhs, rhs, width: width)
    case .shiftLeft:
      guard rhs < UInt64(width) else { return signed | unsigned }
      let result = IntegerArithmetic.shiftLeft(lhs, by: rhs, width: width)
      isSigned =
        IntegerArithmetic.shiftRightSigned(result, by: rhs, width: width) != lhs
      isUnsigned = IntegerArithmetic.shiftRightUnsigned(result, by: rhs, width: width) != lhs
    default: return 0
    }
    return (isSigned ? signed : 0) | (isUnsigned ? unsigned : 0)
  }
}
