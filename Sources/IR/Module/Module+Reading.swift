import Support

// MARK: - Operations

extension Module {
  /// Which operation `op` is.
  public func opcode(of op: OpID) -> Opcode { ops[op].opcode }
  /// What is true of every operation like `op`.
  public func info(of op: OpID) -> OpInfo { ops[op].opcode.info }
  /// What passes may do with `op`.
  public func traits(of op: OpID) -> OpInfo.Traits { ops[op].opcode.info.traits }
  /// `op` was removed; its id means nothing else since.
  public func isErased(_ op: OpID) -> Bool { ops[op].isErased }
  /// Where `op` comes from.
  public func origin(of op: OpID) -> Origin { ops[op].origin }
  /// What the program says about where `op` comes from.
  public func location(of op: OpID) -> Location { locations[ops[op].origin.location] }

  /// `op` as an operation of type `T`, or `nil` if it is another one.
  ///
  /// - Requires: the counts and attributes of `op` are those that its declaration allows, as in
  ///   every verified module.
  public func view<T: Operation>(_ op: OpID, as type: T.Type = T.self) -> T? {
    ops[op].opcode == T.opcode ? T(reading: op, of: self) : nil
  }

  /// How many operands `op` has.
  public func operandCount(of op: OpID) -> Int { Int(ops[op].operandCount) }

  /// The operand of `op` at `position`, which must be one.
  public func operand(_ position: Int, of op: OpID) -> ValueID {
    precondition(position >= 0 && position < ops[op].operandCount, "op has no operand \(position)")
    return uses[use(position, of: op)].value
  }

  /// All operands of `op`. Allocates; `operand(_:of:)` does not.
  public func operands(of op: OpID) -> [ValueID] {
    (0..<operandCount(of: op)).map { operand($0, of: op) }
  }

  /// The results of `op` in order.
  public func results(of op: OpID) -> EntityRange<ValueID> {
    EntityRange(from: ops[op].firstResult, count: Int(ops[op].resultCount))
  }

  /// How many results `op` has.
  public func resultCount(of op: OpID) -> Int { Int(ops[op].resultCount) }

  /// The only result of `op`.
  public func result(of op: OpID) -> ValueID {
    precondition(ops[op].resultCount == 1, "op has not exactly one result")
    return ops[op].firstResult
  }

  /// The result of `op` at `position`, which must be one.
  public func result(_ position: Int, of op: OpID) -> ValueID { results(of: op).id(at: position) }

  /// The type of the only result of `op`.
  public func resultType(of op: OpID) -> Type { type(of: result(of: op)) }

  /// The attributes of `op`.
  public func attributes(of op: OpID) -> AttributeList { attributeLists[ops[op].attributes] }

  /// The attribute of `op` called `name`.
  public func attribute(_ name: String, of op: OpID) -> Attribute? {
    attributeLists[ops[op].attributes][name]
  }

  /// The regions of `op` in order.
  public func regions(of op: OpID) -> EntityRange<RegionID> {
    EntityRange(from: ops[op].firstRegion, count: Int(ops[op].regionCount))
  }

  /// How many regions `op` has.
  public func regionCount(of op: OpID) -> Int { Int(ops[op].regionCount) }

  /// The region of `op` at `position`, which must be one.
  public func region(_ position: Int, of op: OpID) -> RegionID { regions(of: op).id(at: position) }

  /// The blocks in which a terminator may go on.
  public func successors(of op: OpID) -> ArraySlice<BlockID> {
    let first = Int(ops[op].firstSuccessor)
    return successorPool[first..<first + Int(ops[op].successorCount)]
  }

  /// The block that `op` stands in; `nil` for the root and for erased operations.
  public func block(of op: OpID) -> BlockID? { ops[op].block }

  /// The operation whose region `op` stands in.
  public func parent(of op: OpID) -> OpID? { ops[op].block.map { parent(of: $0) } }

  /// The operation behind `op` in its block.
  public func next(after op: OpID) -> OpID? { ops[op].next }
  /// The operation in front of `op` in its block.
  public func previous(before op: OpID) -> OpID? { ops[op].previous }

  func use(_ position: Int, of op: OpID) -> UseID {
    UseID(index: ops[op].firstOperand.index + UInt32(position))
  }
}

// MARK: - Values

extension Module {
  /// The type of `value`.
  public func type(of value: ValueID) -> Type { values[value].type }
  /// What makes `value`.
  public func definition(of value: ValueID) -> ValueDefinition { values[value].definition }

  /// The op whose result `value` is, or `nil` for a parameter.
  public func definingOp(of value: ValueID) -> OpID? {
    if case .result(let op, _) = values[value].definition { op } else { nil }
  }

  /// Some operation uses `value`.
  public func isUsed(_ value: ValueID) -> Bool { values[value].firstUse != nil }

  /// `value` has exactly one use.
  public func hasOneUse(_ value: ValueID) -> Bool {
    guard let first = values[value].firstUse else { return false }
    return uses[first].next == nil
  }

  /// The operations that use `value`, once for each use, the latest first.
  public func users(of value: ValueID) -> [OpID] {
    var result: [OpID] = []
    var use = values[value].firstUse
    while let current = use {
      result.append(uses[current].user)
      use = uses[current].next
    }
    return result
  }

  /// The name that the text or the program gives `value`, without `%`; empty if there is none.
  public func name(of value: ValueID) -> String { names[values[value].name] }

  /// Where the program introduces `value`, if it is a parameter.
  public func location(of value: ValueID) -> Location { locations[values[value].location] }

  /// One more than the largest index of a value, for tables beside the module.
  public var valueCount: Int { values.count }
  /// One more than the largest index of an operation, for tables beside the module.
  public var opCount: Int { ops.count }
}

// MARK: - Blocks and regions

extension Module {
  /// The parameters of `block` in order.
  public func parameters(of block: BlockID) -> ArraySlice<ValueID> {
    let record = blocks[block]
    let first = Int(record.firstParameter)
    return blockParameters[first..<first + Int(record.parameterCount)]
  }

  /// The region that `block` belongs to.
  public func region(of block: BlockID) -> RegionID { blocks[block].region }
  /// The operation whose region `block` belongs to.
  public func parent(of block: BlockID) -> OpID { regions[blocks[block].region].parent }
  /// The operation that `region` belongs to.
  public func parent(of region: RegionID) -> OpID { regions[region].parent }
  /// The first operation of `block`.
  public func firstOp(of block: BlockID) -> OpID? { blocks[block].firstOp }
  /// The last operation of `block`.
  public func lastOp(of block: BlockID) -> OpID? { blocks[block].lastOp }
  /// The block in which `region` is entered.
  public func firstBlock(of region: RegionID) -> BlockID? { regions[region].firstBlock }
  /// The last block of `region`.
  public func lastBlock(of region: RegionID) -> BlockID? { regions[region].lastBlock }
  /// The block behind `block` in its region.
  public func next(after block: BlockID) -> BlockID? { blocks[block].next }
  /// `region` has no blocks.
  public func isEmpty(_ region: RegionID) -> Bool { regions[region].firstBlock == nil }

  /// The last op of `block`, if it is a terminator.
  public func terminator(of block: BlockID) -> OpID? {
    blocks[block].lastOp.flatMap { traits(of: $0).contains(.terminator) ? $0 : nil }
  }

  /// The operations of `block` in order, as they are now. Later changes do not affect the result.
  public func ops(in block: BlockID) -> [OpID] {
    var result: [OpID] = []
    var op = blocks[block].firstOp
    while let current = op {
      result.append(current)
      op = ops[current].next
    }
    return result
  }

  /// The blocks of `region` in order, as they are now.
  public func blocks(in region: RegionID) -> [BlockID] {
    var result: [BlockID] = []
    var block = regions[region].firstBlock
    while let current = block {
      result.append(current)
      block = blocks[current].next
    }
    return result
  }

  /// The location that `id` names.
  public func location(_ id: LocationID) -> Location { locations[id] }
}
