import Interpreter
import Testing

@Suite struct DescriptorTests {
  /// Copies the 2x16 tile at (row, column) of a 3x20 tensor of rows of 32 numbers to `out`.
  private func loaded(
    row: Int32, column: Int32, padding: String = ""
  ) throws -> [Float] {
    var launch = TestLaunch()
    launch.buffer((0..<96).map { Float($0) }, name: "x")
    let out = launch.buffer([Float](repeating: -1, count: 32), name: "out")
    launch.scalar(row)
    launch.scalar(column)
    try launch.run(
      """
      tt.func public @kernel(%x: !tt.ptr<f32>, %out: !tt.ptr<f32>, %row: i32, %column: i32) {
        %h = arith.constant 3 : i32
        %w = arith.constant 20 : i32
        %s = arith.constant 32 : i64
        %u = arith.constant 1 : i64
        %d = tt.make_tensor_descriptor %x, [%h, %w], [%s, %u] \(padding): <f32>, <tensor<2x16xf32>>
        %t = tt.descriptor_load %d[%row, %column] : !tt.tensordesc<tensor<2x16xf32>> -> tensor<2x16xf32>
        %f = tt.reshape %t : tensor<2x16xf32> -> tensor<32xf32>
        %i = tt.make_range {end = 32 : i32, start = 0 : i32} : tensor<32xi32>
        %os = tt.splat %out : !tt.ptr<f32> -> tensor<32x!tt.ptr<f32>>
        %op = tt.addptr %os, %i : tensor<32x!tt.ptr<f32>>, tensor<32xi32>
        tt.store %op, %f : tensor<32x!tt.ptr<f32>>
        tt.return
      }
      """)
    return launch.floats(out)
  }

  @Test func tilesComeFromTheirPlace() throws {
    let found = try loaded(row: 1, column: 2)
    let expected = Array(34..<50) + Array(66..<82)
    #expect(found == expected.map { Float($0) })
  }

  @Test func whatReachesPastTheTensorIsPadding() throws {
    let found = try loaded(row: 2, column: 16)
    #expect(found[0..<4] == [80, 81, 82, 83])
    #expect(found[4...].allSatisfy { $0 == 0 })
    let before = try loaded(row: -1, column: -1)
    #expect(before[0..<17].allSatisfy { $0 == 0 })
    #expect(Array(before[17...]) == Array(0..<15).map { Float($0) })
  }

  @Test func paddingMayBeNaN() throws {
    let found = try loaded(row: 2, column: 16, padding: "{padding = 2 : i32} ")
    #expect(found[0] == 80)
    #expect(found[4...].allSatisfy { $0.isNaN })
  }

  @Test func storesPastTheTensorAreDropped() throws {
    var launch = TestLaunch()
    let x = launch.buffer([Int32](repeating: 0, count: 32), name: "x")
    try launch.run(
      """
      tt.func public @kernel(%x: !tt.ptr<i32>) {
        %c = arith.constant 12 : i32
        %n = arith.constant 20 : i32
        %u = arith.constant 1 : i64
        %d = tt.make_tensor_descriptor %x, [%n], [%u] : <i32>, <tensor<16xsi32>>
        %v = arith.constant dense<7> : tensor<16xi32>
        tt.descriptor_store %d[%c], %v : !tt.tensordesc<tensor<16xsi32>>, tensor<16xi32>
        tt.return
      }
      """)
    let found = launch.numbers(x, as: Int32.self)
    let expected: [Int32] = (0..<32).map { $0 >= 12 && $0 < 20 ? 7 : 0 }
    #expect(found == expected)
  }

  /// What `kind` makes of -1 in memory and 1 in the tile.
  private func reduced(_ kind: String, _ element: String) throws -> Int32 {
    var launch = TestLaunch()
    let x = launch.buffer([Int32](repeating: -1, count: 16), name: "x")
    try launch.run(
      """
      tt.func public @kernel(%x: !tt.ptr<i32>) {
        %c = arith.constant 0 : i32
        %n = arith.constant 16 : i32
        %u = arith.constant 1 : i64
        %d = tt.make_tensor_descriptor %x, [%n], [%u] : <i32>, <tensor<16x\(element)>>
        %v = arith.constant dense<1> : tensor<16xi32>
        tt.descriptor_reduce \(kind), %d[%c], %v : !tt.tensordesc<tensor<16x\(element)>>, tensor<16xi32>
        tt.return
      }
      """)
    return launch.numbers(x, as: Int32.self)[3]
  }

  @Test func reductionsReadTheSignThatTheDescriptorSays() throws {
    #expect(try reduced("add", "si32") == 0)
    #expect(try reduced("min", "si32") == -1)
    #expect(try reduced("min", "ui32") == 1)
    #expect(try reduced("max", "si32") == 1)
    #expect(try reduced("max", "ui32") == -1)
    #expect(try reduced("xor", "si32") == -2)
  }

  @Test func rowsAreGatheredAndScattered() throws {
    var launch = TestLaunch()
    let x = launch.buffer((0..<128).map { Int32($0) }, name: "x")
    try launch.run(
      """
      tt.func public @kernel(%x: !tt.ptr<i32>) {
        %h = arith.constant 8 : i32
        %w = arith.constant 16 : i32
        %s = arith.constant 16 : i64
        %u = arith.constant 1 : i64
        %c = arith.constant 8 : i32
        %zero = arith.constant 0 : i32
        %d = tt.make_tensor_descriptor %x, [%h, %w], [%s, %u] : <i32>, <tensor<1x8xsi32>>
        %i = tt.make_range {end = 8 : i32, start = 0 : i32} : tensor<8xi32>
        %seven = arith.constant dense<7> : tensor<8xi32>
        %r = arith.subi %seven, %i : tensor<8xi32>
        %t = tt.descriptor_gather %d[%r, %c] : (!tt.tensordesc<tensor<1x8xsi32>>, tensor<8xi32>, i32) -> tensor<8x8xi32>
        tt.descriptor_scatter %d[%i, %zero], %t : !tt.tensordesc<tensor<1x8xsi32>>, tensor<8xi32>, i32, tensor<8x8xi32>
        tt.return
      }
      """)
    let found = launch.numbers(x, as: Int32.self)
    #expect(Array(found[0..<8]) == Array(120..<128))
    #expect(Array(found[112..<120]) == Array(8..<16))
    #expect(Array(found[120..<128]) == Array(120..<128))
  }

  @Test func descriptorsOfTheHostStandForTheirNumbersToo() throws {
    var launch = TestLaunch()
    let x = launch.memory.add([UInt8](repeating: 0, count: 256), name: "x")
    launch.arguments = [
      .descriptor(DescriptorArgument(base: x, offset: 64, shape: [5], strides: [1]))
    ]
    let text = """
      tt.func public @kernel(%d: !tt.tensordesc<tensor<16xsi32>>, %n: i32, %s: i64) {
        %zero = arith.constant 0 : i32
        %v = tt.splat %n : i32 -> tensor<16xi32>
        tt.descriptor_store %d[%zero], %v : !tt.tensordesc<tensor<16xsi32>>, tensor<16xi32>
        tt.return
      }
      """
    try launch.run(text)
    let expected: [Int32] = (0..<64).map { $0 >= 16 && $0 < 21 ? 5 : 0 }
    #expect(launch.numbers(x, as: Int32.self) == expected)
    launch.arguments = [
      .descriptor(DescriptorArgument(base: x, shape: [5, 5], strides: [5, 1]))
    ]
    #expect(
      try launch.failure(text)?.message
        == """
        kernel @kernel parameter 0 describes 1 dimensions, found 2 extents and 2 strides
        """)
  }
}
