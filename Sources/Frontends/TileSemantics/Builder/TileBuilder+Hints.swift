import IR

/// Facts about a value that the compiler need not check, kept as attributes of what produces it.
extension TileBuilder {
  /// Every first element of a contiguous run is a multiple of `divisors`, one for each dimension.
  public mutating func multipleOf(
    _ operand: Operand, _ divisors: [Int]
  ) throws(SemanticError) -> Operand {
    try hint("tt.divisibility", operand, divisors, for: "multipleOf")
  }

  /// The elements come in contiguous runs of these lengths, one for each dimension.
  public mutating func maxContiguous(
    _ operand: Operand, _ lengths: [Int]
  ) throws(SemanticError) -> Operand {
    try hint("tt.contiguity", operand, lengths, for: "maxContiguous")
  }

  /// The elements come in runs of equal ones of these lengths, one for each dimension.
  public mutating func maxConstancy(
    _ operand: Operand, _ lengths: [Int]
  ) throws(SemanticError) -> Operand {
    try hint("tt.constancy", operand, lengths, for: "maxConstancy")
  }

  private mutating func hint(
    _ name: String, _ operand: Operand, _ values: [Int], for operation: String
  ) throws(SemanticError) -> Operand {
    try requireElements(operand, for: operation)
    let rank = Swift.max(1, operand.type.rank)
    guard values.count == rank else {
      throw SemanticError(
        "\(operation): \(values.count) numbers, expected \(rank) for \(operand.typeName)")
    }
    for value in values where value < 1 || Int32(exactly: value) == nil {
      throw SemanticError("\(operation): \(value), expected a positive number")
    }
    switch module.definition(of: operand.value) {
    case .result(let op, _): module.setAttribute(name, of: op, to: Self.list(values))
    case .parameter(let block):
      let parent = module.parent(of: block)
      if module.opcode(of: parent) == .function {
        setParameterAttribute(name, of: parent, at: operand.value, in: block, to: values[0])
      }
    }
    return operand
  }

  /// `dense<…> : tensor<…xi32>`; as text where no tile has that many elements.
  private static func list(_ values: [Int]) -> Attribute {
    if let shape = Shape([values.count]) {
      let isUniform = values.allSatisfy { $0 == values[0] }
      let bits = (isUniform ? [values[0]] : values).map { UInt64($0) }
      return .dense(DenseElements(type: .of(shape, .scalar(.i32)), bits: bits))
    }
    let words = values.map(String.init).joined(separator: ", ")
    return .opaque("dense<[\(words)]> : tensor<\(values.count)xi32>")
  }

  private mutating func setParameterAttribute(
    _ name: String, of function: OpID, at parameter: ValueID, in block: BlockID, to value: Int
  ) {
    let parameters = Array(module.parameters(of: block))
    guard let position = parameters.firstIndex(of: parameter),
      let declaration = module.view(function, as: Function.self)
    else { return }
    var lists = declaration.parameterAttributes
    if lists.isEmpty { lists = Array(repeating: .empty, count: parameters.count) }
    lists[position][name] = .i32(value)
    module.setAttribute(
      Function.parameterAttributesAttribute, of: function,
      to: .array(lists.map { .dictionary($0) }))
  }
}
