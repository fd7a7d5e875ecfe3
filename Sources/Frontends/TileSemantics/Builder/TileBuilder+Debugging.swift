import IR

/// Checks, output, and what the program knows and the compiler cannot see.
extension TileBuilder {
  /// Ends the program with `message` if an element of `condition` is false where `mask` holds.
  public mutating func assertion(
    _ condition: Operand, _ message: String, mask: Operand? = nil
  ) throws(SemanticError) {
    guard condition.isBoolean else {
      throw SemanticError("assert: condition is \(condition.typeName), expected i1")
    }
    var checked = condition
    if let mask {
      try requireMask(mask, for: "assert")
      guard options.checksAssertions else { return }
      checked = try binary(.or, condition, not(mask))
    }
    guard options.checksAssertions else { return }
    insert(Assert(condition: checked.value, message: message))
  }

  /// Writes a line with each element of `operands`, with `prefix` before it.
  public mutating func print(
    _ prefix: String, _ operands: [Operand] = [], isHexadecimal: Bool = false
  ) throws(SemanticError) {
    for operand in operands { try requireElements(operand, for: "print") }
    insert(
      Print(
        prefix: Self.separated(prefix, from: operands), isHexadecimal: isHexadecimal,
        values: operands.map(\.value),
        isSigned: operands.map { $0.type.isInteger && !$0.isUnsigned }))
  }

  /// `prefix` with what separates it from what stands before and behind it.
  private static func separated(_ prefix: String, from operands: [Operand]) -> String {
    var result = prefix
    if !operands.isEmpty {
      if !result.hasSuffix(" ") { result += " " }
      if !result.hasSuffix(": ") { result = result.dropLast() + ": " }
    }
    if result.count > 2, !result.hasPrefix(" ") { result = " " + result }
    return result
  }

  /// All threads of the program wait for each other.
  public mutating func barrier() { insert(Barrier()) }

  /// Promises that a condition holds.
  public mutating func assume(_ condition: Operand) throws(SemanticError) {
    guard condition.type == .i1 else {
      throw SemanticError("assume: condition is \(condition.typeName), expected a scalar i1")
    }
    insert(Assume(condition: condition.value))
  }

  /// Runs PTX instructions for each element, or for `packedElements` elements at a time.
  ///
  /// - Parameters:
  ///   - constraints: as LLVM writes them: `=r,r,r`.
  ///   - arguments: tiles and scalars, broadcast to one shape.
  ///   - results: the element type of each result.
  ///   - isPure: the instructions have no effect besides their results.
  public mutating func inlineAssembly(
    _ assembly: String, constraints: String, _ arguments: [Operand], results: [NumberType],
    isPure: Bool = true, packedElements: Int = 1
  ) throws(SemanticError) -> [Operand] {
    guard !results.isEmpty else { throw SemanticError("inlineAssembly: no results") }
    let operands = try broadcast(all: arguments, for: "inlineAssembly")
    let shape = operands.first?.shape ?? .scalar
    guard packedElements > 0, packedElements & (packedElements - 1) == 0,
      packedElements <= shape.count
    else {
      throw SemanticError(
        "inlineAssembly: \(packedElements) packed elements, expected a power of two up to "
          + "\(shape.count)")
    }
    let types = results.map { Type.of(shape, .scalar($0.type)) }
    let op = insert(
      InlineAssembly(
        assembly: assembly, constraints: constraints, packedElements: packedElements,
        isPure: isPure, arguments: operands.map(\.value), types: types))
    return zip(module.results(of: op), zip(types, results)).map { value, type in
      Operand(value, type.0, isUnsigned: type.1.isUnsigned)
    }
  }
}
