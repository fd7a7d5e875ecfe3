import IR

/// What an operation computes: two operations with equal computations have equal results.
struct Computation: Hashable {
  private let opcode: Opcode
  private let operands: [Operand]
  private let attributes: AttributeList
  private let types: [Type]
  /// What the blocks of its regions compute, one region behind the other.
  private let body: [Computation]
  private let memory: Memory?

  /// What an operation uses.
  fileprivate enum Operand: Hashable {
    case value(ValueID)
    /// A value of a region that is compared, by the order of definition.
    case local(Int)
  }

  /// The state of memory that an operation reads.
  private struct Memory: Hashable {
    let block: BlockID
    let writes: Int
  }

  /// - Parameter writes: what may have been written before `op`.
  /// - Returns: `nil` if another operation like `op` need not give the same results.
  init?(of op: OpID, writes: WriteCount, in module: borrowing Module) {
    guard module.resultCount(of: op) > 0 else { return nil }
    var locals: [ValueID] = []
    if module.isPure(op) {
      self.init(of: op, memory: nil, locals: &locals, in: module)
    } else if module.regionCount(of: op) == 0, module.isRemovable(op),
      let block = module.block(of: op)
    {
      let memory = Memory(block: block, writes: writes.count)
      self.init(of: op, memory: memory, locals: &locals, in: module)
    } else {
      return nil
    }
  }

  private init?(
    of op: OpID, memory: Memory?, locals: inout [ValueID], in module: borrowing Module
  ) {
    opcode = module.opcode(of: op)
    var operands = module.operands(of: op).map { value in
      locals.firstIndex(of: value).map { Operand.local($0) } ?? .value(value)
    }
    if module.traits(of: op).contains(.commutative) { operands.sort { $0.precedes($1) } }
    self.operands = operands
    attributes = module.attributes(of: op)
    types = module.results(of: op).map { module.type(of: $0) }
    self.memory = memory
    var body: [Computation] = []
    for region in module.regions(of: op) {
      guard let block = module.firstBlock(of: region) else { continue }
      // Regions with jumps are rare and not worth comparing.
      if module.next(after: block) != nil { return nil }
      locals += module.parameters(of: block)
      for inner in module.ops(in: block) {
        guard let computation = Computation(of: inner, memory: nil, locals: &locals, in: module)
        else { return nil }
        body.append(computation)
        locals += module.results(of: inner)
      }
    }
    self.body = body
  }
}

extension Computation.Operand {
  /// An arbitrary but fixed order.
  fileprivate func precedes(_ other: Self) -> Bool {
    switch (self, other) {
    case (.value(let left), .value(let right)): left < right
    case (.local(let left), .local(let right)): left < right
    case (.value, .local): true
    case (.local, .value): false
    }
  }
}

/// How many operations that may write memory have been passed on a walk in order.
struct WriteCount {
  private(set) var count = 0

  /// Takes note of `op`, and of what its regions may do before the operations behind it run.
  mutating func pass(_ op: OpID, in module: borrowing Module) {
    if module.mayWrite(op) { count += 1 }
  }
}
