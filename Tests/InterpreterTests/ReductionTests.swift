import Interpreter
import Testing

@Suite struct ReductionTests {
  /// Runs `lines` on `%i`, the numbers from 0 to 7 as a 2x4 tile, and stores `%r` of `count`
  /// elements, for which there is the range `%o`.
  private func run(_ lines: String, count: Int) throws -> [Int32] {
    var launch = TestLaunch()
    let out = launch.buffer([Int32](repeating: 0, count: count), name: "out")
    try launch.run(
      """
      tt.func public @kernel(%out: !tt.ptr<i32>) {
        %f = tt.make_range {end = 8 : i32, start = 0 : i32} : tensor<8xi32>
        %i = tt.reshape %f : tensor<8xi32> -> tensor<2x4xi32>
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

  private func sum(_ axis: Int, _ result: String) -> String {
    """
    %r = "tt.reduce"(%i) <{axis = \(axis) : i32}> ({
    ^bb0(%x: i32, %y: i32):
      %z = arith.addi %x, %y : i32
      tt.reduce.return %z : i32
    }) : (tensor<2x4xi32>) -> \(result)
    """
  }

  @Test func sumsAlongEitherAxis() throws {
    #expect(try run(sum(0, "tensor<4xi32>"), count: 4) == [4, 6, 8, 10])
    #expect(try run(sum(1, "tensor<2xi32>"), count: 2) == [6, 22])
  }

  @Test func severalValuesAreReducedTogether() throws {
    // The largest value and its place.
    let lines = """
      %v:2 = "tt.reduce"(%i, %i) <{axis = 1 : i32}> ({
      ^bb0(%a: i32, %b: i32, %c: i32, %d: i32):
        %g = arith.cmpi sgt, %a, %c : i32
        %m = arith.select %g, %a, %c : i32
        %n = arith.select %g, %b, %d : i32
        tt.reduce.return %m, %n : i32, i32
      }) : (tensor<2x4xi32>, tensor<2x4xi32>) -> (tensor<2xi32>, tensor<2xi32>)
      %ten = arith.constant dense<10> : tensor<2xi32>
      %t = arith.muli %v#0, %ten : tensor<2xi32>
      %r = arith.addi %t, %v#1 : tensor<2xi32>
      """
    #expect(try run(lines, count: 2) == [33, 77])
  }

  @Test func regionsWithControlFlowCombineOnePairAtATime() throws {
    let lines = """
      %r = "tt.reduce"(%i) <{axis = 1 : i32}> ({
      ^bb0(%x: i32, %y: i32):
        %c = arith.cmpi slt, %x, %y : i32
        %z = scf.if %c -> (i32) {
          scf.yield %y : i32
        } else {
          scf.yield %x : i32
        }
        tt.reduce.return %z : i32
      }) : (tensor<2x4xi32>) -> tensor<2xi32>
      """
    #expect(try run(lines, count: 2) == [3, 7])
  }

  private func scan(_ axis: Int, reverse: Bool) -> String {
    """
    %t = "tt.scan"(%i) <{axis = \(axis) : i32, reverse = \(reverse)}> ({
    ^bb0(%x: i32, %y: i32):
      %z = arith.addi %x, %y : i32
      tt.scan.return %z : i32
    }) : (tensor<2x4xi32>) -> tensor<2x4xi32>
    %r = tt.reshape %t : tensor<2x4xi32> -> tensor<8xi32>
    """
  }

  @Test func scansRunFromEitherEnd() throws {
    #expect(try run(scan(1, reverse: false), count: 8) == [0, 1, 3, 6, 4, 9, 15, 22])
    #expect(try run(scan(1, reverse: true), count: 8) == [6, 6, 5, 3, 22, 18, 13, 7])
    #expect(try run(scan(0, reverse: false), count: 8) == [0, 1, 2, 3, 4, 6, 8, 10])
  }

  @Test func mapsRunForSeveralElementsAtATime() throws {
    // Exchanges neighbours, and doubles the even ones.
    let lines = """
      %t = "tt.map_elementwise"(%i) <{pack = 2 : i32}> ({
      ^bb0(%x: i32, %y: i32):
        %two = arith.constant 2 : i32
        %z = arith.muli %x, %two : i32
        cf.br ^end(%y, %z : i32, i32)
      ^end(%a: i32, %b: i32):
        tt.map_elementwise.return %a, %b : i32, i32
      }) : (tensor<2x4xi32>) -> tensor<2x4xi32>
      %r = tt.reshape %t : tensor<2x4xi32> -> tensor<8xi32>
      """
    #expect(try run(lines, count: 8) == [1, 0, 3, 4, 5, 8, 7, 12])
  }
}
