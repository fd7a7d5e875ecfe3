import IR

/// A number type with its sign.
public struct NumberType: Hashable, Sendable {
  /// The type in the module.
  public let type: ScalarType
  /// Integers are read without sign; always so for truth values.
  public let isUnsigned: Bool

  /// A number type; truth values count as unsigned, floats as signed.
  public init(_ type: ScalarType, isUnsigned: Bool = false) {
    self.type = type
    self.isUnsigned = type == .i1 || (isUnsigned && type.isInteger)
  }

  /// The type in messages, such as `u8`.
  public var name: String { type.name(isUnsigned: isUnsigned) }
}

extension Operand {
  /// The number type of the elements, or `nil` if they are not numbers.
  public var numberType: NumberType? { scalar.map { NumberType($0, isUnsigned: isUnsigned) } }
}
