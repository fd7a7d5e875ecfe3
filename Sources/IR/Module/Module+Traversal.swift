import Support

extension Module {
  /// The block that holds the functions.
  public var body: BlockID {
    guard let block = firstBlock(of: region(0, of: root)) else {
      preconditionFailure("a module has a body")
    }
    return block
  }

  /// The functions in order.
  public var functions: [OpID] { ops(in: body).filter { opcode(of: $0) == .function } }

  /// The function called `name`.
  public func function(named name: String) -> OpID? {
    functions.first { attribute(Function.nameAttribute, of: $0)?.stringValue == name }
  }

  /// The first public function: what a launch runs.
  public var kernel: OpID? {
    functions.first { view($0, as: Function.self)?.isPublic ?? false } ?? functions.first
  }

  /// All operations below `op`, each before those in its regions.
  public func descendants(of op: OpID) -> [OpID] {
    var result: [OpID] = []
    var pending: [OpID] = children(of: op).reversed()
    while let next = pending.popLast() {
      result.append(next)
      if regionCount(of: next) > 0 { pending += children(of: next).reversed() }
    }
    return result
  }

  /// The operations directly in the regions of `op`.
  public func children(of op: OpID) -> [OpID] {
    regions(of: op).flatMap { blocks(in: $0).flatMap { ops(in: $0) } }
  }

  /// `op` is `ancestor` or stands below it.
  public func isDescendant(_ op: OpID, of ancestor: OpID) -> Bool {
    var current: OpID? = op
    while let place = current {
      if place == ancestor { return true }
      current = parent(of: place)
    }
    return false
  }

  /// Inserts a copy of `op`, with its regions, at `point`.
  ///
  /// `mapping` says what stands for a value that the original uses, and afterwards also what
  /// stands for the values that it defines.
  @discardableResult
  public mutating func clone(
    _ op: OpID, at point: InsertionPoint, mapping: inout [ValueID: ValueID]
  ) -> OpID {
    var blockMapping: [BlockID: BlockID] = [:]
    return clone(op, at: point, mapping: &mapping, blocks: &blockMapping)
  }

  private mutating func clone(
    _ op: OpID, at point: InsertionPoint, mapping: inout [ValueID: ValueID],
    blocks blockMapping: inout [BlockID: BlockID]
  ) -> OpID {
    let draft = OpDraft(
      opcode(of: op), operands: operands(of: op).map { mapping[$0] ?? $0 },
      results: results(of: op).map { type(of: $0) }, attributes: attributes(of: op),
      regions: regionCount(of: op), successors: successors(of: op).map { blockMapping[$0] ?? $0 })
    let copy = insert(draft, at: point, origin: origin(of: op))
    for (old, new) in zip(results(of: op), results(of: copy)) {
      mapping[old] = new
      values[new].name = values[old].name
    }
    for (old, new) in zip(regions(of: op), regions(of: copy)) {
      cloneBlocks(of: old, to: new, mapping: &mapping, blocks: &blockMapping)
    }
    return copy
  }

  private mutating func cloneBlocks(
    of source: RegionID, to target: RegionID, mapping: inout [ValueID: ValueID],
    blocks blockMapping: inout [BlockID: BlockID]
  ) {
    let originals = blocks(in: source)
    for block in originals {
      let parameters = parameters(of: block)
      let copy = appendBlock(to: target, parameters: parameters.map { type(of: $0) })
      blockMapping[block] = copy
      for (old, new) in zip(parameters, self.parameters(of: copy)) {
        mapping[old] = new
        values[new].name = values[old].name
        values[new].location = values[old].location
      }
    }
    for block in originals {
      guard let copy = blockMapping[block] else { continue }
      for op in ops(in: block) {
        _ = clone(op, at: .end(of: copy), mapping: &mapping, blocks: &blockMapping)
      }
    }
  }

  /// What stands at `op`, for a diagnostic: its place in the parsed text if there is one, or else
  /// the place that its location names.
  public func diagnostic(_ message: String, at op: OpID) -> Diagnostic {
    diagnostic(message, at: origin(of: op))
  }

  /// A diagnostic at `origin`.
  public func diagnostic(_ message: String, at origin: Origin) -> Diagnostic {
    if let source, !origin.range.isNone { return source.diagnostic(message, at: origin.range) }
    let position = location(origin.location).position
    return Diagnostic(message, at: position ?? SourcePosition(file: source?.name ?? "<module>"))
  }
}
