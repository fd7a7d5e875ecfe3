import IR

@testable import Passes

extension RandomTileProgram {
  mutating func addControlFlow() {
    guard loop == nil else { return }
    switch generator.next(below: 3) {
    case 0: addBranches()
    case 1: addLoop()
    default: addRepetition()
    }
  }

  /// Fills `body` with some operations and makes it yield values of `types`.
  private mutating func fill(
    _ body: BlockID, parameters: [ValueID] = [], yielding types: [Type], operations: Int = 4,
    ending terminator: (([ValueID]) -> OpDraft)? = nil
  ) {
    let (outer, known) = (block, values)
    block = body
    for parameter in parameters {
      values[module.type(of: parameter), default: []].append(parameter)
    }
    for _ in 0..<operations { addOperation() }
    let yielded = types.map { value($0) }
    let draft = terminator?(yielded) ?? Yield(values: yielded).draft
    module.insert(draft, at: .end(of: block))
    (block, values) = (outer, known)
  }

  private mutating func addBranches() {
    let types = [randomType(), randomType()]
    let condition = value(.i1)
    let op = module.insert(If(condition: condition, types: types), at: .end(of: block))
    // What stands in a branch may not run, so that it is not looked at.
    let (before, size) = (observations, outputSize)
    for region in [0, 1] {
      let body = module.appendBlock(to: module.region(region, of: op))
      fill(body, yielding: types)
    }
    observations = before
    outputSize = max(size, outputSize)
    for result in module.results(of: op) { keep(result) }
  }

  private mutating func addLoop() {
    let types = [randomType(), randomType()]
    let first = generator.pick([0, 0, 4, 3])
    let step = generator.pick([1, 2, 4, 8])
    let trips = generator.next(below: 4)
    let bounds = [first, first + step * trips, step].map { number($0) }
    let initial = types.map { value($0) }
    let op = module.insert(
      For(
        lower: bounds[0], upper: bounds[1], step: bounds[2], initialValues: initial, types: types),
      at: .end(of: block))
    let body = module.appendBlock(to: module.region(0, of: op), parameters: [.i32] + types)
    let parameters = Array(module.parameters(of: body))
    loop = (counter: parameters[0], first: first, step: step, trips: trips)
    let (outer, known) = (block, values)
    block = body
    for parameter in parameters { keep(parameter) }
    block = outer
    fill(body, yielding: types)
    (loop, values) = (nil, known)
    for result in module.results(of: op) { keep(result) }
  }

  /// A loop that counts down from a small number, carrying two more values.
  private mutating func addRepetition() {
    let types = [randomType(), randomType()]
    let passed = [randomType()]
    let initial = types.map { value($0) }
    let count = number(generator.next(below: 4))
    let op = module.insert(
      While(initialValues: [count] + initial, types: [.i32] + passed + types), at: .end(of: block))
    let before = module.appendBlock(to: module.region(0, of: op), parameters: [.i32] + types)
    let after = module.appendBlock(
      to: module.region(1, of: op), parameters: [.i32] + passed + types)
    let (observed, size) = (observations, outputSize)
    let taken = Array(module.parameters(of: before))
    let outer = block
    block = before
    let zero = number(0)
    let isLeft = insert(CompareInteger(.sgt, lhs: taken[0], rhs: zero, type: .i1))
    block = outer
    fill(before, parameters: Array(taken.dropFirst()), yielding: passed + types) { values in
      Condition(condition: isLeft, values: [taken[0]] + values).draft
    }
    let given = Array(module.parameters(of: after))
    block = after
    let one = number(1)
    let left = insert(OpDraft(.subi, operands: [given[0], one], results: [.i32]))
    block = outer
    fill(after, parameters: Array(given.dropFirst()), yielding: types) { values in
      Yield(values: [left] + values).draft
    }
    observations = observed
    outputSize = max(size, outputSize)
    for result in module.results(of: op) { keep(result) }
  }
}
