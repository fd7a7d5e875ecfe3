import Interpreter
import Support
import Testing

/// Copies `n` numbers: `kernel.py:7` loads, `kernel.py:8` stores.
private let copy = """
  tt.func public @kernel(%x: !tt.ptr<i32>, %y: !tt.ptr<i32>, %n: i32) {
    %size = arith.constant 4 : i32
    %pid = tt.get_program_id x : i32
    %start = arith.muli %pid, %size : i32
    %i = tt.make_range {end = 4 : i32, start = 0 : i32} : tensor<4xi32>
    %s = tt.splat %start : i32 -> tensor<4xi32>
    %o = arith.addi %s, %i : tensor<4xi32>
    %l = tt.splat %n : i32 -> tensor<4xi32>
    %m = arith.cmpi slt, %o, %l : tensor<4xi32>
    %xs = tt.splat %x : !tt.ptr<i32> -> tensor<4x!tt.ptr<i32>>
    %xp = tt.addptr %xs, %o : tensor<4x!tt.ptr<i32>>, tensor<4xi32>
    %v = tt.load %xp, %m : tensor<4x!tt.ptr<i32>> loc("kernel.py":7:9)
    %ys = tt.splat %y : !tt.ptr<i32> -> tensor<4x!tt.ptr<i32>>
    %yp = tt.addptr %ys, %o : tensor<4x!tt.ptr<i32>>, tensor<4xi32>
    tt.store %yp, %v, %m : tensor<4x!tt.ptr<i32>> loc("kernel.py":8:5)
    tt.return
  }
  """

@Suite struct MemoryTests {
  private func copied(
    _ count: Int, of source: [Int32], checks: Checks = .standard, isInitialized: Bool = true,
    programs: Int = 2
  ) throws -> (found: [Int32], report: RunReport) {
    var launch = TestLaunch()
    launch.checks = checks
    launch.buffer(source, name: "x", isInitialized: isInitialized)
    let y = launch.buffer([Int32](repeating: 0, count: source.count), name: "y")
    launch.scalar(count)
    let report = try launch.run(copy, grid: Grid(programs))
    return (launch.numbers(y, as: Int32.self), report)
  }

  @Test func masksKeepAccessesInside() throws {
    let (found, report) = try copied(5, of: [1, 2, 3, 4, 5, 6], checks: .all)
    #expect(found == [1, 2, 3, 4, 5, 0])
    #expect(report.findings.isEmpty)
    #expect(report.counters.loadedElements == 5)
    #expect(report.counters.programs == 2)
  }

  @Test func accessOutsideOfABufferNamesLineProgramAndElement() throws {
    var launch = TestLaunch()
    launch.buffer([1, 2, 3, 4, 5] as [Int32], name: "x")
    launch.buffer([Int32](repeating: 0, count: 8), name: "y")
    launch.scalar(8)
    let failure = try #require(try launch.failure(copy, grid: Grid(2)))
    #expect(
      failure.message
        == """
        load outside of buffer 'x': program (1, 0, 0), element [1], address 0x10000000014, \
        4 bytes past the end of 20
        """)
    #expect(failure.position.description == "kernel.py:7:9")
    #expect(failure.notes.map(\.position.description) == ["test.ttir:12:8"])
  }

  @Test func accessBeforeABufferIsNotTakenForItsNeighbour() throws {
    var launch = TestLaunch()
    launch.buffer([1, 2] as [Int32], name: "first")
    launch.buffer([1, 2] as [Int32], name: "second")
    let failure = try launch.failure(
      """
      tt.func public @kernel(%x: !tt.ptr<i32>, %y: !tt.ptr<i32>) {
        %c = arith.constant -2 : i32
        %p = tt.addptr %y, %c : !tt.ptr<i32>, i32
        %v = tt.load %p : !tt.ptr<i32>
        tt.return
      }
      """)
    #expect(failure?.message.hasSuffix("8 bytes before the start") == true)
    #expect(failure?.message.hasPrefix("load outside of buffer 'second'") == true)
  }

  /// Loads 4 numbers of 4 bytes from the second number on, with the vectors around them.
  private func loadedInWholeVectors(
    of source: [Int32], checks: Checks = .standard, mask: Int = 1
  ) throws -> Diagnostic? {
    var launch = TestLaunch()
    launch.checks = checks
    launch.buffer(source, name: "x")
    launch.scalar(mask)
    return try launch.failure(
      """
      tt.func public @kernel(%x: !tt.ptr<i32>, %m: i1) {
        %i = tt.make_range {end = 5 : i32, start = 1 : i32} : tensor<4xi32>
        %xs = tt.splat %x : !tt.ptr<i32> -> tensor<4x!tt.ptr<i32>>
        %xp = tt.addptr %xs, %i : tensor<4x!tt.ptr<i32>>, tensor<4xi32>
        %ms = tt.splat %m : i1 -> tensor<4xi1>
        %v = tt.load %xp, %ms {nereid.whole_vectors = true} : tensor<4x!tt.ptr<i32>> \
      loc("kernel.py":7:9)
        tt.return
      }
      """)
  }

  @Test func wholeVectorsMustBeInsideTheBuffer() throws {
    let failure = try #require(try loadedInWholeVectors(of: [1, 2, 3, 4, 5, 6]))
    #expect(
      failure.message
        == """
        load in whole vectors outside of buffer 'x': program (0, 0, 0), element [3], 16 bytes at \
        0x10000000010, 8 bytes past the end of 24
        """)
    #expect(failure.position.description == "kernel.py:7:9")
  }

  @Test func wholeVectorsInsideTheBufferAreFine() throws {
    #expect(try loadedInWholeVectors(of: [1, 2, 3, 4, 5, 6, 7, 8]) == nil)
    #expect(try loadedInWholeVectors(of: [1, 2, 3, 4, 5], checks: []) == nil)
    #expect(try loadedInWholeVectors(of: [1, 2], mask: 0) == nil)
  }

  @Test func nullPointerNamesNoBuffer() throws {
    var launch = TestLaunch()
    launch.arguments = [.address(0)]
    let failure = try launch.failure(
      """
      tt.func public @kernel(%x: !tt.ptr<i32>) {
        %v = tt.load %x : !tt.ptr<i32>
        tt.return
      }
      """)
    #expect(failure?.message == "load outside of any buffer: program (0, 0, 0), address 0x0")
  }

  @Test func addressesMustBeMultiplesOfTheWidth() throws {
    var launch = TestLaunch()
    let x = launch.buffer([1, 2] as [Int32], name: "x")
    launch.arguments = [.pointer(x, offset: 2)]
    let failure = try launch.failure(
      """
      tt.func public @kernel(%x: !tt.ptr<i32>) {
        %v = tt.load %x : !tt.ptr<i32>
        tt.return
      }
      """)
    #expect(failure?.message.hasPrefix("load of i32 at an address that 4 does not divide") == true)
  }

  @Test func otherStandsWhereTheMaskIsOff() throws {
    let load = TestOperation(
      """
      %one = arith.constant dense<1> : TI
      %m = arith.cmpi eq, %a, %one : TI
      %r = tt.load %p0_q, %m, %b : tensor<4x!tt.ptr<i32>>
      """, on: "i32")
    let found = try load([1, 2, 1, 2] as [Int32], [7, 8, 9, 10], as: Int32.self)
    #expect(found == [1, 8, 1, 10])
  }

  @Test func readsOfBytesNeverWrittenAreFound() throws {
    let (_, report) = try copied(
      4, of: [1, 2, 3, 4], checks: [.bounds, .uninitializedReads], isInitialized: false,
      programs: 1)
    let finding = try #require(report.findings.first)
    #expect(
      finding.message
        == """
        load of bytes of buffer 'x' that were never written: program (0, 0, 0), element [0], \
        offset 0
        """)
    #expect(finding.position.description == "kernel.py:7:9")
    #expect(report.findings.count == 1)
  }

  @Test func readsOfBytesThatAProgramWroteAreRight() throws {
    var launch = TestLaunch()
    launch.checks = [.bounds, .uninitializedReads]
    launch.buffer([0] as [Int32], name: "x", isInitialized: false)
    let report = try launch.run(
      """
      tt.func public @kernel(%x: !tt.ptr<i32>) {
        %c = arith.constant 3 : i32
        tt.store %x, %c : !tt.ptr<i32>
        %v = tt.load %x : !tt.ptr<i32>
        tt.return
      }
      """)
    #expect(report.findings.isEmpty)
  }

  @Test func argumentsMustFitTheParameters() throws {
    var launch = TestLaunch()
    launch.scalar(1)
    let wrongKind = try launch.failure(copy)
    #expect(
      wrongKind?.message == "kernel @kernel parameter 0 is !tt.ptr<i32>, found a scalar")
    launch.arguments = []
    let tooFew = try launch.failure(copy)
    #expect(
      tooFew?.message == "kernel @kernel takes 3 parameters, but 0 arguments fill only 0")
  }
}
