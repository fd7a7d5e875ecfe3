import Arithmetic
import IR

extension Module {
  /// `addptr(addptr(p, c), d) -> addptr(p, c + d)` for constants whose sum does not overflow.
  func fusedOffsets(_ op: OpID) -> Replacement? {
    guard let outer = view(op, as: AddPointer.self),
      let definer = definingOp(of: outer.pointer), let inner = view(definer, as: AddPointer.self),
      type(of: inner.offset) == type(of: outer.offset),
      let sum = exactSum(inner.offset, outer.offset)
    else { return nil }
    return .expression(
      .binary(
        .addptr, .value(inner.pointer), .number(sum, type(of: outer.offset)), outer.type))
  }

  private func exactSum(_ first: ValueID, _ second: ValueID) -> UInt64? {
    guard let width = type(of: first).scalar?.bitWidth, let left = constantBits(first),
      let right = constantBits(second),
      !IntegerArithmetic.addOverflowsSigned(left, right, width: width)
    else { return nil }
    return IntegerArithmetic.add(left, right, width: width)
  }
}
