import Support

// MARK: - Tables

extension Module {
  /// Puts `location` into the table, once.
  public mutating func intern(_ location: Location) -> LocationID {
    if let id = locationIDs[location] { return id }
    let id = locations.append(location)
    locationIDs[location] = id
    return id
  }

  mutating func internName(_ name: String) -> NameID {
    if let id = nameIDs[name] { return id }
    let id = names.append(name)
    nameIDs[name] = id
    return id
  }

  /// Gives `value` a name for the text, without `%`.
  public mutating func setName(of value: ValueID, to name: String) {
    values[value].name = internName(name)
  }

  /// Says where the program introduces `value`.
  public mutating func setLocation(of value: ValueID, to location: Location) {
    values[value].location = intern(location)
  }
}

// MARK: - Operations

extension Module {
  /// Inserts `draft` at `point` and returns the new op. Its regions have no blocks yet.
  @discardableResult
  public mutating func insert(
    _ draft: OpDraft, at point: InsertionPoint, origin: Origin = .unknown
  ) -> OpID {
    let op = createDetached(draft, origin: origin)
    link(op, at: point)
    return op
  }

  /// Inserts `operation` at `point` and returns the new op.
  @discardableResult
  public mutating func insert(
    _ operation: some Operation, at point: InsertionPoint, origin: Origin = .unknown
  ) -> OpID {
    insert(operation.draft, at: point, origin: origin)
  }

  mutating func createDetached(_ draft: OpDraft, origin: Origin) -> OpID {
    let op = ops.nextID
    let firstOperand = uses.nextID
    for operand in draft.operands {
      let use = uses.append(UseRecord(value: operand, user: op))
      link(use, to: operand)
    }
    let firstResult = values.nextID
    for (position, type) in draft.resultTypes.enumerated() {
      values.append(
        ValueRecord(type: type, definition: .result(of: op, position: UInt16(position))))
    }
    let firstRegion = regions.nextID
    for _ in 0..<draft.regionCount { regions.append(RegionRecord(parent: op)) }
    let firstSuccessor = UInt32(successorPool.count)
    successorPool += draft.successors
    return ops.append(
      OpRecord(
        opcode: draft.opcode, regionCount: UInt8(draft.regionCount),
        operandCount: UInt16(draft.operands.count), resultCount: UInt16(draft.resultTypes.count),
        successorCount: UInt8(draft.successors.count), firstOperand: firstOperand,
        firstResult: firstResult, firstRegion: firstRegion, firstSuccessor: firstSuccessor,
        attributes: store(draft.attributes), origin: origin))
  }

  /// Removes `op` and everything in its regions. Its results must be unused.
  public mutating func erase(_ op: OpID) {
    for result in results(of: op) {
      precondition(values[result].firstUse == nil, "erasing a used op")
    }
    eraseContents(of: op)
    unlink(op)
    for position in 0..<operandCount(of: op) { unlink(use(position, of: op)) }
    ops[op].isErased = true
  }

  /// Removes the blocks of all regions of `op`.
  private mutating func eraseContents(of op: OpID) {
    for region in regions(of: op) {
      for block in blocks(in: region) { dropOperands(in: block) }
      for block in blocks(in: region) { erase(block) }
    }
  }

  /// Makes no operation below `block` use anything, so that they may be erased in any order.
  private mutating func dropOperands(in block: BlockID) {
    for op in ops(in: block) {
      for position in 0..<operandCount(of: op) { unlink(use(position, of: op)) }
      for region in regions(of: op) {
        for inner in blocks(in: region) { dropOperands(in: inner) }
      }
      ops[op].isErased = true
    }
  }

  /// Takes `op` from where it stands and puts it at `point`.
  public mutating func move(_ op: OpID, to point: InsertionPoint) {
    unlink(op)
    link(op, at: point)
  }

  /// Makes `op` use `value` at `position` instead of what it used there.
  public mutating func setOperand(_ position: Int, of op: OpID, to value: ValueID) {
    let use = use(position, of: op)
    unlink(use)
    link(use, to: value)
  }

  /// Makes every user of `old` use `new` instead.
  public mutating func replaceUses(of old: ValueID, with new: ValueID) {
    precondition(old != new, "a value cannot replace itself")
    precondition(type(of: old) == type(of: new), "replacement changes the type")
    while let use = values[old].firstUse {
      unlink(use)
      link(use, to: new)
    }
  }

  /// Puts `new` in the place of the results of `op`, and removes `op`.
  public mutating func replace(_ op: OpID, with new: [ValueID]) {
    precondition(new.count == resultCount(of: op), "replacement changes the number of results")
    for (old, value) in zip(results(of: op), new) { replaceUses(of: old, with: value) }
    erase(op)
  }

  /// Gives `op` the attribute `name`, or takes it away if `value` is `nil`.
  public mutating func setAttribute(_ name: String, of op: OpID, to value: Attribute?) {
    var list = attributes(of: op)
    list[name] = value
    ops[op].attributes = store(list)
  }

  /// Gives `op` other attributes.
  public mutating func setAttributes(of op: OpID, to list: AttributeList) {
    ops[op].attributes = store(list)
  }

  /// Says where `op` comes from.
  public mutating func setOrigin(of op: OpID, to origin: Origin) { ops[op].origin = origin }

  /// Makes a terminator go on in `block` where it went on in its successor number `position`.
  public mutating func setSuccessor(_ position: Int, of op: OpID, to block: BlockID) {
    precondition(position < ops[op].successorCount, "op has no successor \(position)")
    successorPool[Int(ops[op].firstSuccessor) + position] = block
  }

  /// Changes the type of `value`; its users must agree.
  public mutating func setType(of value: ValueID, to type: Type) { values[value].type = type }

  private mutating func store(_ list: AttributeList) -> AttributeListID {
    list.isEmpty ? .empty : attributeLists.append(list)
  }
}

// MARK: - Blocks

extension Module {
  /// Adds a block with `parameters` at the end of `region`.
  @discardableResult
  public mutating func appendBlock(to region: RegionID, parameters: [Type] = []) -> BlockID {
    let block = blocks.append(
      BlockRecord(
        region: region, firstParameter: UInt32(blockParameters.count),
        parameterCount: UInt32(parameters.count), previous: regions[region].lastBlock))
    for type in parameters {
      blockParameters.append(
        values.append(ValueRecord(type: type, definition: .parameter(of: block))))
    }
    if let last = regions[region].lastBlock {
      blocks[last].next = block
    } else {
      regions[region].firstBlock = block
    }
    regions[region].lastBlock = block
    return block
  }

  /// Adds a parameter behind those that `block` has.
  @discardableResult
  public mutating func appendParameter(_ type: Type, to block: BlockID) -> ValueID {
    let value = values.append(ValueRecord(type: type, definition: .parameter(of: block)))
    setParameters(of: block, to: Array(parameters(of: block)) + [value])
    return value
  }

  /// Removes the parameter of `block` at `position`, which must be unused.
  public mutating func removeParameter(_ position: Int, of block: BlockID) {
    var remaining = Array(parameters(of: block))
    let removed = remaining.remove(at: position)
    precondition(values[removed].firstUse == nil, "removing a used parameter")
    setParameters(of: block, to: remaining)
  }

  private mutating func setParameters(of block: BlockID, to parameters: [ValueID]) {
    blocks[block].firstParameter = UInt32(blockParameters.count)
    blocks[block].parameterCount = UInt32(parameters.count)
    blockParameters += parameters
  }

  /// Removes `block` and its operations, whose results must be unused outside.
  public mutating func erase(_ block: BlockID) {
    dropOperands(in: block)
    for op in ops(in: block) {
      for result in results(of: op) {
        precondition(values[result].firstUse == nil, "erasing a block whose values are used")
      }
      ops[op].block = nil
    }
    let (previous, next) = (blocks[block].previous, blocks[block].next)
    if let previous {
      blocks[previous].next = next
    } else {
      regions[blocks[block].region].firstBlock = next
    }
    if let next {
      blocks[next].previous = previous
    } else {
      regions[blocks[block].region].lastBlock = previous
    }
    blocks[block].firstOp = nil
    blocks[block].lastOp = nil
    blocks[block].isErased = true
  }

  /// Moves all blocks of `source` to the end of `target`.
  public mutating func moveBlocks(from source: RegionID, to target: RegionID) {
    guard let first = regions[source].firstBlock, let last = regions[source].lastBlock else {
      return
    }
    for block in blocks(in: source) { blocks[block].region = target }
    blocks[first].previous = regions[target].lastBlock
    if let end = regions[target].lastBlock {
      blocks[end].next = first
    } else {
      regions[target].firstBlock = first
    }
    regions[target].lastBlock = last
    regions[source].firstBlock = nil
    regions[source].lastBlock = nil
  }

  /// Moves the operations of `source`, all or all but its terminator, to `point`.
  public mutating func moveOps(
    of source: BlockID, to point: InsertionPoint, keepingTerminator: Bool = true
  ) {
    var place = point
    for op in ops(in: source) {
      if keepingTerminator, traits(of: op).contains(.terminator) { continue }
      move(op, to: place)
      place = .after(op)
    }
  }
}
