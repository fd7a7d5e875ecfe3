import Nereid
import Testing

/// Block pointers: tiles of a tensor in memory, moved from place to place.
@Suite struct BlockPointerTests {
  /// Copies a tensor of 6 by 10 in tiles of 4 by 4, plus one, and counts what it read.
  @Kernel static func copies(
    source: Pointer<Float>, output: Pointer<Float>, rows: Scalar<Int32>, columns: Scalar<Int32>
  ) {
    let row = programID(0) * 4
    var from = makeBlockPointer(
      source, shape: [rows, columns], strides: [columns, Scalar<Int32>(1)],
      offsets: [row, Tile(0)], tileShape: [4, 4])
    var to = makeBlockPointer(
      output, shape: [rows, columns], strides: [columns, Scalar<Int32>(1)],
      offsets: [row, Tile(0)], tileShape: [4, 4], order: [1, 0])
    for _ in range(0, cdiv(columns, 4)) {
      to.store(from.load(boundaryCheck: [0, 1], padding: .zero) + 1, boundaryCheck: [0, -1])
      from.advance(by: 0, 4)
      to = to.advanced(by: Tile(0), Tile(4))
    }
  }

  @Test func tilesReachPastTheTensorWhereTheyMay() throws {
    let source = Buffer((0..<60).map { Float($0) })
    let output = Buffer<Float>(repeating: -1, count: 60)
    let call = Self.copies(source: source, output: output, rows: 6, columns: 10)
    let text = try call.text()
    for part in ["tt.make_tensor_ptr", "tt.advance", "boundaryCheck = array<i32: 0, 1>"] {
      #expect(text.contains(part), "\(part)")
    }
    let report = try call.launch(grid: 2, on: .interpreter, checks: .all)
    #expect(report.findings.isEmpty)
    #expect(output.elements == source.elements.map { $0 + 1 })
  }

  @Kernel static func pads(source: Pointer<Float>, output: Pointer<Float>) {
    let place = makeBlockPointer(
      source, shape: [Scalar<Int64>(3)], strides: [Scalar<Int64>(1)], offsets: [Tile(1)],
      tileShape: [4])
    store(output + arange(0, 4), place.load(boundaryCheck: [0], padding: .nan))
    place.store(Tile(9.0), boundaryCheck: [0])
  }

  @Test func paddingStandsPastTheTensor() throws {
    let source: Buffer<Float> = [1, 2, 3, 4]
    let output = Buffer<Float>(uninitialized: 4)
    try Self.pads(source: source, output: output).launch(grid: 1)
    #expect(Array(output.elements.prefix(2)) == [2, 3])
    #expect(output[2].isNaN && output[3].isNaN)
    #expect(source.elements == [1, 9, 9, 4])
  }

  @Kernel static func truths(source: Pointer<Bool>, output: Pointer<Bool>) {
    let from = makeBlockPointer(
      source, shape: [Scalar<Int32>(4)], strides: [Scalar<Int32>(1)], offsets: [Tile(0)],
      tileShape: [4])
    let to = makeBlockPointer(
      output, shape: [Scalar<Int32>(4)], strides: [Scalar<Int32>(1)], offsets: [Tile(0)],
      tileShape: [4])
    to.store(!from.load())
  }

  @Test func truthValuesAreBytesInMemory() throws {
    let output = Buffer<Bool>(repeating: false, count: 4)
    try Self.truths(source: [true, false, false, true], output: output).launch(grid: 1)
    #expect(output.elements == [false, true, true, false])
  }

  @Kernel static func chooses(source: Pointer<Int32>, output: Pointer<Int32>) {
    let first = makeBlockPointer(
      source, shape: [Scalar<Int32>(8)], strides: [Scalar<Int32>(1)], offsets: [Tile(0)],
      tileShape: [4])
    var chosen = first
    if programID(0) > 0 { chosen = first.advanced(by: 4) }
    store(output + (programID(0) * 4 + arange(0, 4)), chosen.load())
  }

  @Test func branchesOfTheDeviceChooseThem() throws {
    let output = Buffer<Int32>(uninitialized: 8)
    try Self.chooses(source: Buffer(0..<8), output: output).launch(grid: 2)
    #expect(output.elements == Array(0..<8))
  }
}
