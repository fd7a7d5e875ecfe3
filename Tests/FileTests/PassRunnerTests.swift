import Compiler
import IR
import Passes
import Support
import Testing

/// The runner runs, verifies and reports.
@Suite struct PassRunnerTests {
  private static let source = """
    tt.func @f(%x: i32) -> i32 {
      %0 = arith.constant 0 : i32
      %1 = arith.addi %x, %0 : i32
      tt.return %1 : i32
    }
    """
  private static let pipeline = Pipeline(name: "p", [Canonicalize(), EliminateDeadCode()])

  private static func module(_ text: String = source) throws(Diagnostic) -> Module {
    try Module.parse(SourceText(name: "a.ttir", text: text))
  }

  @Test func reportsEachPass() throws {
    var module = try Self.module()
    let report = try PassRunner().run(Self.pipeline, on: &module)
    #expect(report.steps.map(\.pass) == ["canonicalize", "dce"])
    #expect(report.steps.allSatisfy { $0.text == nil })
    #expect(report.duration > .zero)
  }

  @Test func keepsTheTextBehindPasses() throws {
    var module = try Self.module()
    let runner = PassRunner(printing: .after(["canonicalize"]))
    let report = try runner.run(Self.pipeline, on: &module)
    let text = try #require(report.steps[0].text)
    #expect(text.contains("arith.constant 0") && !text.contains("arith.addi"))
    #expect(report.steps[1].text == nil)
  }

  @Test func keepsTheTextBehindEveryPass() throws {
    var module = try Self.module()
    let report = try PassRunner(printing: .afterEach).run(Self.pipeline, on: &module)
    #expect(report.steps.allSatisfy { $0.text != nil })
  }

  @Test func stopsBehindAPass() throws {
    var module = try Self.module()
    let report = try PassRunner(stopAfter: "canonicalize").run(Self.pipeline, on: &module)
    #expect(report.steps.map(\.pass) == ["canonicalize"])
  }

  @Test func refusesAModuleThatIsNotWellFormed() throws {
    var module = try Self.module(
      """
      tt.func @f(%x: i32) {
        %0 = "arith.addi"(%x, %x) : (i32, i32) -> i64
        tt.return
      }
      """)
    let error = #expect(throws: Diagnostic.self) {
      try PassRunner().run(Self.pipeline, on: &module)
    }
    #expect(error?.position.line == 2)
  }

  @Test func blamesThePassThatBreaksTheModule() throws {
    var module = try Self.module()
    let pipeline = Pipeline(name: "broken", [BreakTypes()])
    let error = #expect(throws: Diagnostic.self) {
      try PassRunner().run(pipeline, on: &module)
    }
    #expect(error?.message.hasPrefix("after break-types: ") ?? false)
  }
}

/// A pass with a defect: sums get another type than their operands.
private struct BreakTypes: FunctionPass {
  static let name = "break-types"

  func run(on function: OpID, in module: inout Module) {
    for op in module.descendants(of: function) where module.opcode(of: op) == .addi {
      module.setType(of: module.result(of: op), to: .i64)
    }
  }
}
