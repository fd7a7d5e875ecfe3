/// The elements of a sequence of the host, until a flag is known to be raised.
struct UnrolledLoop<Base: Sequence>: Sequence, IteratorProtocol {
  var base: Base.Iterator
  let until: () -> [StagedBool]

  mutating func next() -> Base.Element? {
    for case .known(true) in until() { return nil }
    return base.next()
  }
}

/// A loop that is traced once.
final class TracedForLoop: Sequence, IteratorProtocol {
  private let staging: Staging, range: NumberRange, cells: [Cell]
  private let variable = ToyValue(), body = ToyRegion()
  private var entries: [[ToyValue]] = [], arguments: [[ToyValue]] = []
  private var saved: [Cell.Saved] = []
  private var isTraced = false

  init(_ staging: Staging, _ range: NumberRange, _ cells: [Cell]) {
    (self.staging, self.range, self.cells) = (staging, range, cells)
  }

  func next() -> Number? {
    if !isTraced {
      isTraced = true
      saved = cells.map { $0.save() }
      entries = cells.map { $0.values() }
      staging.enter(body)
      arguments = entries.map { $0.map { _ in ToyValue() } }
      for (cell, values) in zip(cells, arguments) { cell.write(values) }
      return Number(variable)
    }
    staging.checkHostVariables(cells, unchangedSince: saved)
    let exits = cells.map { $0.values() }
    staging.leave()
    let results = arguments.map { $0.map { _ in ToyValue() } }
    var carried: [ToyStatement.Carried] = []
    for index in cells.indices {
      for place in entries[index].indices {
        let argument = arguments[index][place]
        carried.append(
          ToyStatement.Carried(
            entry: entries[index][place], argument: argument, forwarded: argument,
            inner: argument, exit: exits[index][place], result: results[index][place]))
      }
      cells[index].write(results[index])
    }
    staging.append(
      .forLoop(
        variable, low: range.low.value, high: range.high.value, body: body, carried: carried))
    return nil
  }
}

/// A branch whose two regions are traced one after the other, or of which the host takes one.
final class TracedBranch: Sequence, IteratorProtocol {
  private let staging: Staging?, condition: Truth?, cells: [Cell]
  private var known: Bool?
  private let then = ToyRegion(), otherwise = ToyRegion()
  private var state = 0
  private var entries: [Cell.Saved] = [], thenExits: [Cell.Saved] = []
  private var thenValues: [[ToyValue]] = []

  init(taken: Bool) { (staging, condition, cells, known) = (nil, nil, [], taken) }

  init(_ staging: Staging, _ condition: Truth, _ cells: [Cell]) {
    (self.staging, self.condition, self.cells) = (staging, condition, cells)
  }

  func next() -> Bool? {
    guard let staging, let condition else {
      defer { known = nil }
      return known
    }
    state += 1
    switch state {
    case 1:
      entries = cells.map { $0.save() }
      staging.enter(then)
      return true
    case 2:
      staging.checkHostVariables(cells, unchangedSince: entries)
      thenValues = cells.map { $0.values() }
      thenExits = cells.map { $0.save() }
      staging.leave()
      staging.enter(otherwise)
      for entry in entries { entry.restore() }
      return false
    default:
      staging.checkHostVariables(cells, unchangedSince: entries)
      let elseValues = cells.map { $0.values() }
      let elseExits = cells.map { $0.save() }
      staging.leave()
      var joins: [ToyStatement.Join] = []
      for index in cells.indices where !thenExits[index].isSame(as: elseExits[index]) {
        // An array that is undefined in one region has the other's structure.
        if elseValues[index].isEmpty { thenExits[index].restore() }
        let count = Swift.max(thenValues[index].count, elseValues[index].count)
        let results = (0..<count).map { _ in ToyValue() }
        for place in results.indices {
          let then = place < thenValues[index].count ? thenValues[index][place] : .undefined
          let other = place < elseValues[index].count ? elseValues[index][place] : .undefined
          joins.append(ToyStatement.Join(result: results[place], then: then, otherwise: other))
        }
        cells[index].write(results)
      }
      staging.append(.branch(condition.value, then: then, otherwise: otherwise, joins: joins))
      return nil
    }
  }
}

/// What follows a jump: a branch with one region.
struct TracedRest: Sequence, IteratorProtocol {
  private let branch: TracedBranch

  init(_ branch: TracedBranch) { self.branch = branch }

  mutating func next() -> Void? {
    while let isTaken = branch.next() { if isTaken { return () } }
    return nil
  }
}

/// A loop with a condition, which the host runs or which is traced once.
final class TracedWhileLoop: Sequence, IteratorProtocol {
  private let staging: Staging, condition: () -> StagedBool, until: () -> [StagedBool]
  /// Nil for a loop of the host.
  private let cells: [Cell]?
  private let testsFirst: Bool
  private var saved: [Cell.Saved] = []
  private var isStarted = false
  private let before = ToyRegion(), after = ToyRegion()
  private var entries: [[ToyValue]] = [], arguments: [[ToyValue]] = []
  private var forwarded: [[ToyValue]] = [], inner: [[ToyValue]] = [], test = ToyValue.undefined

  init(
    _ staging: Staging, _ condition: @escaping () -> StagedBool, _ cells: [Cell]?,
    _ until: @escaping () -> [StagedBool], testsFirst: Bool
  ) {
    (self.staging, self.condition, self.cells) = (staging, condition, cells)
    (self.until, self.testsFirst) = (until, testsFirst)
  }

  func next() -> Void? {
    guard let cells else { return nextOfHost() }
    defer { isStarted = true }
    if !isStarted {
      saved = cells.map { $0.save() }
      entries = cells.map { $0.values() }
      arguments = write(fresh: entries, to: cells)
      staging.enter(before)
      if testsFirst { closeBefore(cells) }
      return ()
    }
    if !testsFirst { closeBefore(cells) }
    staging.checkHostVariables(cells, unchangedSince: saved)
    let exits = cells.map { $0.values() }
    staging.leave()
    finish(cells, exits)
    return nil
  }

  private func nextOfHost() -> Void? {
    defer { isStarted = true }
    for case .known(true) in until() { return nil }
    if !testsFirst, !isStarted { return () }
    guard case .known(true) = condition() else { return nil }
    return ()
  }

  /// Traces the test and goes on in the second region.
  private func closeBefore(_ cells: [Cell]) {
    var goes = StagedBool.known(false)
    let cell = staging.cell("goes", { goes }, { goes = $0 })
    for _ in staging.rest(unless: until(), cells + [cell]) { goes = condition() }
    test = goes.values[0]
    forwarded = cells.map { $0.values() }
    staging.leave()
    staging.enter(after)
    inner = write(fresh: forwarded, to: cells)
  }

  private func write(fresh values: [[ToyValue]], to cells: [Cell]) -> [[ToyValue]] {
    let fresh = values.map { $0.map { _ in ToyValue() } }
    for (cell, values) in zip(cells, fresh) { cell.write(values) }
    return fresh
  }

  private func finish(_ cells: [Cell], _ exits: [[ToyValue]]) {
    let results = write(fresh: exits, to: cells)
    var carried: [ToyStatement.Carried] = []
    for index in cells.indices {
      for place in entries[index].indices {
        carried.append(
          ToyStatement.Carried(
            entry: entries[index][place], argument: arguments[index][place],
            forwarded: forwarded[index][place], inner: inner[index][place],
            exit: exits[index][place], result: results[index][place]))
      }
    }
    staging.append(.whileLoop(before: before, condition: test, after: after, carried: carried))
  }
}
