import Testing

@Suite struct ShapeTests {
  /// Runs `lines` on `%i`, the integers from 0, and stores `%r` of `count` elements.
  private func run(_ lines: String, from: Int, to count: Int, extra: [Int32] = []) throws -> [Int32]
  {
    var launch = TestLaunch()
    let out = launch.buffer([Int32](repeating: -1, count: count), name: "out")
    try launch.run(
      """
      tt.func public @kernel(%out: !tt.ptr<i32>) {
        %i = tt.make_range {end = \(from) : i32, start = 0 : i32} : tensor<\(from)xi32>
        \(lines)
        %o = tt.make_range {end = \(count) : i32, start = 0 : i32} : tensor<\(count)xi32>
        %s = tt.splat %out : !tt.ptr<i32> -> tensor<\(count)x!tt.ptr<i32>>
        %q = tt.addptr %s, %o : tensor<\(count)x!tt.ptr<i32>>, tensor<\(count)xi32>
        tt.store %q, %r : tensor<\(count)x!tt.ptr<i32>>
        tt.return
      }
      """)
    return launch.numbers(out, as: Int32.self)
  }

  @Test func transposingReordersDimensions() throws {
    let found = try run(
      """
      %m = tt.reshape %i : tensor<8xi32> -> tensor<2x4xi32>
      %t = tt.trans %m {order = array<i32: 1, 0>} : tensor<2x4xi32> -> tensor<4x2xi32>
      %r = tt.reshape %t : tensor<4x2xi32> -> tensor<8xi32>
      """, from: 8, to: 8)
    #expect(found == [0, 4, 1, 5, 2, 6, 3, 7])
  }

  @Test func transposingThreeDimensions() throws {
    let found = try run(
      """
      %m = tt.reshape %i : tensor<8xi32> -> tensor<2x2x2xi32>
      %t = tt.trans %m {order = array<i32: 2, 0, 1>} : tensor<2x2x2xi32> -> tensor<2x2x2xi32>
      %r = tt.reshape %t : tensor<2x2x2xi32> -> tensor<8xi32>
      """, from: 8, to: 8)
    #expect(found == [0, 2, 4, 6, 1, 3, 5, 7])
  }

  @Test func broadcastingRepeats() throws {
    let found = try run(
      """
      %m = tt.expand_dims %i {axis = 1 : i32} : tensor<2xi32> -> tensor<2x1xi32>
      %b = tt.broadcast %m : tensor<2x1xi32> -> tensor<2x4xi32>
      %r = tt.reshape %b : tensor<2x4xi32> -> tensor<8xi32>
      """, from: 2, to: 8)
    #expect(found == [0, 0, 0, 0, 1, 1, 1, 1])
  }

  @Test func catKeepsAllElementsInAnyOrder() throws {
    let found = try run(
      """
      %c = arith.constant dense<9> : tensor<4xi32>
      %r = tt.cat %i, %c : tensor<4xi32> -> tensor<8xi32>
      """, from: 4, to: 8)
    #expect(found.sorted() == [0, 1, 2, 3, 9, 9, 9, 9])
  }

  @Test func joinPutsElementsSideBySide() throws {
    let found = try run(
      """
      %c = arith.constant dense<9> : tensor<4xi32>
      %j = tt.join %i, %c : tensor<4xi32> -> tensor<4x2xi32>
      %r = tt.reshape %j : tensor<4x2xi32> -> tensor<8xi32>
      """, from: 4, to: 8)
    #expect(found == [0, 9, 1, 9, 2, 9, 3, 9])
  }

  @Test func splitTakesNeighboursApart() throws {
    let found = try run(
      """
      %m = tt.reshape %i : tensor<8xi32> -> tensor<4x2xi32>
      %x, %y = tt.split %m : tensor<4x2xi32> -> tensor<4xi32>
      %r = arith.subi %y, %x : tensor<4xi32>
      """, from: 8, to: 4)
    #expect(found == [1, 1, 1, 1])
  }

  @Test func splatAndUnsplat() throws {
    let found = try run(
      """
      %c = arith.constant dense<7> : tensor<1xi32>
      %u = tt.unsplat %c : tensor<1xi32>
      %r = tt.splat %u : i32 -> tensor<4xi32>
      """, from: 4, to: 4)
    #expect(found == [7, 7, 7, 7])
  }

  @Test func gatherTakesTheElementThatTheIndexNames() throws {
    let found = try run(
      """
      %three = arith.constant dense<3> : tensor<4xi32>
      %x = arith.subi %three, %i : tensor<4xi32>
      %ten = arith.constant dense<10> : tensor<4xi32>
      %y = arith.muli %i, %ten : tensor<4xi32>
      %r = tt.gather %y[%x] {axis = 0 : i32} : (tensor<4xi32>, tensor<4xi32>) -> tensor<4xi32>
      """, from: 4, to: 4)
    #expect(found == [30, 20, 10, 0])
  }

  @Test func gatherOutsideOfTheSourceFails() throws {
    var launch = TestLaunch()
    let failure = try launch.failure(
      """
      tt.func public @kernel() {
        %i = tt.make_range {end = 5 : i32, start = 1 : i32} : tensor<4xi32>
        %r = tt.gather %i[%i] {axis = 0 : i32} : (tensor<4xi32>, tensor<4xi32>) -> tensor<4xi32>
        tt.return
      }
      """)
    #expect(
      failure?.message
        == "gather of element 4 along a dimension of extent 4: program (0, 0, 0), element [3]")
  }

  @Test func histogramCountsWhatTheMaskLeaves() throws {
    let found = try run(
      """
      %two = arith.constant dense<2> : tensor<8xi32>
      %h = arith.divsi %i, %two : tensor<8xi32>
      %six = arith.constant dense<6> : tensor<8xi32>
      %m = arith.cmpi slt, %i, %six : tensor<8xi32>
      %r = tt.histogram %h, %m : tensor<8xi32> -> tensor<4xi32>
      """, from: 8, to: 4)
    #expect(found == [2, 2, 2, 0])
  }
}
