import Arithmetic
import IR

/// Between which numbers with sign the elements of a value lie.
struct IntegerBounds: Equatable {
  let lower, upper: Int64

  /// How many operations are looked through to find the bounds.
  private static let maximumDepth = 8

  init(lower: Int64, upper: Int64) { (self.lower, self.upper) = (lower, upper) }

  /// The narrowest bounds that follow from how `value` is made, or from its type alone.
  ///
  /// - Returns: `nil` if its elements are no integers.
  init?(of value: ValueID, in module: borrowing Module) {
    self.init(of: value, in: module, depth: 0)
  }

  private init?(of value: ValueID, in module: borrowing Module, depth: Int) {
    guard let scalar = module.type(of: value).scalar, scalar.isInteger else { return nil }
    self.init(
      lower: IntegerArithmetic.signed(
        IntegerArithmetic.signedMinimum(scalar.bitWidth), width: scalar.bitWidth),
      upper: IntegerArithmetic.signed(
        IntegerArithmetic.signedMaximum(scalar.bitWidth), width: scalar.bitWidth))
    guard depth < Self.maximumDepth, let op = module.definingOp(of: value) else { return }
    if let number = module.constantInteger(value) {
      self.init(lower: number, upper: number)
    } else if let range = module.view(op, as: MakeRange.self) {
      self.init(lower: Int64(range.start), upper: Int64(range.end) - 1)
    } else if Self.keepsElements(module.opcode(of: op)) {
      let source = module.operand(0, of: op)
      if let bounds = IntegerBounds(of: source, in: module, depth: depth + 1) { self = bounds }
    } else if module.opcode(of: op) == .extui {
      self = Self.zeroExtended(from: module.operand(0, of: op), in: module, depth: depth) ?? self
    }
  }

  private static func zeroExtended(
    from source: ValueID, in module: borrowing Module, depth: Int
  ) -> IntegerBounds? {
    guard let width = module.type(of: source).scalar?.bitWidth, width < 64,
      let bounds = IntegerBounds(of: source, in: module, depth: depth + 1)
    else { return nil }
    if bounds.lower >= 0 { return bounds }
    return IntegerBounds(lower: 0, upper: Int64(IntegerArithmetic.mask(width)))
  }

  /// Each element of the result is an element of the operand, read as a number with sign.
  private static func keepsElements(_ opcode: Opcode) -> Bool {
    switch opcode {
    case .splat, .unsplat, .broadcast, .expandDims, .reshape, .trans, .extsi: true
    default: false
    }
  }

  /// What `predicate` says of every element here and every one of `other`, if it says the same of
  /// all.
  func decides(_ predicate: CompareInteger.Predicate, against other: IntegerBounds) -> Bool? {
    // Without sign, the order is the same among numbers that are not negative.
    if predicate.isUnsigned, lower < 0 || other.lower < 0 { return nil }
    switch predicate {
    case .eq: return equal(to: other)
    case .ne: return equal(to: other).map { !$0 }
    case .slt, .ult: return less(than: other)
    case .sle, .ule: return other.less(than: self).map { !$0 }
    case .sgt, .ugt: return other.less(than: self)
    case .sge, .uge: return less(than: other).map { !$0 }
    }
  }

  private func less(than other: IntegerBounds) -> Bool? {
    if upper < other.lower { return true }
    return lower >= other.upper ? false : nil
  }

  private func equal(to other: IntegerBounds) -> Bool? {
    if upper < other.lower || other.upper < lower { return false }
    return lower == upper && self == other ? true : nil
  }
}
