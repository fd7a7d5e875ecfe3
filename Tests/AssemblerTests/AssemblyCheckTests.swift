import Testing
import ToolTesting

@testable import Assembler

/// Many modules at a time, each with its own problems.
@Suite struct AssemblyCheckTests {
  @Test(.enabled(PinnedAssembler.absence) { PinnedAssembler.arePresent })
  func problemsBelongToTheirModules() throws {
    var inputs = (0..<12).map { ExampleModule.good("good\($0)") }
    inputs.insert(ExampleModule.lost(), at: 3)
    inputs.insert(ExampleModule.spilling(), at: 5)
    inputs.insert(ExampleModule.unawaited(), at: 14)
    let check = AssemblyCheck(assemblers: try PinnedAssembler.all.map { try $0.program() })
    let problems = try check.problems(in: inputs)
    let names = ["lost.ptx", "spilling.ptx", "unawaited.ptx"]
    #expect(problems.map(\.input) == names.flatMap { [$0, $0] })
    #expect(problems.map(\.version) == names.flatMap { _ in PinnedAssembler.all.map(\.version) })
    #expect(problems.map(\.diagnostic.position.file) == problems.map(\.input))
    #expect(
      problems[0].description
        == "lost.ptx:6: error: Unknown symbol 'absent' (ptxas 12.9.86)")
  }

  @Test(.enabled(PinnedAssembler.absence) { PinnedAssembler.arePresent })
  func modulesThatDeclareTheSameNameAreNoProblem() throws {
    let check = AssemblyCheck(assemblers: try PinnedAssembler.all.map { try $0.program() })
    #expect(try check.problems(in: (0..<5).map { _ in ExampleModule.good() }) == [])
    #expect(try check.problems(in: []) == [])
  }

  @Test func crashIsAProblemOfOneModule() throws {
    let script = try Script(
      in: try TemporaryFolder(), "for f; do case $f in */2.ptx) kill -SEGV $$;; esac; done")
    let check = AssemblyCheck(assemblers: [try script.program()])
    let problems = try check.problems(in: (0..<4).map { ExampleModule.good("k\($0)") })
    #expect(
      problems.map(\.description) == [
        "k2.ptx: error: the assembler was ended by signal 11 (ptxas 1.2.3)"
      ])
  }

  @Test func batchesHaveRoomMachineAndNamesInCommon() {
    var inputs = ["a", "b", "a", "c", "d", "b"].map { ExampleModule.good($0) }
    inputs[3].target = .sm80
    #expect(AssemblyCheck.batches(of: inputs, limit: 2) == [[0, 1], [2, 4], [3], [5]])
    #expect(AssemblyCheck.batches(of: inputs, limit: 1).count == 6)
    #expect(AssemblyCheck.batches(of: inputs, limit: 9) == [[0, 1, 4], [2, 5], [3]])
  }

  @Test func declarationsAreFoundOutsideOfFunctions() {
    let text = """
      .version 8.0
      .extern .shared .align 16 .b8 dynamic[];
      .visible .global .align 4 .b8 table[16] = {1, 2};
      .shared .align 128 .b8 tile[4096];
      .func (.param .b32 r) helper(.param .b32 x)
      {
        .shared .b32 inner;
        ret;
      }
      .visible .entry kernel(
        .param .u64 p
      )
      {
        call (r), helper, (x);
      }
      """
    let found = FunctionPlaces.declarations(in: Array(text.utf8))
    #expect(found.map(\.name) == ["table", "tile", "helper", "kernel"])
    #expect(found.map(\.line) == [3, 4, 5, 10])
  }
}
