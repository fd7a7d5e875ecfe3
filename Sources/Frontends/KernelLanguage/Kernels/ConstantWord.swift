/// A constant of a kernel as two numbers that are equal for constants of the same type and value.
package enum ConstantWord {
  /// The kind of a constant whose number is its hash.
  private static let compared: UInt64 = 7

  /// A number for the type of `value` and one for itself or its hash; `nil` if it cannot be
  /// compared with others.
  package static func words(of value: Any) -> (kind: UInt64, bits: UInt64)? {
    if let simple = simple(value) { return simple }
    guard let value = value as? any Hashable else { return nil }
    return (compared, UInt64(bitPattern: Int64(value.hashValue)))
  }

  /// Whether the words of `value` say all about it.
  package static func isSimple(_ value: Any) -> Bool { simple(value) != nil }

  /// The numbers of a value of a type that most constants have.
  private static func simple<Value>(_ value: Value) -> (kind: UInt64, bits: UInt64)? {
    // A cast of `Any` takes longer than the rest of a launch.
    func bits<Known>(as type: Known.Type) -> Known {
      withUnsafeBytes(of: value) { $0.load(as: type) }
    }
    if Value.self == Int.self { return (1, UInt64(bitPattern: Int64(bits(as: Int.self)))) }
    if Value.self == Bool.self { return (2, bits(as: Bool.self) ? 1 : 0) }
    if Value.self == Float.self { return (3, UInt64(bits(as: Float.self).bitPattern)) }
    if Value.self == Double.self { return (4, bits(as: Double.self).bitPattern) }
    if Value.self == Int32.self { return (5, UInt64(bitPattern: Int64(bits(as: Int32.self)))) }
    if let type = value as? Any.Type {
      return (6, UInt64(UInt(bitPattern: ObjectIdentifier(type))))
    }
    return nil
  }
}
