import IR

/// Moving single rows of a matrix in memory that a descriptor of one row describes.
extension TileBuilder {
  /// The rows that `rows` names, from `column` on.
  public mutating func descriptorGather(
    _ descriptor: DescriptorOperand, rows: Operand, column: Operand
  ) throws(SemanticError) -> Operand {
    let (shape, start) = try rowAccess(descriptor, rows, column, for: "descriptorGather")
    return emit(
      DescriptorGather(
        descriptor: descriptor.handle.value, rows: rows.value, column: start.value,
        type: .of(shape, .scalar(descriptor.element))),
      isUnsigned: descriptor.handle.isUnsigned)
  }

  /// Writes a tile to the rows that `rows` names, from `column` on.
  public mutating func descriptorScatter(
    _ descriptor: DescriptorOperand, rows: Operand, column: Operand, _ value: Operand
  ) throws(SemanticError) {
    let (shape, start) = try rowAccess(descriptor, rows, column, for: "descriptorScatter")
    guard value.shape == shape else {
      throw SemanticError(
        "descriptorScatter: value is \(value.typeName), expected shape \(shape.extents)")
    }
    let source = try convert(
      value, to: descriptor.element, isUnsigned: descriptor.handle.isUnsigned)
    insert(
      DescriptorScatter(
        descriptor: descriptor.handle.value, rows: rows.value, column: start.value,
        source: source.value))
  }

  /// The shape of the rows and the column that they begin in.
  private mutating func rowAccess(
    _ descriptor: DescriptorOperand, _ rows: Operand, _ column: Operand, for operation: String
  ) throws(SemanticError) -> (Shape, Operand) {
    let block = descriptor.block
    guard block.rank == 2, block[0] == 1 else {
      throw SemanticError(
        "\(operation): has \(descriptor.handle.typeName), expected a descriptor of one row")
    }
    guard rows.type.rank == 1, rows.scalar == .i32, rows.shape[0] >= 8 else {
      throw SemanticError(
        "\(operation): rows are \(rows.typeName), expected i32 indices of at least 8 rows")
    }
    let least = Swift.max(1, 32 / descriptor.element.bitWidth * 8)
    guard block[1] >= least else {
      throw SemanticError(
        "\(operation): a row has \(block[1]) elements, expected at least \(least) of "
          + "\(descriptor.element)")
    }
    let start = try narrowOffsets([column], for: operation)[0]
    return (try shape([rows.shape[0], block[1]], for: operation), start)
  }
}
