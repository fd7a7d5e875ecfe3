import IR
import Support

/// One walk that takes the pointers to tiles of a function apart.
///
/// What stays true: when an operation is reached, the parts of every pointer that it uses are
/// known. The old values stay in place, with fewer and fewer users, until the end.
struct TensorPointerRewriter {
  private var pointers: [ValueID: BlockPointer] = [:]
  /// What makes whole pointers, in the order of the walk.
  private var makers: [OpID] = []
  /// Parameters that are whole pointers.
  private var parameters: [(block: BlockID, value: ValueID)] = []

  /// Adds the parts of the pointers that blocks take behind their other parameters.
  mutating func takeApartParameters(in function: OpID, of module: inout Module) {
    let regions = ([function] + module.descendants(of: function)).flatMap { module.regions(of: $0) }
    for region in regions {
      for block in module.blocks(in: region) { takeApartParameters(of: block, in: &module) }
    }
  }

  private mutating func takeApartParameters(of block: BlockID, in module: inout Module) {
    for value in Array(module.parameters(of: block)) {
      guard let types = module.type(of: value).blockPointerParts else { continue }
      let parts = types.map { module.appendParameter($0, to: block) }
      pointers[value] = BlockPointer(parts: parts)
      parameters.append((block, value))
    }
  }

  mutating func rewrite(_ op: OpID, in module: inout Module) throws(Diagnostic) {
    if let make = module.view(op, as: MakeTensorPointer.self) {
      take(make, op, in: &module)
    } else if let advance = module.view(op, as: Advance.self),
      let pointer = pointers[advance.pointer]
    {
      take(advance, of: pointer, op, in: &module)
    } else if let load = module.view(op, as: Load.self), let pointer = pointers[load.pointer] {
      module.replaceLoad(op, load, through: pointer)
    } else if let store = module.view(op, as: Store.self), let pointer = pointers[store.pointer] {
      module.replaceStore(op, store, through: pointer)
    } else if handlesPointers(op, in: module) {
      try passParts(op, in: &module)
    }
  }

  private func handlesPointers(_ op: OpID, in module: borrowing Module) -> Bool {
    module.operands(of: op).contains { module.type(of: $0).isBlockPointer }
      || module.results(of: op).contains { module.type(of: $0).isBlockPointer }
  }

  /// Removes the old values, which only they themselves use.
  func eraseWholePointers(in module: inout Module) {
    for op in makers.reversed() { module.erase(op) }
    for (block, value) in parameters {
      let parameters = module.parameters(of: block)
      guard let index = parameters.firstIndex(of: value) else { continue }
      module.removeParameter(index - parameters.startIndex, of: block)
    }
  }
}

// MARK: - What makes pointers

extension TensorPointerRewriter {
  private mutating func take(_ make: MakeTensorPointer, _ op: OpID, in module: inout Module) {
    let offsets = make.offsets.map { module.extended($0, before: op) }
    pointers[module.result(of: op)] = BlockPointer(
      base: make.base, shape: make.shape, strides: make.strides, offsets: offsets)
    makers.append(op)
  }

  private mutating func take(
    _ advance: Advance, of pointer: BlockPointer, _ op: OpID, in module: inout Module
  ) {
    var moved = pointer
    for (dimension, distance) in advance.offsets.enumerated() {
      let distance = module.extended(distance, before: op)
      moved.offsets[dimension] = module.insertBinary(
        .addi, pointer.offsets[dimension], distance, before: op)
    }
    pointers[module.result(of: op)] = moved
    makers.append(op)
  }
}

// MARK: - What passes pointers on

extension TensorPointerRewriter {
  /// Replaces `op` by one that passes on the parts of pointers, behind its other values.
  private mutating func passParts(_ op: OpID, in module: inout Module) throws(Diagnostic) {
    guard module.passesValuesOn(op), knowsPointers(of: op, in: module) else {
      let name = module.info(of: op).name
      throw module.diagnostic("cannot take apart a pointer to a tensor in \(name)", at: op)
    }
    let new = module.insert(
      draft(of: op, in: module), at: .before(op), origin: module.origin(of: op))
    for (old, target) in zip(module.regions(of: op), module.regions(of: new)) {
      module.moveBlocks(from: old, to: target)
    }
    var results = Array(module.results(of: new))[...]
    let old = Array(module.results(of: op))
    for value in old where !module.type(of: value).isBlockPointer {
      module.substitute(value, by: results.removeFirst())
    }
    for value in old {
      guard let types = module.type(of: value).blockPointerParts else { continue }
      pointers[value] = BlockPointer(parts: Array(results.prefix(types.count)))
      results = results.dropFirst(types.count)
    }
    if old.contains(where: { module.type(of: $0).isBlockPointer }) {
      makers.append(op)
    } else {
      module.erase(op)
    }
  }

  private func knowsPointers(of op: OpID, in module: borrowing Module) -> Bool {
    module.operands(of: op).allSatisfy {
      !module.type(of: $0).isBlockPointer || pointers[$0] != nil
    }
  }

  private func draft(of op: OpID, in module: borrowing Module) -> OpDraft {
    let types = module.results(of: op).map { module.type(of: $0) }
    var draft = OpDraft(
      module.opcode(of: op), operands: withParts(module.operands(of: op)),
      results: types.filter { !$0.isBlockPointer } + types.compactMap(\.blockPointerParts).joined(),
      attributes: module.attributes(of: op), regions: module.regionCount(of: op),
      successors: Array(module.successors(of: op)))
    if var branch = module.view(op, as: ConditionalBranch.self) {
      branch.trueArguments = withParts(branch.trueArguments)
      branch.falseArguments = withParts(branch.falseArguments)
      draft = branch.draft
    }
    return draft
  }

  private func withParts(_ values: [ValueID]) -> [ValueID] {
    values.filter { pointers[$0] == nil } + values.flatMap { pointers[$0]?.parts ?? [] }
  }
}

extension Module {
  /// `op` passes operands to blocks or results, each as it is.
  fileprivate func passesValuesOn(_ op: OpID) -> Bool {
    let opcodes: [Opcode] = [.for, .if, .while, .yield, .condition, .branch, .conditionalBranch]
    return opcodes.contains(opcode(of: op))
  }
}
