import IR

/// Functions, which hold everything else.
extension TileBuilder {
  /// Opens a function at the end of the module and goes to its start.
  ///
  /// - Returns: its parameters.
  /// - Throws: if the name is taken.
  public mutating func beginFunction(
    _ name: String, parameters: [FunctionParameter], results: [Type] = [], isPublic: Bool = true,
    isNoInline: Bool = false
  ) throws(SemanticError) -> [Operand] {
    guard module.function(named: name) == nil else {
      throw SemanticError("function '\(name)' is defined twice")
    }
    let type = FunctionType(parameters: parameters.map(\.type), results: results)
    let op = module.insert(
      Function(
        name: name, type: type, visibility: isPublic ? "public" : "private",
        parameterAttributes: parameters.map(\.attributes), isNoInline: isNoInline),
      at: .end(of: module.body), origin: origin)
    let entry = module.appendBlock(to: module.region(0, of: op), parameters: type.parameters)
    point = .end(of: entry)
    return zip(module.parameters(of: entry), parameters).map { value, parameter in
      module.setName(of: value, to: parameter.name)
      return Operand(value, parameter.type, isUnsigned: parameter.isUnsigned)
    }
  }

  /// Ends the function with a return, unless it has returned already, and goes to the end of the
  /// module.
  ///
  /// - Requires: all control flow in it is closed.
  public mutating func endFunction(returning values: [Operand] = []) throws(SemanticError) {
    precondition(scopes.isEmpty, "a function ends inside its control flow")
    if let dead = unreachableBlock {
      module.erase(dead)
      unreachableBlock = nil
    } else {
      let found = values.map(\.type)
      guard found == enclosingFunction?.type.results else {
        throw SemanticError(
          "return: has \(found.listed), expected \(enclosingFunction?.type.results.listed ?? "()")")
      }
      insert(Return(values: values.map(\.value)))
    }
    point = .end(of: module.body)
  }

  /// The function that the point stands in.
  private var enclosingFunction: Function? {
    guard var op = blockOfPoint.map({ module.parent(of: $0) }) else { return nil }
    while module.opcode(of: op) != .function {
      guard let parent = module.parent(of: op) else { return nil }
      op = parent
    }
    return module.view(op, as: Function.self)
  }

  /// The block that the point stands in.
  var blockOfPoint: BlockID? {
    switch point {
    case .before(let op), .after(let op): module.block(of: op)
    case .start(let block), .end(let block): block
    }
  }
}
