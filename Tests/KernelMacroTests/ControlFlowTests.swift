import Foundation
import Testing

/// What the expansions do when they are traced and run.
struct ControlFlowTests {
  /// The traced programs do what the same programs do in plain Swift.
  @Test(arguments: TracedPrograms.all.indices)
  func tracedEqualsPlain(_ index: Int) throws {
    let (name, traced) = TracedPrograms.all[index]
    let plain = PlainPrograms.all[index].body
    for h in 0...3 {
      let (staging, parameters) = Self.trace { traced($0, $1, h) }
      #expect(staging.changedHostVariables.isEmpty)
      for a in -2...5 {
        for b in 0...5 {
          let output = PlainOutput()
          PlainOutput.$current.withValue(output) { plain(a, b, h) }
          var machine = ToyMachine()
          machine.define(parameters[0], a)
          machine.define(parameters[1], b)
          do { try machine.run(staging.program) } catch {
            Issue.record("\(name)(\(a), \(b), \(h)): \(error)")
          }
          #expect(machine.output == output.numbers, "\(name)(\(a), \(b), \(h))")
          if machine.output != output.numbers { return }
        }
      }
    }
  }

  /// The plain programs are the traced ones but for the macro.
  @Test(arguments: ["TracedPrograms.swift", "TracedPrograms+Values.swift"])
  func plainProgramsAreTheTracedPrograms(_ name: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Programs")
    let traced = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    let body = try #require(traced.range(of: "TracedPrograms {\n"))
    let isExtension = name.contains("+")
    let expected =
      "// The functions of `\(name)` without the macro, rewritten by UPDATE_TESTS=1.\n\n"
      + (isExtension ? "extension PlainPrograms {\n" : "enum PlainPrograms {\n")
      + (isExtension ? "" : "  typealias Number = Int\n\n")
      + traced[body.upperBound...].replacing("@Device ", with: "")
    let plain = folder.appendingPathComponent(name.replacing("Traced", with: "Plain"))
    if ProcessInfo.processInfo.environment["UPDATE_TESTS"] == "1" {
      try expected.write(to: plain, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: plain, encoding: .utf8) == expected)
  }

  /// A host variable that changes where only the device knows whether it does is found, because
  /// the statement has a cell for it.
  @Test func changedHostVariablesAreFound() {
    let (staging, _) = Self.trace { a, b in Self.countsOnTheHost(a) }
    #expect(Set(staging.changedHostVariables) == ["count", "trips"])
  }

  @Device private static func countsOnTheHost(_ a: Number) {
    var count = 0
    var trips = 0
    if a > 1 { count += 1 }
    for u in 0..<2 {
      if a > 2 { break }
      trips += u
    }
    for _ in 0..<count + trips { emit(a) }
  }

  /// A call that does nothing for the device is found where the device decides whether it happens.
  @Test func callsThatWorkOnTheHostAreFound() {
    let (staging, _) = Self.trace { a, b in Self.callsTheHost(a, [a, b]) }
    let names = staging.hostCalls.map { $0.split(separator: " ")[1] }
    #expect(names == ["Self.rest()", "counter.count(…)", "counter.count(…)", "Self.rest()"])
  }

  @Device private static func callsTheHost(_ a: Number, _ numbers: [Number]) {
    let counter = Counter()
    counter.count(1)
    if a > 1 {
      Self.rest()
      Self.nothing(a)
      // swift-format-ignore: ReplaceForEachWithForLoop
      numbers.forEach { emit($0) }
    }
    for _ in 0..<2 {
      counter.count(2)
      if a > 2 { _ = counter.count(3) }
    }
    let both = {
      Self.rest()
      emit(a)
    }
    both()
    while a > 3 { both() }
  }

  private final class Counter {
    var sum = 0
    @discardableResult func count(_ number: Int) -> Int {
      sum += number
      return sum
    }
  }

  @Device private static func nothing(_ a: Number) {}
  private static func rest() {}

  /// A host condition leaves no trace.
  @Test func hostControlFlowIsNotTraced() {
    let (staging, _) = Self.trace { a, b in TracedPrograms.hostRepeat(a, b, 1) }
    let branches = staging.program.statements.filter {
      if case .branch = $0 { true } else { false }
    }
    #expect(branches.isEmpty)
  }

  /// The staging into which `body` has been traced, and its two parameters.
  private static func trace(
    _ body: (Number, Number) -> Void
  ) -> (staging: Staging, parameters: [ToyValue]) {
    let staging = Staging()
    let parameters = [ToyValue(), ToyValue()]
    Staging.$current.withValue(staging) { body(Number(parameters[0]), Number(parameters[1])) }
    return (staging, parameters)
  }
}
