import Support
import TileSemantics

/// The sequence behind `while` and `repeat`: the host's loop, or one of the device whose condition
/// and body are traced once.
///
/// The device's loop has two regions. A `while` computes its condition in the first and has its
/// body in the second; a `repeat` has both in the first.
public struct StagedWhileLoop: Sequence, IteratorProtocol {
  private enum State {
    case host(isStarted: Bool)
    case ready
    case rehearsing(Scopes, CarriedVariables)
    case running(Scopes, CarriedVariables)
    case done
  }

  /// What is open while the body is traced.
  private struct Scopes {
    var scope: WhileScope?
    /// The carried values at the start of the second region.
    var inner: [Operand] = []
  }

  private let trace: Trace
  private let position: SourcePosition
  private let condition: () -> StagedBool
  private let until: () -> [StagedBool]
  private let variables: [Variable]
  private let testsFirst: Bool
  private let disablesInvariantMotion: Bool
  private var state: State

  /// - Parameters:
  ///   - variables: nil for a loop of the host.
  ///   - disablesInvariantMotion: nothing is moved out of the loop.
  init(
    _ trace: Trace, _ condition: @escaping () -> StagedBool, _ variables: [Variable]?,
    until: @escaping () -> [StagedBool], testsFirst: Bool, disablesInvariantMotion: Bool = false
  ) {
    self.disablesInvariantMotion = disablesInvariantMotion
    (self.trace, self.condition, self.until) = (trace, condition, until)
    (self.variables, self.testsFirst) = (variables ?? [], testsFirst)
    position = trace.position
    state = variables == nil ? .host(isStarted: false) : .ready
  }

  public mutating func next() -> Void? {
    switch state {
    case .host(let isStarted):
      state = .host(isStarted: true)
      return nextOfHost(isFirst: !isStarted)
    case .ready:
      let carried = CarriedVariables(variables)
      guard carried.needsRehearsal else { return begin(carried) }
      trace.beginRehearsal()
      state = .rehearsing(open(carried), carried)
      return ()
    case .rehearsing(var scopes, let carried):
      if !testsFirst { test(&scopes, carried) }
      trace.leaveRegion()
      trace.endRehearsal()
      let unchanged = carried.unchanged(
        since: scopes.scope == nil ? carried.spoiledOperands : scopes.inner)
      trace.withBuilder { builder in
        if let scope = scopes.scope { builder.abandonWhile(scope) }
        carried.adoptTypes(in: &builder)
      }
      return begin(CarriedVariables(variables, unchanged: unchanged))
    case .running(var scopes, let carried):
      state = .done
      if !testsFirst { test(&scopes, carried) }
      trace.leaveRegion()
      end(scopes, carried)
      return nil
    case .done: return nil
    }
  }

  private mutating func begin(_ carried: CarriedVariables) {
    trace.setPosition(position)
    state = .running(open(carried), carried)
  }

  private func nextOfHost(isFirst: Bool) -> Void? {
    for case .known(true) in until() { return nil }
    if !testsFirst, isFirst { return () }
    guard case .known(true) = condition() else { return nil }
    return ()
  }

  private func open(_ carried: CarriedVariables) -> Scopes {
    let scope = trace.withBuilder { builder in
      builder.beginWhile(
        carried: carried.initial(in: &builder), disablesInvariantMotion: disablesInvariantMotion)
    }
    carried.replace(by: scope.carried)
    trace.enterRegion()
    var scopes = Scopes(scope: scope)
    if testsFirst { test(&scopes, carried) }
    return scopes
  }

  /// Traces the condition and goes on in the second region.
  private func test(_ scopes: inout Scopes, _ carried: CarriedVariables) {
    guard let scope = scopes.scope else { return }
    var goesOn = StagedBool.known(false)
    let variable = Variable(name: "condition") { SavedTraced("condition", goesOn) { goesOn = $0 } }
    let branch = StagedBranch(
      trace, StagedBool.any(until()).inverted, variables + [variable])
    for _ in StagedRest(branch) { goesOn = condition() }
    do {
      scopes.inner = try trace.withBuilder { builder in
        let test: Operand
        switch goesOn {
        case .known(let isTrue): test = builder.constant(isTrue)
        case .device(let tile):
          test = tile.operand.isPlaceholder ? builder.constant(false) : tile.operand
        }
        guard test.isScalar else {
          throw SemanticError("'while' needs a scalar condition, got \(test.typeName)")
        }
        let values = carried.current(like: scope.carried, in: &builder)
        return try builder.beginWhileBody(
          scope, condition: test, passing: values, names: carried.names)
      }
      carried.replace(by: scopes.inner, spoiled: carried.spoiled)
    } catch {
      trace.report("\(error)", at: position)
      trace.withBuilder { builder in builder.abandonWhile(scope) }
      scopes.scope = nil
    }
  }

  private func end(_ scopes: Scopes, _ carried: CarriedVariables) {
    let hasConflict = carried.reportConflicts(
      in: trace, loop: testsFirst ? "while" : "repeat", at: position)
    guard let scope = scopes.scope else { return carried.spoilChanged() }
    let spoiled = carried.spoiled
    do {
      let results = try trace.withBuilder { builder in
        let values = carried.current(like: scopes.inner, in: &builder)
        return try builder.endWhile(scope, yielding: values, names: carried.names)
      }
      carried.replace(by: results, spoiled: spoiled)
    } catch {
      trace.report("\(error)", at: position)
      carried.spoilChanged()
    }
    if hasConflict { carried.spoilChanged() }
  }
}
