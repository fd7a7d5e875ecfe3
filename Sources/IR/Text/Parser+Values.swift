import Support

// MARK: - Uses

extension Parser {
  /// `%x` or `%x#1`
  mutating func parseReference() throws(ParserError) -> ValueReference {
    guard token.kind == .value else { throw expected("a value such as %x") }
    var reference = ValueReference(name: name(of: token), number: 0, range: token.range)
    try advance()
    if token.kind == .hash, token.start == previousEnd {
      guard let number = Int(name(of: token)), number >= 0 else {
        throw expected("the number of a result")
      }
      reference.number = number
      reference.range.end = token.end
      try advance()
    }
    return reference
  }

  /// `%x, %y`
  mutating func parseReferences() throws(ParserError) -> [ValueReference] {
    try list { parser throws(ParserError) in try parser.parseReference() }
  }

  /// `%x, %y`, or nothing.
  mutating func parseOptionalReferences() throws(ParserError) -> [ValueReference] {
    token.kind == .value ? try parseReferences() : []
  }

  /// `(%x, %y)` or `[%x, %y]`, maybe with nothing inside.
  mutating func parseReferences(
    in opening: Token.Kind, _ closing: Token.Kind
  ) throws(ParserError) -> [ValueReference] {
    try list(in: opening, closing) { parser throws(ParserError) in try parser.parseReference() }
  }

  /// The value that `reference` names, which must have `type`.
  ///
  /// A name that is not defined yet may be defined by a block behind this one.
  mutating func resolve(
    _ reference: ValueReference, as type: Type
  ) throws(ParserError) -> ValueID {
    guard let binding = bindings[reference.name] else {
      return try resolveForward(reference, as: type)
    }
    guard reference.number < binding.values.count else {
      throw error(
        "\(reference.text) does not exist, %\(reference.name) has \(binding.values.count) results",
        at: reference.range)
    }
    let value = binding.values.id(at: reference.number)
    guard module.type(of: value) == type else {
      throw error(
        "\(reference.text) has type \(module.type(of: value)), expected \(type)",
        at: reference.range)
    }
    return value
  }

  mutating func resolve(
    _ references: [ValueReference], as types: [Type], at range: SourceRange
  ) throws(ParserError) -> [ValueID] {
    guard references.count == types.count else {
      throw error("\(references.count) operands have \(types.count) types", at: range)
    }
    var values: [ValueID] = []
    values.reserveCapacity(references.count)
    for (reference, type) in zip(references, types) {
      values.append(try resolve(reference, as: type))
    }
    return values
  }

  private mutating func resolveForward(
    _ reference: ValueReference, as type: Type
  ) throws(ParserError) -> ValueID {
    guard let scope = scopes.indices.last else {
      throw error("\(reference.text) is not defined", at: reference.range)
    }
    let uses = scopes[scope].forwardUses[reference.name] ?? []
    if let use = uses.first(where: { $0.reference.number == reference.number }) {
      guard module.type(of: use.placeholder) == type else {
        throw error(
          "\(reference.text) is used as \(type) here and as \(module.type(of: use.placeholder)) before",
          at: reference.range)
      }
      return use.placeholder
    }
    let op = module.createDetached(OpDraft(.poison, results: [type]), origin: .unknown)
    let use = ForwardUse(placeholder: module.result(of: op), reference: reference)
    scopes[scope].forwardUses[reference.name, default: []].append(use)
    return use.placeholder
  }
}

// MARK: - Definitions

extension Parser {
  /// Makes `name` stand for `values` up to the end of the region.
  mutating func define(
    _ name: String, as values: EntityRange<ValueID>, at range: SourceRange
  ) throws(ParserError) {
    guard bindings[name] == nil, let scope = scopes.indices.last else {
      throw error("%\(name) is defined twice", at: range)
    }
    bindings[name] = Binding(values: values, range: range)
    scopes[scope].names.append(name)
    if let first = values.first { module.setName(of: first, to: name) }
    guard let uses = scopes[scope].forwardUses.removeValue(forKey: name) else { return }
    for use in uses { try replace(use, by: values) }
  }

  /// Lets the users of a value that was used before its definition use the value itself.
  private mutating func replace(
    _ use: ForwardUse, by values: EntityRange<ValueID>
  ) throws(ParserError) {
    let reference = use.reference
    guard reference.number < values.count else {
      throw error("\(reference.text) does not exist", at: reference.range)
    }
    let value = values.id(at: reference.number)
    let (found, expected) = (module.type(of: value), module.type(of: use.placeholder))
    guard found == expected else {
      throw error("\(reference.text) has type \(found), expected \(expected)", at: reference.range)
    }
    for user in module.users(of: use.placeholder) where module.block(of: user) == block {
      throw error("\(reference.text) is used before it is defined", at: reference.range)
    }
    module.replaceUses(of: use.placeholder, with: value)
    if let op = module.definingOp(of: use.placeholder) { module.erase(op) }
  }

  /// Begins a region, in which names can be defined.
  mutating func openScope(_ region: RegionID, isIsolated: Bool) {
    var scope = Scope(region: region)
    if isIsolated {
      scope.hidden = bindings
      bindings = [:]
    }
    scopes.append(scope)
  }

  /// Ends a region: its names mean nothing outside.
  mutating func closeScope() throws(ParserError) {
    guard let scope = scopes.popLast() else { return }
    let unknown = scope.forwardUses.values.joined().min {
      $0.reference.range.start < $1.reference.range.start
    }
    if let reference = unknown?.reference {
      throw error("\(reference.text) is not defined", at: reference.range)
    }
    let missing = scope.blocks.filter { !$0.value.isDefined }
    if let block = missing.min(by: { $0.value.range.start < $1.value.range.start }) {
      throw error("block ^\(block.key) is not defined", at: block.value.range)
    }
    if let hidden = scope.hidden {
      bindings = hidden
    } else {
      for name in scope.names { bindings[name] = nil }
    }
  }
}
