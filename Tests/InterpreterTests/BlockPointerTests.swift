import Interpreter
import Testing

@Suite struct BlockPointerTests {
  /// Adds up the rows of a 3x5 matrix with 2x4 tiles, moving along by 4.
  private func kernel(check: String, padding: String) -> String {
    """
    tt.func public @kernel(%x: !tt.ptr<f32>, %out: !tt.ptr<f32>) {
      %h = arith.constant 3 : i64
      %w = arith.constant 5 : i64
      %u = arith.constant 1 : i64
      %zero = arith.constant 0 : i32
      %row = arith.constant 2 : i32
      %four = arith.constant 4 : i32
      %p = tt.make_tensor_ptr %x, [%h, %w], [%w, %u], [%row, %zero] {order = array<i32: 1, 0>} : <tensor<2x4xf32>>
      %q = tt.advance %p, [%zero, %four] : <tensor<2x4xf32>>
      %t = tt.load %q {boundaryCheck = array<i32: \(check)>\(padding)} : !tt.ptr<tensor<2x4xf32>>
      %o = tt.make_tensor_ptr %out, [%h, %w], [%w, %u], [%zero, %zero] {order = array<i32: 1, 0>} : <tensor<2x4xf32>>
      tt.store %o, %t : !tt.ptr<tensor<2x4xf32>>
      tt.return
    }
    """
  }

  private func run(check: String, padding: String) throws -> [Float] {
    var launch = TestLaunch()
    launch.buffer((0..<15).map { Float($0) }, name: "x")
    let out = launch.buffer([Float](repeating: -1, count: 15), name: "out")
    try launch.run(kernel(check: check, padding: padding))
    return launch.floats(out)
  }

  @Test func checkedDimensionsPad() throws {
    let zero = try run(check: "0, 1", padding: ", padding = 1 : i32")
    #expect(zero == [14, 0, 0, 0, -1, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1])
    let nan = try run(check: "0, 1", padding: ", padding = 2 : i32")
    #expect(nan[0] == 14)
    #expect(nan[1].isNaN && nan[8].isNaN)
  }

  @Test func dimensionsThatAreNotCheckedReachOutOfTheBuffer() throws {
    var launch = TestLaunch()
    launch.buffer((0..<15).map { Float($0) }, name: "x")
    launch.buffer([Float](repeating: -1, count: 15), name: "out")
    let failure = try launch.failure(kernel(check: "1", padding: ""))
    #expect(
      failure?.message
        == """
        load outside of buffer 'x': program (0, 0, 0), element [1, 0], address 0x1000000004c, \
        20 bytes past the end of 60
        """)
  }
}
