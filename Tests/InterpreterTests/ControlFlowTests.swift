import Interpreter
import Testing

@Suite struct ControlFlowTests {
  /// Runs a kernel that stores the `i32` that `body` calls `%r`.
  private func run(_ body: String, _ n: Int32 = 0, functions: String = "") throws -> Int32 {
    var launch = TestLaunch()
    let out = launch.buffer([0] as [Int32], name: "out")
    launch.scalar(n)
    try launch.run(
      """
      tt.func public @kernel(%out: !tt.ptr<i32>, %n: i32) {
        %zero = arith.constant 0 : i32
        %one = arith.constant 1 : i32
        %two = arith.constant 2 : i32
        \(body)
        tt.store %out, %r : !tt.ptr<i32>
        tt.return
      }
      \(functions)
      """)
    return launch.numbers(out, as: Int32.self)[0]
  }

  private let sum = """
    %r = scf.for %i = %zero to %n step %two iter_args(%s = %zero) -> (i32) : i32 {
      %t = arith.addi %s, %i : i32
      scf.yield %t : i32
    }
    """

  @Test(arguments: [(7, 12), (0, 0), (-5, 0), (1, 0), (3, 2)])
  func countedLoopsStopBeforeTheUpperBound(n: Int32, expected: Int32) throws {
    #expect(try run(sum, n) == expected)
  }

  @Test func aStepThatDoesNotGoForwardFails() throws {
    var launch = TestLaunch()
    launch.scalar(0)
    let failure = try launch.failure(
      """
      tt.func public @kernel(%n: i32) {
        scf.for %i = %n to %n step %n : i32 {
          scf.yield
        }
        tt.return
      }
      """)
    #expect(failure?.message == "step of the loop is 0, expected at least 1")
  }

  @Test(arguments: [(1, 10), (0, 20)])
  func conditionalsChooseARegion(n: Int32, expected: Int32) throws {
    let body = """
      %c = arith.cmpi ne, %n, %zero : i32
      %ten = arith.constant 10 : i32
      %r = scf.if %c -> (i32) {
        scf.yield %ten : i32
      } else {
        %t = arith.muli %ten, %two : i32
        scf.yield %t : i32
      }
      """
    #expect(try run(body, n) == expected)
  }

  @Test func whileLoopsPassValuesBothWays() throws {
    // Doubles until it reaches n.
    let body = """
      %r = scf.while (%x = %one) : (i32) -> i32 {
        %c = arith.cmpi slt, %x, %n : i32
        scf.condition(%c) %x : i32
      } do {
      ^bb0(%y: i32):
        %z = arith.muli %y, %two : i32
        scf.yield %z : i32
      }
      """
    #expect(try run(body, 100) == 128)
  }

  @Test(arguments: [(0, 5), (3, 8)])
  func branchesJumpBetweenBlocks(n: Int32, expected: Int32) throws {
    let functions = """
      tt.func private @choose(%n: i32) -> i32 {
        %zero = arith.constant 0 : i32
        %five = arith.constant 5 : i32
        %c = arith.cmpi eq, %n, %zero : i32
        cf.cond_br %c, ^early, ^late(%n : i32)
      ^early:
        tt.return %five : i32
      ^late(%x: i32):
        %s = arith.addi %x, %five : i32
        tt.return %s : i32
      }
      """
    #expect(try run("%r = tt.call @choose(%n) : (i32) -> i32", n, functions: functions) == expected)
  }

  @Test func recursionHasALimit() throws {
    var launch = TestLaunch()
    let failure = try launch.failure(
      """
      tt.func public @kernel() {
        tt.call @again() : () -> ()
        tt.return
      }
      tt.func private @again() {
        tt.call @again() : () -> ()
        tt.return
      }
      """)
    #expect(failure?.message == "regions and calls are nested deeper than 256")
    #expect(failure?.position.line == 6)
  }

  @Test func aLoopThatNeverEndsIsReported() throws {
    var launch = TestLaunch()
    let failure = try launch.failure(
      """
      tt.func public @kernel() {
        %true = arith.constant true
        scf.while : () -> () {
          scf.condition(%true)
        } do {
          scf.yield
        }
        tt.return
      }
      """)
    #expect(failure?.message == "program (0, 0, 0) has not ended after 100000 operations")
  }

  @Test func programsKnowTheirPlaceAndTheGrid() throws {
    var launch = TestLaunch()
    let out = launch.buffer([Int32](repeating: 0, count: 12), name: "out")
    try launch.run(
      """
      tt.func public @kernel(%out: !tt.ptr<i32>) {
        %x = tt.get_program_id x : i32
        %y = tt.get_program_id y : i32
        %n = tt.get_num_programs x : i32
        %row = arith.muli %y, %n : i32
        %i = arith.addi %row, %x : i32
        %p = tt.addptr %out, %i : !tt.ptr<i32>, i32
        tt.store %p, %i : !tt.ptr<i32>
        tt.return
      }
      """, grid: Grid(3, 4))
    #expect(launch.numbers(out, as: Int32.self) == Array(0..<12))
  }

  @Test func gridsThatNoHardwareCanLaunchAreRefused() throws {
    var launch = TestLaunch()
    let failure = try launch.failure(
      "tt.func public @kernel() {\ntt.return\n}", grid: Grid(1, 70000))
    #expect(failure?.message == "grid (1, 70000, 1) has more than 65535 programs along y")
  }
}
