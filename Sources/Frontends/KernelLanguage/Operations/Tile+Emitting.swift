import IR
import TileSemantics

extension Tile {
  /// What `body` writes with `operands`, converted if the operation computes in another type.
  init(_ operands: Operand..., emitting body: (inout TileBuilder) throws -> Operand) {
    self.init(operands, emitting: body)
  }

  /// What `body` writes with `operands`, converted if the operation computes in another type.
  init(_ operands: [Operand], emitting body: (inout TileBuilder) throws -> Operand) {
    self.init(Trace.emit(operands) { try Self.converted(body(&$0), in: &$0) })
  }

  /// `operand` with this tile's elements.
  static func converted(_ operand: Operand, in builder: inout TileBuilder) throws -> Operand {
    if operand.scalar == Element.scalarType, operand.isUnsigned == Element.isUnsigned {
      return operand
    }
    return try builder.convert(operand, to: Element.scalarType, isUnsigned: Element.isUnsigned)
  }
}

extension TileElement {
  /// The type with its sign.
  static var numberType: NumberType { NumberType(scalarType, isUnsigned: isUnsigned) }
}

extension TileBuilder {
  /// The integer as a scalar with elements of `type`.
  mutating func constant<Element: TileElement>(
    _ value: Int, _ type: Element.Type
  ) throws -> Operand {
    try constant(Int64(value), Element.scalarType, isUnsigned: Element.isUnsigned)
  }

  /// The float as a scalar with elements of `type`; for integers it must be whole.
  mutating func constant<Element: TileElement>(
    _ value: Double, _ type: Element.Type
  ) throws -> Operand {
    if Element.scalarType.isFloat { return try constant(value, Element.scalarType) }
    guard let integer = Int64(exactly: value) else {
      throw SemanticError("constant: \(value) is no value of \(Element.elementName)")
    }
    return try constant(integer, Element.scalarType, isUnsigned: Element.isUnsigned)
  }
}
