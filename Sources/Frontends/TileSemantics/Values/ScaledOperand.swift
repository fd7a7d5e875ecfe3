import IR

/// One factor of a scaled matrix product: packed elements, and a scale for each group of them.
public struct ScaledOperand: Hashable, Sendable {
  /// The elements, or the bytes that hold them.
  public var elements: Operand
  /// One scale for each row and group of 32 elements (16 if the scale is `f8E4M3FN`); for the
  /// right factor a row is one of its columns.
  public var scale: Operand?
  /// What an element is.
  public var format: ScaledFormat
  /// Two elements of four bits in a byte are neighbours along the inner dimension.
  public var isPackedAlongInner: Bool

  /// Elements of `format` with their scales.
  public init(
    _ elements: Operand, scale: Operand? = nil, format: ScaledFormat,
    isPackedAlongInner: Bool = true
  ) {
    self.elements = elements
    self.scale = scale
    self.format = format
    self.isPackedAlongInner = isPackedAlongInner
  }
}
