import IR

/// What is known of the elements of every value of a function: alignment, contiguity, constancy,
/// and constants.
///
/// What loops carry is first taken to be what goes in, and given up as far as what comes around
/// differs, until nothing changes.
package struct AxisAnalysis {
  private let rules: AxisRules
  private let assumptions: AxisAssumptions
  /// By the index of the value; `nil` before anything is known, and where there are no elements.
  private var known: [AxisFacts?]
  private var round = 0
  private var hasChanged = false

  /// How often a function is looked at before loops that have not settled are given up. Nested loops
  /// hand changes on from the inside to the outside, once a round.
  private static let maximumRounds = 32

  /// Finds what holds in `function`, which must have a body.
  package init(
    of function: OpID, in module: borrowing Module, overflow: SignedOverflow = .wraps
  ) {
    rules = AxisRules(overflow: overflow)
    assumptions = AxisAssumptions(of: function, in: module)
    known = Array(repeating: nil, count: module.valueCount)
    enter(function, in: module)
    let steps = Self.steps(through: function, in: module)
    repeat {
      hasChanged = false
      for step in steps {
        switch step {
        case .enter(let op): visit(op, in: module)
        case .leave(let op): leave(op, in: module)
        }
      }
      round += 1
    } while hasChanged
  }

  /// What is known of `value`; `nil` if it has no elements, or stands in another function.
  package func facts(of value: ValueID) -> AxisFacts? { known[Int(value.index)] }
}

// MARK: - Order

extension AxisAnalysis {
  private enum Step {
    case enter(OpID)
    /// All operations in the regions of this one have been visited.
    case leave(OpID)
  }

  /// The way through the operations of `function`, in and out of those with regions.
  private static func steps(through function: OpID, in module: borrowing Module) -> [Step] {
    var steps: [Step] = []
    var open: [OpID] = []
    for op in module.opsInDominanceOrder(of: function) {
      while let last = open.last, last != module.parent(of: op) {
        steps.append(.leave(last))
        open.removeLast()
      }
      steps.append(.enter(op))
      if module.regionCount(of: op) > 0 { open.append(op) }
    }
    return steps + open.reversed().map { .leave($0) }
  }
}

// MARK: - Operations

extension AxisAnalysis {
  /// Notes what holds of the parameters of `function`.
  private mutating func enter(_ function: OpID, in module: borrowing Module) {
    let hints = module.view(function, as: Function.self)?.parameterAttributes ?? []
    guard let entry = module.firstBlock(of: module.region(0, of: function)) else { return }
    for (position, parameter) in module.parameters(of: entry).enumerated() {
      guard let facts = AxisFacts(unknown: module.type(of: parameter)) else { continue }
      let own = position < hints.count ? AxisHints(hints[position]) : nil
      set(parameter, own?.applied(to: facts) ?? facts)
    }
    for block in module.blocks(in: module.region(0, of: function)) where block != entry {
      for parameter in module.parameters(of: block) { forget(parameter, in: module) }
    }
  }

  private mutating func visit(_ op: OpID, in module: borrowing Module) {
    switch module.opcode(of: op) {
    case .for: enterLoop(op, in: module)
    case .while: enterRepetition(op, in: module)
    case .if: break
    case .condition: pass(op, in: module)
    case .split:
      for result in module.results(of: op) {
        guard let source = facts(of: module.operand(0, of: op)) else { continue }
        set(result, rules.split(source, module.type(of: result)))
      }
    default:
      enterUnknown(op, in: module)
      if module.resultCount(of: op) == 1 {
        visitOne(op, in: module)
      } else {
        for result in module.results(of: op) { forget(result, in: module) }
      }
    }
  }

  private mutating func visitOne(_ op: OpID, in module: borrowing Module) {
    let result = module.result(of: op)
    // What depends on nothing stays as it is.
    if module.operandCount(of: op) == 0, facts(of: result) != nil { return }
    guard var facts = AxisFacts(unknown: module.type(of: result)) else { return }
    let operands = module.operands(of: op).compactMap { self.facts(of: $0) }
    if operands.count == module.operandCount(of: op),
      let found = rules.result(of: op, in: module, operands)
    {
      facts = found.normalized()
    }
    set(result, AxisHints(module.attributes(of: op))?.applied(to: facts) ?? facts)
  }

  private mutating func leave(_ op: OpID, in module: borrowing Module) {
    switch module.opcode(of: op) {
    case .for: leaveLoop(op, in: module)
    case .while: enterRepetition(op, in: module)
    case .if: leaveBranches(op, in: module)
    default: break
    }
  }

  /// Notes that nothing is known of what the blocks of `op` take.
  private mutating func enterUnknown(_ op: OpID, in module: borrowing Module) {
    for region in module.regions(of: op) {
      for block in module.blocks(in: region) {
        for parameter in module.parameters(of: block) { forget(parameter, in: module) }
      }
    }
  }

  private mutating func set(_ value: ValueID, _ facts: AxisFacts) {
    known[Int(value.index)] = assumptions.applied(to: facts, of: value)
  }

  private mutating func forget(_ value: ValueID, in module: borrowing Module) {
    if let facts = AxisFacts(unknown: module.type(of: value)) { set(value, facts) }
  }
}

// MARK: - Control flow

extension AxisAnalysis {
  private mutating func enterLoop(_ op: OpID, in module: borrowing Module) {
    guard let loop = module.view(op, as: For.self),
      let body = module.firstBlock(of: module.region(0, of: op))
    else { return }
    let parameters = module.parameters(of: body)
    if let counter = parameters.first { set(counter, counterFacts(of: op, loop, in: module)) }
    merge(loop.initialValues, into: Array(parameters.dropFirst()))
  }

  private mutating func leaveLoop(_ op: OpID, in module: borrowing Module) {
    guard let body = module.firstBlock(of: module.region(0, of: op)) else { return }
    let carried = Array(module.parameters(of: body).dropFirst())
    merge(module.yielded(by: body), into: carried)
    // The results are what is carried: behind the last iteration, or before the first.
    for (result, value) in zip(module.results(of: op), carried) { copy(value, to: result) }
  }

  private func counterFacts(
    of op: OpID, _ loop: For, in module: borrowing Module
  ) -> AxisFacts {
    var result = AxisFacts(module.type(of: loop.lower))
    guard let lower = facts(of: loop.lower), let step = facts(of: loop.step) else { return result }
    result.dimensions[0].logDivisibility = min(
      lower.logDivisibilityOfAll, step.logDivisibilityOfAll)
    guard let first = lower.bounds, let last = facts(of: loop.upper)?.bounds,
      !module.comparesUnsigned(op) || first.lower >= 0 && last.lower >= 0
    else { return result }
    if first.lower < last.upper {
      result.bounds = IntegerBounds(lower: first.lower, upper: last.upper - 1)
    }
    return result.normalized()
  }

  /// Notes what comes into the loop `op`, from before it and from its second region.
  private mutating func enterRepetition(_ op: OpID, in module: borrowing Module) {
    guard let before = module.firstBlock(of: module.region(0, of: op)),
      let after = module.firstBlock(of: module.region(1, of: op))
    else { return }
    let taken = Array(module.parameters(of: before))
    merge(module.operands(of: op), into: taken)
    merge(module.yielded(by: after), into: taken)
  }

  /// Notes what `condition` passes on: to the second region, or out of the loop.
  private mutating func pass(_ condition: OpID, in module: borrowing Module) {
    guard let loop = module.parent(of: condition),
      let after = module.firstBlock(of: module.region(1, of: loop))
    else { return }
    let passed = module.operands(of: condition).dropFirst()
    for (value, parameter) in zip(passed, module.parameters(of: after)) {
      copy(value, to: parameter)
    }
    for (value, result) in zip(passed, module.results(of: loop)) { copy(value, to: result) }
  }

  private mutating func leaveBranches(_ op: OpID, in module: borrowing Module) {
    let yielded = module.regions(of: op).compactMap { region in
      module.firstBlock(of: region).map { module.yielded(by: $0) }
    }
    for (position, result) in module.results(of: op).enumerated() {
      let facts = yielded.compactMap { list in
        position < list.count ? self.facts(of: list[position]) : nil
      }
      guard let first = facts.first else { continue }
      set(result, facts.dropFirst().reduce(first) { $0.joined(with: $1) }.normalized())
    }
  }

  private mutating func copy(_ source: ValueID, to target: ValueID) {
    guard let facts = facts(of: source) else { return }
    set(target, facts)
  }

  /// Weakens what is known of `targets` so that it holds of `sources` as well.
  private mutating func merge(_ sources: [ValueID], into targets: [ValueID]) {
    for (source, target) in zip(sources, targets) {
      guard let incoming = facts(of: source) else { continue }
      guard let old = facts(of: target) else {
        set(target, incoming)
        hasChanged = true
        continue
      }
      var new = old.joined(with: incoming)
      if let bounds = old.bounds, let other = incoming.bounds {
        new.bounds = bounds.widened(to: other, width: old.width)
      }
      if new == old { continue }
      if round >= Self.maximumRounds { new = AxisFacts(old.type) }
      set(target, new)
      if facts(of: target) != old { hasChanged = true }
    }
  }
}
