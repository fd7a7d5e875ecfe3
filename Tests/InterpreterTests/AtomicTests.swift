import Interpreter
import Testing

@Suite struct AtomicTests {
  /// What `operation` leaves in memory and what it returns.
  private func update(
    _ operation: String, _ memory: UInt64, _ value: UInt64, _ element: String, mask: Bool = true
  ) throws -> (memory: UInt64, old: UInt64) {
    let width = element.hasSuffix("64") ? 8 : element.hasSuffix("32") ? 4 : 2
    let bytes = (0..<width).map { UInt8(truncatingIfNeeded: memory >> (8 * UInt64($0))) }
    var launch = TestLaunch()
    let x = launch.memory.add(bytes, name: "x")
    let out = launch.memory.add([UInt8](repeating: 0, count: width), name: "out")
    launch.arguments = [
      .pointer(x, offset: 0), .pointer(out, offset: 0), .scalar(bits: value),
      .scalar(bits: mask ? 1 : 0),
    ]
    try launch.run(
      """
      tt.func public @kernel(%x: !tt.ptr<\(element)>, %out: !tt.ptr<\(element)>, %v: \(element), %m: i1) {
        %old = tt.atomic_rmw \(operation), acq_rel, gpu, %x, %v, %m : (!tt.ptr<\(element)>, \(element), i1) -> \(element)
        tt.store %out, %old : !tt.ptr<\(element)>
        tt.return
      }
      """)
    let read = { (id: BufferID) in
      launch.memory.bytes(of: id).enumerated().reduce(UInt64(0)) {
        $0 | UInt64($1.element) << (8 * UInt64($1.offset))
      }
    }
    return (read(x), read(out))
  }

  @Test(
    arguments: [
      ("add", 0xFFFF_FFFF, 2, 1), ("and", 6, 3, 2), ("or", 6, 3, 7), ("xor", 6, 3, 5),
      ("exch", 6, 3, 3), ("max", 0xFFFF_FFFF, 3, 3), ("umax", 0xFFFF_FFFF, 3, 0xFFFF_FFFF),
      ("min", 0xFFFF_FFFF, 3, 0xFFFF_FFFF), ("umin", 0xFFFF_FFFF, 3, 3),
    ] as [(String, UInt64, UInt64, UInt64)])
  func integers(operation: String, memory: UInt64, value: UInt64, expected: UInt64) throws {
    let found = try update(operation, memory, value, "i32")
    #expect(found.memory == expected)
    #expect(found.old == memory)
  }

  @Test func floats() throws {
    let one = UInt64(Float(1).bitPattern)
    #expect(try update("fadd", one, one, "f32").memory == UInt64(Float(2).bitPattern))
    #expect(try update("fadd", 0x3C00, 0x3C00, "f16").memory == 0x4000)
    #expect(try update("fadd", 0x3F80, 0x3F80, "bf16").memory == 0x4000)
  }

  @Test func maskedElementsStayAsTheyAre() throws {
    #expect(try update("add", 5, 2, "i32", mask: false).memory == 5)
  }

  @Test func elementsAtOneAddressAllCount() throws {
    var launch = TestLaunch()
    let x = launch.buffer([0] as [Int32], name: "x")
    let report = try launch.run(
      """
      tt.func public @kernel(%x: !tt.ptr<i32>) {
        %i = tt.make_range {end = 8 : i32, start = 0 : i32} : tensor<8xi32>
        %p = tt.splat %x : !tt.ptr<i32> -> tensor<8x!tt.ptr<i32>>
        %o = tt.atomic_rmw add, relaxed, gpu, %p, %i : (tensor<8x!tt.ptr<i32>>, tensor<8xi32>) -> tensor<8xi32>
        tt.return
      }
      """, grid: Grid(2))
    #expect(launch.numbers(x, as: Int32.self) == [56])
    #expect(report.counters.atomicElements == 16)
  }

  @Test func compareAndSwapComparesBits() throws {
    var launch = TestLaunch()
    let x = launch.buffer([1, 2, 1, 2] as [Int32], name: "x")
    let out = launch.buffer([Int32](repeating: 0, count: 4), name: "out")
    try launch.run(
      """
      tt.func public @kernel(%x: !tt.ptr<i32>, %out: !tt.ptr<i32>) {
        %i = tt.make_range {end = 4 : i32, start = 0 : i32} : tensor<4xi32>
        %two = arith.constant dense<2> : tensor<4xi32>
        %s = tt.splat %x : !tt.ptr<i32> -> tensor<4x!tt.ptr<i32>>
        %p = tt.addptr %s, %i : tensor<4x!tt.ptr<i32>>, tensor<4xi32>
        %o = tt.atomic_cas acq_rel, gpu, %p, %two, %i : (tensor<4x!tt.ptr<i32>>, tensor<4xi32>, tensor<4xi32>) -> tensor<4xi32>
        %os = tt.splat %out : !tt.ptr<i32> -> tensor<4x!tt.ptr<i32>>
        %op = tt.addptr %os, %i : tensor<4x!tt.ptr<i32>>, tensor<4xi32>
        tt.store %op, %o : tensor<4x!tt.ptr<i32>>
        tt.return
      }
      """)
    #expect(launch.numbers(x, as: Int32.self) == [1, 1, 1, 3])
    #expect(launch.numbers(out, as: Int32.self) == [1, 2, 1, 2])
  }
}
