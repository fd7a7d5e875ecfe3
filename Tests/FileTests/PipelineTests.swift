import Compiler
import Passes
import Testing

/// Pipelines are in order, and can be asked for by name.
@Suite struct PipelineTests {
  @Test(arguments: Pipeline.all.map(\.name))
  func keepsTheOrder(name: String) throws {
    let pipeline = try #require(Pipeline.named(name))
    #expect(pipeline.brokenOrder().isEmpty)
  }

  @Test func findsABrokenOrder() {
    let pipeline = Pipeline(name: "wrong", [EliminateDeadFunctions(), Inline()])
    #expect(
      pipeline.brokenOrder() == [
        "inline must run before symbol-dce: a function is dead only when its calls are gone"
      ])
  }

  @Test func allowsAPassToRunAgain() {
    let pipeline = Pipeline(name: "twice", [Canonicalize(), Combine(), Canonicalize()])
    #expect(pipeline.brokenOrder().isEmpty)
  }

  @Test func namesArePassesOnce() {
    #expect(Set(PassRegistry.names).count == PassRegistry.all.count)
    for name in PassRegistry.names { #expect(PassRegistry.pass(named: name) != nil) }
    #expect(PassRegistry.pass(named: "no-such-pass") == nil)
    #expect(Pipeline.named("no-such-pipeline") == nil)
  }
}
