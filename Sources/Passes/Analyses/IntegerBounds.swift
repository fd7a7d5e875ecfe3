import Arithmetic
import IR

/// Between which numbers with sign the elements of a value lie.
package struct IntegerBounds: Hashable, Sendable {
  /// No element is less than `lower` or greater than `upper`.
  package let lower, upper: Int64

  /// How many operations are looked through to find the bounds.
  private static let maximumDepth = 8

  init(lower: Int64, upper: Int64) { (self.lower, self.upper) = (lower, upper) }

  /// The narrowest bounds that follow from how `value` is made, or from its type alone.
  ///
  /// - Returns: `nil` if its elements are no integers.
  package init?(of value: ValueID, in module: borrowing Module) {
    self.init(of: value, in: module, depth: 0)
  }

  private init?(of value: ValueID, in module: borrowing Module, depth: Int) {
    guard let scalar = module.type(of: value).scalar, scalar.isInteger else { return nil }
    self.init(width: scalar.bitWidth)
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
    [.splat, .unsplat, .broadcast, .expandDims, .reshape, .trans, .extsi].contains(opcode)
  }

  /// What `predicate` says of every element here and every one of `other`, if it says the same of
  /// all.
  ///
  /// - Parameter width: how many bits the elements have.
  func decides(
    _ predicate: CompareInteger.Predicate, against other: IntegerBounds, width: Int
  ) -> Bool? {
    if predicate.isUnsigned {
      return predicate.decided(withoutSign(width), other.withoutSign(width))
    }
    return predicate.decided(lower...upper, other.lower...other.upper)
  }

  /// The bounds when the same bits are read as numbers without sign.
  private func withoutSign(_ width: Int) -> ClosedRange<UInt64> {
    let mask = IntegerArithmetic.mask(width)
    if lower < 0, upper >= 0 { return 0...mask }
    return (UInt64(bitPattern: lower) & mask)...(UInt64(bitPattern: upper) & mask)
  }
}

extension CompareInteger.Predicate {
  /// What this says of every number in `left` and every one in `right`, if it says the same of all.
  fileprivate func decided<Number: Comparable>(
    _ left: ClosedRange<Number>, _ right: ClosedRange<Number>
  ) -> Bool? {
    switch self {
    case .eq: Self.areEqual(left, right)
    case .ne: Self.areEqual(left, right).map { !$0 }
    case .slt, .ult: Self.isLess(left, right)
    case .sge, .uge: Self.isLess(left, right).map { !$0 }
    case .sgt, .ugt: Self.isLess(right, left)
    case .sle, .ule: Self.isLess(right, left).map { !$0 }
    }
  }

  private static func isLess<Number: Comparable>(
    _ left: ClosedRange<Number>, _ right: ClosedRange<Number>
  ) -> Bool? {
    if left.upperBound < right.lowerBound { return true }
    return left.lowerBound >= right.upperBound ? false : nil
  }

  private static func areEqual<Number: Comparable>(
    _ left: ClosedRange<Number>, _ right: ClosedRange<Number>
  ) -> Bool? {
    if !left.overlaps(right) { return false }
    return left == right && left.lowerBound == left.upperBound ? true : nil
  }
}
