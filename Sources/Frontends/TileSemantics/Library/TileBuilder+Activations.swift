import IR

/// Small functions that many kernels share.
extension TileBuilder {
  /// `1 / (1 + exp(-x))`
  ///
  /// - Throws: if the elements are not `f32` or `f64`.
  public mutating func sigmoid(_ operand: Operand) throws(SemanticError) -> Operand {
    guard let type = operand.scalar, type == .f32 || type == .f64 else {
      throw SemanticError("sigmoid: has \(operand.typeName), expected f32 or f64")
    }
    let exponential = try math(.exp, negate(operand))
    let one = try constant(1.0, type)
    return try binary(.divide, one, binary(.add, one, exponential))
  }

  /// The exponentials along `axis`, divided by their sum.
  ///
  /// - Throws: if the elements are no floats that `exp` takes, or there is no such dimension.
  public mutating func softmax(
    _ operand: Operand, axis: Int = 0
  ) throws(SemanticError) -> Operand {
    guard operand.scalar == .f32 || operand.scalar == .f64 else {
      throw SemanticError("softmax: has \(operand.typeName), expected f32 or f64")
    }
    let greatest = try maximum(operand, axis: axis, keepDimensions: true)
    let exponentials = try math(.exp, binary(.subtract, operand, greatest))
    let total = try sum(exponentials, axis: axis, keepDimensions: true)
    return try binary(.divide, exponentials, total)
  }

  /// `operand / divisor`, rounded up, of integers: `(operand + (divisor - 1)) / divisor`.
  public mutating func ceilingDivide(
    _ operand: Operand, _ divisor: Operand
  ) throws(SemanticError) -> Operand {
    try requireIntegers(operand, for: "ceilingDivide")
    try requireSameElements(operand, divisor, for: "ceilingDivide")
    let one = constant(bits: 1, type: divisor.type.scalarized, isUnsigned: divisor.isUnsigned)
    let sum = try binary(.add, operand, binary(.subtract, divisor, one))
    return try binary(.floorDivide, sum, divisor)
  }

  /// The place of element (`row`, `column`) when a matrix is walked in groups of `group` rows
  /// instead of row by row.
  public mutating func swizzle(
    row: Operand, column: Operand, rows: Operand, columns: Operand, group: Operand
  ) throws(SemanticError) -> (row: Operand, column: Operand) {
    let index = try binary(.add, binary(.multiply, row, columns), column)
    let groupSize = try binary(.multiply, group, columns)
    let groupIndex = try binary(.floorDivide, index, groupSize)
    let firstRow = try binary(.multiply, groupIndex, group)
    // The last group may have fewer rows.
    let height = try binary(.minimum(.none), binary(.subtract, rows, firstRow), group)
    let inner = try binary(.remainder, index, groupSize)
    return (
      try binary(.add, firstRow, binary(.remainder, inner, height)),
      try binary(.floorDivide, inner, height)
    )
  }

  /// The elements along `axis` in opposite order; the last dimension if there is no axis.
  public mutating func flip(_ operand: Operand, axis: Int? = nil) throws(SemanticError) -> Operand {
    try requireNumbers(operand, for: "flip")
    try requireTensor(operand, for: "flip")
    let dimension = try dimension(axis ?? -1, of: operand, for: "flip")
    guard let scalar = operand.scalar else { return operand }
    let extents = operand.shape.extents
    let steps = operand.shape.logarithm(of: dimension)
    let twos = Array(repeating: 2, count: steps)
    let bits = try bitcast(operand, to: scalar.integerOfSameWidth)
    var cube = try reshape(
      bits, to: Array(extents[..<dimension]) + twos + extents[(dimension + 1)...])
    for step in 0..<steps { cube = try swapHalves(cube, axis: dimension + step) }
    return try bitcast(
      reshape(cube, to: extents), to: scalar, isUnsigned: operand.isUnsigned)
  }

  /// The two elements along an axis of extent 2 exchanged: each becomes the exclusive or of itself
  /// and that of both.
  mutating func swapHalves(_ operand: Operand, axis: Int) throws(SemanticError) -> Operand {
    try binary(.xor, operand, xorSum(operand, axis: axis, keepDimensions: true))
  }
}
