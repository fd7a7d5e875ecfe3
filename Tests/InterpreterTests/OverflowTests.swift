import Interpreter
import Testing

@Suite struct OverflowTests {
  /// Loads from `x + (a * b) / 2^30`, so that the access is inside also where the product wraps.
  private func kernel(_ offset: String) -> String {
    """
    tt.func public @kernel(%x: !tt.ptr<i32>, %a: i32, %b: i32) {
      \(offset)
      %p = tt.addptr %x, %o : !tt.ptr<i32>, i32
      %v = tt.load %p : !tt.ptr<i32> loc("kernel.py":3:1)
      tt.return
    }
    """
  }

  private func findings(_ offset: String, _ a: Int32, _ b: Int32) throws -> [String] {
    var launch = TestLaunch()
    launch.checks = [.bounds, .offsetOverflow]
    launch.buffer([Int32](repeating: 0, count: 16), name: "x")
    launch.scalar(a)
    launch.scalar(b)
    return try launch.run(kernel(offset)).findings.map(\.description)
  }

  @Test func aProductThatWrapsIsFoundWhereMemoryIsAccessed() throws {
    let found = try findings(
      "%o = arith.muli %a, %b : i32 loc(\"kernel.py\":2:1)", 0x10000, 0x10000)
    #expect(
      found.first?.hasPrefix(
        """
        kernel.py:3:1: error: load at an offset that overflowed its integer type: program (0, 0, 0)
        kernel.py:2:1: note: the value overflowed here
        """) == true)
    #expect(try findings("%o = arith.muli %a, %b : i32", 3, 4).isEmpty)
  }

  @Test func negativeNumbersDoNotOverflow() throws {
    #expect(try findings("%o = arith.addi %a, %b : i32", 5, -3).isEmpty)
  }

  @Test func marksPassThroughSumsAndWiderTypes() throws {
    let lines = """
      %w = arith.muli %a, %b : i32
      %c = arith.constant 2 : i32
      %s = arith.addi %w, %c : i32
      %l = arith.extsi %s : i32 to i64
      %o = arith.trunci %l : i64 to i32
      """
    #expect(try findings(lines, 0x10000, 0x10000).count == 1)
    #expect(try findings(lines, 2, 3).isEmpty)
  }

  @Test func remaindersClearMarks() throws {
    let lines = """
      %w = arith.muli %a, %b : i32
      %c = arith.constant 8 : i32
      %o = arith.remui %w, %c : i32
      """
    #expect(try findings(lines, 0x10001, 0x10001).isEmpty)
  }

  @Test func undefinedArithmeticIsFound() throws {
    func found(_ a: Int32, _ b: Int32) throws -> [String] {
      var launch = TestLaunch()
      launch.checks = [.bounds, .undefinedArithmetic]
      launch.scalar(a)
      launch.scalar(b)
      return try launch.run(
        """
        tt.func public @kernel(%a: i32, %b: i32) {
          %q = arith.divsi %a, %b : i32
          tt.return
        }
        """
      ).findings.map(\.message)
    }
    #expect(try found(1, 0) == ["division by zero: program (0, 0, 0)"])
    #expect(try found(.min, -1) == ["division of the smallest integer by -1: program (0, 0, 0)"])
    #expect(try found(6, 3).isEmpty)
  }
}
