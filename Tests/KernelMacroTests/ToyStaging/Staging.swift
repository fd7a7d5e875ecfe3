/// What expansions call, implemented for the toy: a small model of the real staging.
///
/// One task uses it, which the compiler cannot see.
final class Staging: @unchecked Sendable {
  /// The staging that the current task traces into.
  @TaskLocal static var current: Staging?

  /// The outermost region.
  let program = ToyRegion()
  private var regions: [ToyRegion]
  private var parameters: [ToyValue] = []
  /// The file and, for each statement in the order of tracing, where it stands.
  private(set) var file = ""
  private(set) var positions: [String] = []
  private var position = ""
  /// The positions of the calls that run, outermost first.
  private var callers: [String] = []
  /// The host variables that changed under control flow of the device.
  private(set) var changedHostVariables: [String] = []

  /// The calls that did nothing for the device, under its control flow.
  private(set) var hostCalls: [String] = []
  /// How many statements were traced and functions entered so far.
  private var activity = 0

  init() { regions = [program] }

  // MARK: Building

  func append(_ statement: ToyStatement) {
    regions[regions.count - 1].statements.append(statement)
    positions.append(position)
    activity += 1
  }

  func enter(_ region: ToyRegion) { regions.append(region) }
  func leave() { regions.removeLast() }

  func constant(_ number: Int) -> ToyValue {
    let value = ToyValue()
    append(.constant(value, number))
    return value
  }

  func binary(
    _ lhs: ToyValue, _ rhs: ToyValue, _ operation: @escaping (Int, Int) -> Int
  ) -> ToyValue {
    let value = ToyValue()
    append(.binary(value, lhs, rhs, operation))
    return value
  }

  /// The kernel's parameter with the given index.
  func parameter(_ index: Int) -> ToyValue {
    while parameters.count <= index { parameters.append(ToyValue()) }
    return parameters[index]
  }

  // MARK: Hooks

  static func begin(file: String) -> Staging {
    current!.file = file
    current!.activity += 1
    current!.callers.append(current!.position)
    return current!
  }

  func end() { position = callers.removeLast() }

  func at(_ line: Int, _ column: Int) { position = "\(line):\(column)" }

  func beginCall() -> Int { activity }
  func beginCall<Object>(_ object: Object) -> Int { activity }

  /// Notes a call that neither traced a statement nor entered a function.
  func endCall(_ call: Int, _ name: String) {
    if regions.count > 1, activity == call { hostCalls.append("\(position) \(name)") }
  }

  func cell<Value: ToyTraced>(
    _ name: String, _ get: @escaping () -> Value, _ set: @escaping (Value) -> Void
  ) -> Cell { TracedCell(name, get, set) }

  @_disfavoredOverload
  func cell<Value: Equatable>(
    _ name: String, _ get: @escaping () -> Value, _ set: @escaping (Value) -> Void
  ) -> Cell { HostCell(name, get, set) }

  @_disfavoredOverload
  func cell<Value>(
    _ name: String, _ get: @escaping () -> Value, _ set: @escaping (Value) -> Void
  ) -> Cell { Cell(name: name) }

  func constant<Value>(_ name: String, _ get: @escaping () -> Value) -> Cell { Cell(name: name) }

  /// Reports the host variables that are no longer what they were before a region of the device.
  func checkHostVariables(_ cells: [Cell], unchangedSince saved: [Cell.Saved]) {
    for (cell, old) in zip(cells, saved) where cell.isHost && !cell.save().isSame(as: old) {
      changedHostVariables.append(cell.name)
    }
  }

  func loop<Base: Sequence>(
    _ base: Base, _ cells: @autoclosure () -> [Cell], until: @escaping () -> [StagedBool] = { [] }
  ) -> UnrolledLoop<Base> { UnrolledLoop(base: base.makeIterator(), until: until) }

  func loop(
    _ range: NumberRange, _ cells: [Cell], until: @escaping () -> [StagedBool] = { [] }
  ) -> TracedForLoop { TracedForLoop(self, range, cells) }

  func branch(
    _ condition: some KernelCondition, _ cells: @autoclosure () -> [Cell]
  ) -> TracedBranch {
    switch condition.staged {
    case .known(let isTaken): TracedBranch(taken: isTaken)
    case .device(let truth): TracedBranch(self, truth, cells())
    }
  }

  func branchUnless(
    _ condition: some KernelCondition, _ cells: @autoclosure () -> [Cell]
  ) -> TracedBranch { branch(not(condition), cells()) }

  /// Runs once, unless a flag is known to be raised.
  func rest(unless flags: [StagedBool], _ cells: @autoclosure () -> [Cell]) -> TracedRest {
    TracedRest(branchUnless(any(flags), cells()))
  }

  func whileLoop<Condition: KernelCondition>(
    _ condition: @escaping () -> Condition, _ cells: @autoclosure () -> [Cell],
    until: @escaping () -> [StagedBool] = { [] }
  ) -> TracedWhileLoop {
    if Condition.self == Bool.self {
      return TracedWhileLoop(self, { condition().staged }, nil, until, testsFirst: true)
    }
    return TracedWhileLoop(self, { condition().staged }, cells(), until, testsFirst: true)
  }

  func repeatLoop<Condition: KernelCondition>(
    _ condition: @escaping () -> Condition, _ cells: @autoclosure () -> [Cell],
    until: @escaping () -> [StagedBool] = { [] }
  ) -> TracedWhileLoop {
    if Condition.self == Bool.self {
      return TracedWhileLoop(self, { condition().staged }, nil, until, testsFirst: false)
    }
    return TracedWhileLoop(self, { condition().staged }, cells(), until, testsFirst: false)
  }

  func select<Value: ToyTraced>(
    _ condition: () -> some KernelCondition, _ first: () -> Value, _ second: () -> Value,
    _ cells: @autoclosure () -> [Cell] = []
  ) -> Value {
    var result = Value.undefined
    let cell = cell("value", { result }, { result = $0 })
    for isTaken in branch(condition(), [cell] + cells()) {
      result = isTaken ? first() : second()
    }
    return result
  }

  @_disfavoredOverload
  func select<Value>(
    _ condition: () -> Bool, _ first: () -> Value, _ second: () -> Value,
    _ cells: @autoclosure () -> [Cell] = []
  ) -> Value {
    condition() ? first() : second()
  }

  func all(_ conditions: () -> Bool...) -> Bool { conditions.allSatisfy { $0() } }

  func all<each Condition: KernelCondition>(
    _ conditions: repeat () -> each Condition
  ) -> StagedBool {
    var result = StagedBool.known(true)
    for condition in repeat each conditions {
      switch result {
      case .known(true): result = condition().staged
      case .known(false): return result
      case .device(let truth):
        // The right condition is evaluated only if the left one holds.
        var both = StagedBool.device(truth)
        let cell = cell("condition", { both }, { both = $0 })
        for isTaken in branch(truth, [cell]) where isTaken { both = condition().staged }
        result = both
      }
    }
    return result
  }

  private func not(_ condition: some KernelCondition) -> StagedBool {
    switch condition.staged {
    case .known(let isTrue): .known(!isTrue)
    case .device(let truth): .device(!truth)
    }
  }

  func any(_ flags: [StagedBool]) -> StagedBool {
    flags.reduce(.known(false)) {
      switch ($0, $1) {
      case (.known(true), _), (_, .known(true)): .known(true)
      case (.known(false), let other), (let other, .known(false)): other
      case (.device(let lhs), .device(let rhs)): .device(lhs || rhs)
      }
    }
  }

  func undefined<Value: ToyTraced>() -> Value { Value.undefined }
  func flag(_ condition: some KernelCondition) -> StagedBool { condition.staged }
}
