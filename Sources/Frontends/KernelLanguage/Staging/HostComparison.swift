import TileSemantics

/// Compares values of any type, as far as their structure shows, to notice that a variable of the
/// host changed.
enum HostComparison {
  /// Whether nothing shows that `lhs` and `rhs` differ.
  static func areEqual(_ lhs: Any, _ rhs: Any) -> Bool {
    if let lhs = lhs as? any TracedLeaf {
      return lhs.leaf == (rhs as? any TracedLeaf)?.leaf
    }
    if let lhs = lhs as? any Equatable { return isEqual(lhs, rhs) }
    let (left, right) = (Mirror(reflecting: lhs), Mirror(reflecting: rhs))
    guard left.subjectType == right.subjectType, left.children.count == right.children.count else {
      return false
    }
    if left.displayStyle == .class { return lhs as AnyObject === rhs as AnyObject }
    return zip(left.children, right.children).allSatisfy { one, other in
      one.label == other.label && areEqual(one.value, other.value)
    }
  }

  /// Whether `value` is an optional without a value.
  static func isNil(_ value: Any) -> Bool {
    let mirror = Mirror(reflecting: value)
    return mirror.displayStyle == .optional && mirror.children.isEmpty
  }

  /// Whether a tile is somewhere in `value`.
  static func holdsTiles(_ value: Any) -> Bool {
    if value is any TracedLeaf { return true }
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle != .class else { return false }
    return mirror.children.contains { holdsTiles($0.value) }
  }

  private static func isEqual<Value: Equatable>(_ lhs: Value, _ rhs: Any) -> Bool {
    guard let rhs = rhs as? Value else { return false }
    // What differs from itself is no number, before as after.
    return lhs == rhs || (lhs != lhs && rhs != rhs)
  }
}

/// A value that stands for one value of the module.
protocol TracedLeaf {
  /// The value.
  var leaf: Operand { get }
}
