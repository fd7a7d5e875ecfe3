import Interpreter
import Testing

/// What accesses outside of buffers do where bounds are not checked.
@Suite struct UncheckedBoundsTests {
  /// A launch on buffers of 5 and 6 numbers; programs work on elements that both sides lack.
  private func launched(
    _ operation: String, programs: Int = 1, checks: Checks = []
  ) throws -> (x: [Int32], y: [Int32], report: RunReport) {
    var launch = TestLaunch()
    launch.checks = checks
    let x = launch.buffer([1, 2, 3, 4, 5] as [Int32], name: "x")
    let y = launch.buffer([9, 9, 9, 9, 9, 9] as [Int32], name: "y")
    let report = try launch.run(
      """
      tt.func public @kernel(%x: !tt.ptr<i32>, %y: !tt.ptr<i32>) {
        %i = tt.make_range {end = 8 : i32, start = 0 : i32} : tensor<8xi32>
        %one = arith.constant dense<1> : tensor<8xi32>
        %ones = arith.constant dense<true> : tensor<8xi1>
        %xs = tt.splat %x : !tt.ptr<i32> -> tensor<8x!tt.ptr<i32>>
        %xp = tt.addptr %xs, %i : tensor<8x!tt.ptr<i32>>, tensor<8xi32>
        %ys = tt.splat %y : !tt.ptr<i32> -> tensor<8x!tt.ptr<i32>>
        %yp = tt.addptr %ys, %i : tensor<8x!tt.ptr<i32>>, tensor<8xi32>
        %back = arith.constant dense<-4> : tensor<8xi32>
        %ym = tt.addptr %yp, %back : tensor<8x!tt.ptr<i32>>, tensor<8xi32>
        \(operation)
        tt.return
      }
      """, grid: Grid(programs))
    return (launch.numbers(x, as: Int32.self), launch.numbers(y, as: Int32.self), report)
  }

  private let copy = """
    %v = tt.load %xp : tensor<8x!tt.ptr<i32>>
    tt.store %yp, %v : tensor<8x!tt.ptr<i32>>
    """

  @Test func loadsYieldZeroAndStoresDoNothing() throws {
    let (x, y, report) = try launched(copy)
    #expect(x == [1, 2, 3, 4, 5])
    #expect(y == [1, 2, 3, 4, 5, 0])
    #expect(report.counters.loadedElements == 5)
    #expect(report.counters.storedElements == 6)
    #expect(report.counters.ignoredElements == 3 + 2)
  }

  @Test func otherChecksLookOnlyAtWhatIsInside() throws {
    let (_, y, report) = try launched(copy, programs: 1, checks: [.uninitializedReads, .races])
    #expect(y == [1, 2, 3, 4, 5, 0])
    #expect(report.findings.isEmpty)
  }

  @Test func accessesBeforeTheStartReachNoNeighbour() throws {
    let (x, y, _) = try launched(
      """
      %v = tt.load %xp : tensor<8x!tt.ptr<i32>>
      tt.store %ym, %v : tensor<8x!tt.ptr<i32>>
      """)
    #expect(x == [1, 2, 3, 4, 5])
    #expect(y == [5, 0, 0, 0, 9, 9])
  }

  @Test func atomicOperationsYieldZeroAndDoNothing() throws {
    let (x, y, report) = try launched(
      """
      %v = tt.atomic_rmw add, acq_rel, gpu, %xp, %one, %ones \
      : (tensor<8x!tt.ptr<i32>>, tensor<8xi32>, tensor<8xi1>) -> tensor<8xi32>
      tt.store %yp, %v : tensor<8x!tt.ptr<i32>>
      """)
    #expect(x == [2, 3, 4, 5, 6])
    #expect(y == [1, 2, 3, 4, 5, 0])
    #expect(report.counters.atomicElements == 5)
  }

  @Test func comparisonsOfAtomicOperationsStayWithTheirElements() throws {
    // The first four addresses lie before the buffer; its first element is 9 and is compared with 9.
    let (_, y, _) = try launched(
      """
      %expected = arith.constant dense<[1, 2, 3, 4, 9, 6, 9, 8]> : tensor<8xi32>
      %v = tt.atomic_cas acq_rel, gpu, %ym, %expected, %i \
      : (tensor<8x!tt.ptr<i32>>, tensor<8xi32>, tensor<8xi32>) -> tensor<8xi32>
      """)
    #expect(y == [4, 9, 6, 9, 9, 9])
  }

  @Test func anAddressFarFromEveryBufferIsIgnored() throws {
    var launch = TestLaunch()
    launch.checks = []
    launch.arguments = [.address(UInt64.max - 2)]
    let report = try launch.run(
      """
      tt.func public @kernel(%x: !tt.ptr<i32>) {
        %v = tt.load %x : !tt.ptr<i32>
        tt.store %x, %v : !tt.ptr<i32>
        tt.return
      }
      """)
    #expect(report.counters.ignoredElements == 2)
  }

  @Test func anElementPartlyInsideIsOutside() throws {
    var launch = TestLaunch()
    launch.checks = []
    let x = launch.buffer([1, 2, 3, 4, 5, 6] as [Int8], name: "x")
    launch.arguments = [.pointer(x, offset: 4)]
    try launch.run(
      """
      tt.func public @kernel(%x: !tt.ptr<i32>) {
        %c = arith.constant -1 : i32
        tt.store %x, %c : !tt.ptr<i32>
        tt.return
      }
      """)
    #expect(launch.numbers(x, as: Int8.self) == [1, 2, 3, 4, 5, 6])
  }

  @Test func addressesInBuffersMustStillBeMultiplesOfTheWidth() throws {
    var launch = TestLaunch()
    launch.checks = []
    let x = launch.buffer([1, 2] as [Int32], name: "x")
    launch.arguments = [.pointer(x, offset: 2)]
    let failure = try launch.failure(
      """
      tt.func public @kernel(%x: !tt.ptr<i32>) {
        %v = tt.load %x : !tt.ptr<i32>
        tt.return
      }
      """)
    #expect(failure?.message.contains("that 4 does not divide") == true)
  }
}
