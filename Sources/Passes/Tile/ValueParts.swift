import IR
import Support

/// Values that a pass takes apart: each is replaced by others, its *parts*, wherever it is passed on.
///
/// What stays true on a walk in dominance order: when an operation is reached, the parts of every
/// such value that it uses are known. The old values stay in place, with fewer and fewer users, until
/// the end.
struct ValueParts {
  /// The types of the parts of a value of a type; `nil` if such values are left alone.
  private let types: (Type) -> [Type]?
  /// What the values are, in words.
  private let words: String
  /// The operations through which values are passed.
  private let passing: [Opcode]
  private var parts: [ValueID: [ValueID]] = [:]
  /// What makes whole values, in the order of the walk.
  private var makers: [OpID] = []
  /// Parameters that are whole values.
  private var parameters: [(block: BlockID, value: ValueID)] = []

  /// Values with parts of `types`, that are passed through operations of region-carrying opcodes,
  /// branches and those of `others`.
  init(_ words: String, through others: [Opcode] = [], types: @escaping (Type) -> [Type]?) {
    (self.words, self.types) = (words, types)
    passing = others + [.for, .if, .while, .yield, .condition, .branch, .conditionalBranch]
  }

  /// The parts of `value`, if it was taken apart.
  subscript(value: ValueID) -> [ValueID]? { parts[value] }

  /// Takes note of the parts of `value`, the result of `maker`.
  mutating func set(_ value: ValueID, madeBy maker: OpID, to parts: [ValueID]) {
    self.parts[value] = parts
    makers.append(maker)
  }

  /// Takes note of the parts of the parameter `value` of `block`.
  mutating func set(_ value: ValueID, parameterOf block: BlockID, to parts: [ValueID]) {
    self.parts[value] = parts
    parameters.append((block, value))
  }

  /// Adds the parts of the values that blocks of `function` take behind their other parameters.
  mutating func takeApartParameters(in function: OpID, of module: inout Module) {
    let regions = ([function] + module.descendants(of: function)).flatMap { module.regions(of: $0) }
    for region in regions {
      for block in module.blocks(in: region) {
        for value in Array(module.parameters(of: block)) where parts[value] == nil {
          guard let types = types(module.type(of: value)) else { continue }
          set(
            value, parameterOf: block, to: types.map { module.appendParameter($0, to: block) })
        }
      }
    }
  }

  /// Removes the old values, which only they themselves use.
  func eraseWhole(in module: inout Module) {
    for op in makers.reversed() { module.erase(op) }
    for (block, value) in parameters {
      let parameters = module.parameters(of: block)
      guard let index = parameters.firstIndex(of: value) else { continue }
      module.removeParameter(index - parameters.startIndex, of: block)
    }
  }
}

// MARK: - What passes values on

extension ValueParts {
  /// Whether `op` uses or makes values that are taken apart.
  func handles(_ op: OpID, in module: borrowing Module) -> Bool {
    module.operands(of: op).contains { types(module.type(of: $0)) != nil }
      || module.results(of: op).contains { types(module.type(of: $0)) != nil }
  }

  /// Replaces `op` by one that passes on the parts of values, behind its other values.
  ///
  /// - Throws: if `op` does something else with them.
  mutating func pass(_ op: OpID, in module: inout Module) throws(Diagnostic) {
    guard passing.contains(module.opcode(of: op)), knowsOperands(of: op, in: module) else {
      let name = module.info(of: op).name
      throw module.diagnostic("cannot take apart \(words) in \(name)", at: op)
    }
    let new = module.insert(
      draft(of: op, in: module), at: .before(op), origin: module.origin(of: op))
    for (old, target) in zip(module.regions(of: op), module.regions(of: new)) {
      module.moveBlocks(from: old, to: target)
    }
    var results = Array(module.results(of: new))[...]
    let old = Array(module.results(of: op))
    for value in old where types(module.type(of: value)) == nil {
      module.substitute(value, by: results.removeFirst())
    }
    var isMaker = false
    for value in old {
      guard let types = types(module.type(of: value)) else { continue }
      parts[value] = Array(results.prefix(types.count))
      results = results.dropFirst(types.count)
      isMaker = true
    }
    if isMaker { makers.append(op) } else { module.erase(op) }
  }

  private func knowsOperands(of op: OpID, in module: borrowing Module) -> Bool {
    module.operands(of: op).allSatisfy { types(module.type(of: $0)) == nil || parts[$0] != nil }
  }

  private func draft(of op: OpID, in module: borrowing Module) -> OpDraft {
    let results = module.results(of: op).map { module.type(of: $0) }
    var draft = OpDraft(
      module.opcode(of: op), operands: withParts(module.operands(of: op)),
      results: withParts(results), attributes: module.attributes(of: op),
      regions: module.regionCount(of: op), successors: Array(module.successors(of: op)))
    if var branch = module.view(op, as: ConditionalBranch.self) {
      branch.trueArguments = withParts(branch.trueArguments)
      branch.falseArguments = withParts(branch.falseArguments)
      draft = branch.draft
    }
    return draft
  }

  private func withParts(_ values: [ValueID]) -> [ValueID] {
    values.filter { parts[$0] == nil } + values.flatMap { parts[$0] ?? [] }
  }

  /// `list` with the types of parts behind the others.
  func withParts(_ list: [Type]) -> [Type] {
    list.filter { types($0) == nil } + list.flatMap { types($0) ?? [] }
  }
}
