import Interpreter
import Testing

@Suite struct DebuggingTests {
  @Test func assertionsNameTheirMessageProgramAndElement() throws {
    func failure(_ limit: Int32) throws -> String? {
      var launch = TestLaunch()
      launch.scalar(limit)
      return try launch.failure(
        """
        tt.func public @kernel(%n: i32) {
          %i = tt.make_range {end = 4 : i32, start = 0 : i32} : tensor<4xi32>
          %s = tt.splat %n : i32 -> tensor<4xi32>
          %c = arith.cmpi slt, %i, %s : tensor<4xi32>
          tt.assert %c, "too large" : tensor<4xi1> loc("kernel.py":4:3)
          tt.return
        }
        """, grid: Grid(2)
      )?.description
    }
    let found = try #require(try failure(2))
    #expect(
      found.hasPrefix(
        "kernel.py:4:3: error: assertion 'too large' failed: program (0, 0, 0), element [2]\n"))
    #expect(try failure(4) == nil)
  }

  @Test func printsALineForEachElement() throws {
    var launch = TestLaunch()
    launch.scalar(-1)
    let report = try launch.run(
      """
      tt.func public @kernel(%n: i32) {
        %i = tt.make_range {end = 2 : i32, start = 0 : i32} : tensor<2xi32>
        %h = arith.constant 1.5 : f16
        tt.print " i: " {hex = false, isSigned = array<i32: 1>} : %i : tensor<2xi32>
        tt.print " n: " {hex = false, isSigned = array<i32: 0>} : %n : i32
        tt.print " x: " {hex = true, isSigned = array<i32: 0, 0>} : %n, %h : i32, f16
        tt.print " f: " {hex = false, isSigned = array<i32: 0>} : %h : f16
        tt.return
      }
      """)
    #expect(
      report.printed == [
        "pid (0, 0, 0) idx (0) i: 0",
        "pid (0, 0, 0) idx (1) i: 1",
        "pid (0, 0, 0) idx () n: 4294967295",
        "pid (0, 0, 0) idx () x: (operand 0) 0xffffffff",
        "pid (0, 0, 0) idx () x: (operand 1) 0x3e00",
        "pid (0, 0, 0) idx () f: 1.500000",
      ])
  }

  @Test func assumptionsThatDoNotHoldAreFound() throws {
    func findings(_ n: Int32) throws -> [String] {
      var launch = TestLaunch()
      launch.scalar(n)
      return try launch.run(
        """
        tt.func public @kernel(%n: i32) {
          %zero = arith.constant 0 : i32
          %c = arith.cmpi sgt, %n, %zero : i32
          llvm.intr.assume %c : i1
          tt.return
        }
        """
      ).findings.map(\.message)
    }
    #expect(try findings(0) == ["assumption does not hold: program (0, 0, 0)"])
    #expect(try findings(1).isEmpty)
  }
}
