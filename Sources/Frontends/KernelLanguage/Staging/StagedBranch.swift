import IR
import Support
import TileSemantics

/// The sequence behind `if`: the branches that the host takes, or both of the device's.
public struct StagedBranch: Sequence, IteratorProtocol {
  private enum State {
    /// The host takes this branch.
    case known(Bool)
    case ready(Tile<Bool>)
    case then(DeviceBranch)
    case otherwise(DeviceBranch)
    case done
  }

  private let trace: Trace
  private let variables: [Variable]
  private var state: State

  init(_ trace: Trace, _ condition: StagedBool, _ variables: @autoclosure () -> [Variable]) {
    self.trace = trace
    switch condition {
    case .known(let isTaken): (self.variables, state) = ([], .known(isTaken))
    case .device(let tile): (self.variables, state) = (variables(), .ready(tile))
    }
  }

  public mutating func next() -> Bool? {
    switch state {
    case .known(let isTaken):
      state = .done
      return isTaken
    case .ready(let condition):
      state = .then(DeviceBranch(trace, condition, variables))
      return true
    case .then(var branch):
      branch.beginElse(variables)
      state = .otherwise(branch)
      return false
    case .otherwise(let branch):
      branch.end(variables)
      state = .done
      return nil
    case .done: return nil
    }
  }
}

/// The sequence behind what follows a jump: once, unless a flag is known to be raised.
public struct StagedRest: Sequence, IteratorProtocol {
  private var branch: StagedBranch

  init(_ branch: StagedBranch) { self.branch = branch }

  public mutating func next() -> Void? {
    while let isTaken = branch.next() { if isTaken { return () } }
    return nil
  }
}

/// An `if` of the device whose branches are being traced.
private struct DeviceBranch {
  private let trace: Trace
  /// Where the `if` stands.
  private let position: SourcePosition
  /// Nil if the `if` was refused; its branches are traced all the same, for their mistakes.
  private var scope: IfScope?
  private let before: [any SavedVariable]
  private var then: [any SavedVariable] = []
  /// Where the first branch ends.
  private var endOfThen: InsertionPoint?

  init(_ trace: Trace, _ condition: Tile<Bool>, _ variables: [Variable]) {
    self.trace = trace
    position = trace.position
    before = variables.map { $0.save() }
    trace.enterRegion()
    var opened: IfScope?
    Trace.perform([condition.operand]) { builder in
      guard condition.operand.isScalar else {
        throw SemanticError(
          "'if' needs a scalar condition, got \(condition.operand.typeName); "
            + "use 'select(_:_:_:)' to choose element by element")
      }
      opened = try builder.beginIf(condition.operand)
    }
    scope = opened
  }

  mutating func beginElse(_ variables: [Variable]) {
    then = variables.map { $0.save() }
    if let scope {
      endOfThen = trace.withBuilder { builder in
        let point = builder.point
        builder.beginElse(scope)
        return point
      }
    }
    for variable in before { variable.restore() }
  }

  func end(_ variables: [Variable]) {
    trace.leaveRegion()
    let otherwise = variables.map { $0.save() }
    var merge = BranchMerge()
    for index in variables.indices {
      for branch in [then[index], otherwise[index]] {
        let place = "an 'if' that is decided only on the device"
        guard let conflict = branch.conflict(with: before[index], place: place) else { continue }
        trace.report(conflict, at: position)
        merge.hasConflict = true
      }
      if !merge.hasConflict { merge.add(then[index], otherwise[index]) }
    }
    guard let scope, let endOfThen, !merge.hasConflict else {
      // The branches' mistakes are known; what they leave cannot be used.
      close()
      for (index, variable) in before.enumerated() {
        let isChanged = [then[index].parts, otherwise[index].parts].contains {
          $0 != variable.parts
        }
        if isChanged { variable.restoreErroneous() } else { variable.restore() }
      }
      return
    }
    do {
      let results = try trace.withBuilder { builder in
        try merge.close(scope, endOfThen: endOfThen, in: &builder)
      }
      merge.restore(results)
    } catch {
      trace.report("\(error)", at: position)
      merge.restore(nil)
    }
  }

  private func close() {
    guard let scope else { return }
    _ = try? trace.withBuilder { builder in try builder.endIf(scope) }
  }
}

/// What the variables hold after an `if`.
private struct BranchMerge {
  /// A variable changed in a way that the device cannot follow.
  var hasConflict = false
  private var entries: [Entry] = []

  private struct Entry {
    let model: any SavedVariable
    var then: [TracedPart]
    var otherwise: [TracedPart]
  }

  mutating func add(_ then: any SavedVariable, _ otherwise: any SavedVariable) {
    guard then.parts != otherwise.parts else { return }
    if then.parts.count == otherwise.parts.count {
      let model = otherwise.isUndefined ? then : otherwise
      entries.append(Entry(model: model, then: then.parts, otherwise: otherwise.parts))
    } else if then.isUndefined {
      let none = Array(repeating: then.parts[0], count: otherwise.parts.count)
      entries.append(Entry(model: otherwise, then: none, otherwise: otherwise.parts))
    } else if otherwise.isUndefined {
      let none = Array(repeating: otherwise.parts[0], count: then.parts.count)
      entries.append(Entry(model: then, then: then.parts, otherwise: none))
    } else {
      hasConflict = true
    }
  }

  /// Closes the `if` and returns what each part is afterwards.
  func close(
    _ scope: IfScope, endOfThen: InsertionPoint, in builder: inout TileBuilder
  ) throws -> [[TracedPart]] {
    var joined: [(then: Operand, otherwise: Operand, name: String)] = []
    for entry in entries {
      for (then, otherwise) in zip(entry.then, entry.otherwise) where isJoined(then, otherwise) {
        // What one branch leaves without a value is poison of the other's type.
        let model = then.isUndefined ? otherwise.operand(in: &builder) : nil
        let endOfElse = builder.point
        builder.point = endOfThen
        let first =
          model.map { builder.poison($0.type, isUnsigned: $0.isUnsigned) }
          ?? then.operand(in: &builder)
        builder.point = endOfElse
        let second =
          otherwise.isUndefined
          ? builder.poison(first.type, isUnsigned: first.isUnsigned)
          : model ?? otherwise.operand(in: &builder)
        joined.append((first, second, entry.model.name))
      }
    }
    var results = try builder.endIf(
      scope, then: joined.map(\.then), otherwise: joined.map(\.otherwise),
      names: joined.map(\.name)
    ).makeIterator()
    return entries.map { entry in
      zip(entry.then, entry.otherwise).map { then, otherwise in
        guard isJoined(then, otherwise) else { return then.isErroneous ? then : otherwise }
        return results.next().map { .operand($0) } ?? .operand(.erroneous)
      }
    }
  }

  /// Gives the variables their values, or none that can be used if the `if` was refused.
  func restore(_ results: [[TracedPart]]?) {
    for (index, entry) in entries.enumerated() {
      let refused = entry.then.map { _ in TracedPart.operand(.erroneous) }
      entry.model.restore(replacingBy: results?[index] ?? refused)
    }
  }

  private func isJoined(_ then: TracedPart, _ otherwise: TracedPart) -> Bool {
    then != otherwise && !then.isErroneous && !otherwise.isErroneous
  }
}
