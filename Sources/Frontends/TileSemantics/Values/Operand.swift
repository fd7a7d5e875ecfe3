import IR

/// A value of the program under construction, as a front end knows it.
public struct Operand: Hashable, Sendable {
  /// The value in the module.
  public let value: ValueID
  /// The type in the module, where integers carry no sign.
  public let type: Type
  /// Integers are read without sign: the elements, or what pointers and descriptors lead to.
  ///
  /// Truth values count as unsigned, floats as signed, whatever was asked for.
  public let isUnsigned: Bool

  /// A value and how its integers are read.
  public init(_ value: ValueID, _ type: Type, isUnsigned: Bool = false) {
    self.value = value
    self.type = type
    switch type.numberType {
    case .i1?: self.isUnsigned = true
    case let number? where number.isInteger: self.isUnsigned = isUnsigned
    default: self.isUnsigned = false
    }
  }

  /// The extents; none for a scalar.
  public var shape: Shape { type.shape }

  /// The number type of the elements, or `nil` if they are not numbers.
  public var scalar: ScalarType? { type.scalar }

  /// The elements are truth values.
  public var isBoolean: Bool { type.scalar == .i1 }

  /// The value is one number or address, not a tile.
  public var isScalar: Bool { if case .element = type { true } else { false } }

  /// The elements' type with its sign, such as `u8`.
  public var elementName: String {
    type.element.map { $0.name(isUnsigned: isUnsigned) } ?? typeName
  }

  /// The type with its sign, such as `tensor<64xu8>`.
  public var typeName: String { type.name(isUnsigned: isUnsigned) }
}
