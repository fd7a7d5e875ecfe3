import Support
import TileSemantics

/// The sequence behind `for` over a `TileRange`: its body is traced once.
///
/// A variable that has no value before the loop has no type that the loop could carry, and one that
/// is known while tracing should stay so if the loop does not change it. Then the body is traced
/// once more, before, and what that wrote is thrown away.
public struct StagedLoop<Index: IntegerElement>: Sequence, IteratorProtocol {
  private enum State {
    case ready
    case rehearsing(ForScope?, CarriedVariables)
    case running(ForScope?, CarriedVariables)
    case done
  }

  private let trace: Trace
  private let position: SourcePosition
  private let range: TileRange<Index>
  private let variables: [Variable]
  private var state = State.ready

  init(_ trace: Trace, _ range: TileRange<Index>, _ variables: [Variable]) {
    (self.trace, self.range, self.variables) = (trace, range, variables)
    position = trace.position
  }

  public mutating func next() -> Tile<Index>? {
    switch state {
    case .ready:
      let carried = CarriedVariables(variables)
      guard carried.needsRehearsal else { return begin(carried) }
      trace.beginRehearsal()
      let scope = open(carried)
      state = .rehearsing(scope, carried)
      return index(of: scope)
    case .rehearsing(let scope, let carried):
      trace.leaveRegion()
      trace.endRehearsal()
      let unchanged = carried.unchanged(since: scope?.carried ?? carried.spoiledOperands)
      trace.withBuilder { builder in
        if let scope { builder.abandonFor(scope) }
        carried.adoptTypes(in: &builder)
      }
      return begin(CarriedVariables(variables, unchanged: unchanged))
    case .running(let scope, let carried):
      state = .done
      trace.leaveRegion()
      end(scope, carried)
      return nil
    case .done: return nil
    }
  }

  private mutating func begin(_ carried: CarriedVariables) -> Tile<Index> {
    trace.setPosition(position)
    let scope = open(carried)
    state = .running(scope, carried)
    return index(of: scope)
  }

  private func index(of scope: ForScope?) -> Tile<Index> { Tile(scope?.induction ?? .erroneous) }

  private func open(_ carried: CarriedVariables) -> ForScope? {
    var scope: ForScope?
    let bounds = [range.lower.operand, range.upper.operand, range.step.operand]
    Trace.perform(bounds) { builder in
      scope = try builder.beginFor(
        lower: bounds[0], upper: bounds[1], step: bounds[2],
        carried: carried.initial(in: &builder), attributes: range.hints.attributes)
    }
    if let scope { carried.replace(by: scope.carried) }
    trace.enterRegion()
    return scope
  }

  private func end(_ scope: ForScope?, _ carried: CarriedVariables) {
    let hasConflict = carried.reportConflicts(in: trace, loop: "for", at: position)
    guard let scope else { return carried.spoilChanged() }
    let spoiled = carried.spoiled
    do {
      let results = try trace.withBuilder { builder in
        let values = carried.current(like: scope.carried, in: &builder)
        return try builder.endFor(scope, yielding: values, names: carried.names)
      }
      carried.replace(by: results, spoiled: spoiled)
    } catch {
      trace.report("\(error)", at: position)
      carried.spoilChanged()
    }
    if hasConflict { carried.spoilChanged() }
  }
}

/// The elements of a sequence of the host, until a jump is known to have left the loop.
public struct UnrolledLoop<Base: Sequence>: Sequence, IteratorProtocol {
  var base: Base.Iterator
  let until: () -> [StagedBool]

  public mutating func next() -> Base.Element? {
    for case .known(true) in until() { return nil }
    return base.next()
  }
}
