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
      let (program, parameters) = Self.trace { traced($0, $1, h) }
      for a in -2...5 {
        for b in 0...5 {
          let output = PlainOutput()
          PlainOutput.$current.withValue(output) { plain(a, b, h) }
          var machine = ToyMachine()
          machine.define(parameters[0], a)
          machine.define(parameters[1], b)
          do { try machine.run(program) } catch { Issue.record("\(name)(\(a), \(b), \(h)): \(error)") }
          #expect(machine.output == output.numbers, "\(name)(\(a), \(b), \(h))")
          if machine.output != output.numbers { return }
        }
      }
    }
  }

  /// The two files of programs are the same but for the macro.
  @Test func plainProgramsAreTheTracedPrograms() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let traced = try String(
      contentsOf: folder.appendingPathComponent("Programs.swift"), encoding: .utf8)
    let start = try #require(traced.range(of: "enum TracedPrograms {\n"))
    let expected = "// The functions of `Programs.swift` without the macro, rewritten by UPDATE_TESTS=1.\n\n"
      + "enum PlainPrograms {\n  typealias Number = Int\n\n"
      + traced[start.upperBound...].replacing("@Device ", with: "")
    let plain = folder.appendingPathComponent("PlainPrograms.swift")
    if ProcessInfo.processInfo.environment["UPDATE_TESTS"] == "1" {
      try expected.write(to: plain, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: plain, encoding: .utf8) == expected)
  }

  /// A host condition leaves no trace.
  @Test func hostControlFlowIsNotTraced() {
    let (program, _) = Self.trace { a, b in TracedPrograms.hostRepeat(a, b, 1) }
    let branches = program.statements.filter { if case .branch = $0 { true } else { false } }
    #expect(branches.isEmpty)
  }

  /// The program that `body` traces, and its two parameters.
  private static func trace(
    _ body: (Number, Number) -> Void
  ) -> (program: ToyRegion, parameters: [ToyValue]) {
    let staging = Staging()
    let parameters = [ToyValue(), ToyValue()]
    Staging.$current.withValue(staging) { body(Number(parameters[0]), Number(parameters[1])) }
    return (staging.program, parameters)
  }
}
