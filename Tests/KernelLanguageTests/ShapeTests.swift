import Nereid
import Testing

@Suite struct ShapeTests {
  let x = (0..<8).map { Int32($0) }

  @Test func creation() throws {
    #expect(try run(x) { _ in arange(3, 11) } == (3..<11).map { Int32($0) })
    #expect(try run(x) { zeros(like: $0) } == Array(repeating: 0, count: 8))
    #expect(try run(x) { _ in full([2, 4], 7, Int32.self) } == Array(repeating: 7, count: 8))
    #expect(try run(x) { _ in full([8], 2.5, Float.self) } == Array(repeating: 2.5, count: 8))
    #expect(try run(x) { _ in full([8], true) } == Array(repeating: true, count: 8))
    #expect(try run(x) { full([8], $0.sum()) } == Array(repeating: 28, count: 8))
    #expect(try run(x) { full([8], $0.reshape([8, 1]).min(axis: 0)) } == Array(repeating: 0, count: 8))
  }

  @Test func newAxes() throws {
    let table = try run(x, count: 64) { $0[..., nil] * 10 + $0[nil, ...] }
    let rows: [Int32] = [0, 10, 20, 30, 40, 50, 60, 70]
    let expected = rows.flatMap { row in x.map { column in row + column } }
    #expect(table == expected)
    let cube = try run([Int32(0), 1], count: 8) {
      $0[..., nil, nil] * 100 + $0[nil, ..., nil] * 10 + $0[nil, nil, ...]
    }
    #expect(cube == [0, 1, 10, 11, 100, 101, 110, 111])
    let mixed = try run((0..<4).map { Int32($0) }, shape: [2, 2], count: 8) {
      $0[nil, ..., ...] + $0[..., nil, ...] * 10 + $0[..., ..., nil] * 100 - $0[..., ..., nil] * 100
    }
    #expect(mixed.count == 8)
  }

  @Test func reshaping() throws {
    #expect(try run(x, shape: [2, 4]) { $0.transposed() } == [0, 4, 1, 5, 2, 6, 3, 7])
    #expect(try run(x, shape: [2, 2, 2]) { $0.permuted(2, 0, 1) } == [0, 2, 4, 6, 1, 3, 5, 7])
    #expect(try run(x, shape: [2, 4]) { $0.reshape([4, 2]).transposed() } == [0, 2, 4, 6, 1, 3, 5, 7])
    #expect(try run([Int32(5)], shape: [1]) { $0.broadcast(to: [8]) }.first == 5)
    #expect(try run(x, shape: [8, 1], count: 16) { $0.broadcast(to: [8, 2]) }[3] == 1)
    #expect(try run(x) { $0.expandDims(-1).squeezed(1) } == x)
    #expect(try run([Int32(5)], shape: [1, 1], count: 1) { $0.item() } == [5])
    #expect(try run(x, shape: [2, 4]) { $0.flipped() } == [3, 2, 1, 0, 7, 6, 5, 4])
    #expect(try run(x, shape: [2, 4]) { $0.flipped(0) } == [4, 5, 6, 7, 0, 1, 2, 3])
  }

  @Test func joining() throws {
    let y = x.map { $0 + 10 }
    #expect(try run(x, y, count: 16) { join($0, $1) }.prefix(4) == [0, 10, 1, 11])
    #expect(try run(x, y, count: 16) { interleave($0, $1) }.prefix(4) == [0, 10, 1, 11])
    #expect(Set(try run(x, y, count: 16) { concatenate($0, $1) }) == Set(x + y))
    #expect(try run(x, shape: [4, 2], count: 4) { $0.split().0 } == [0, 2, 4, 6])
    #expect(try run(x, shape: [4, 2], count: 4) { $0.split().1 } == [1, 3, 5, 7])
    let pair = try run(x, y, shapes: ([8, 1], [1, 8]), count: 64) { a, b in
      let (c, d) = broadcast(a, b)
      return c * 100 + d
    }
    #expect(pair[9] == 111)
  }

  @Test func rearranging() throws {
    let mixed: [Int32] = [5, 1, 7, 3, 2, 8, 6, 4]
    #expect(try run(mixed) { $0.sorted() } == mixed.sorted())
    #expect(try run(mixed) { $0.sorted(isDescending: true) } == mixed.sorted(by: >))
    #expect(try run(mixed, shape: [2, 4]) { $0.sorted() } == [1, 3, 5, 7, 2, 4, 6, 8])
    #expect(try run(mixed, count: 2) { $0.topK(2) } == [8, 7])
    #expect(try run([Int32(1), 3, 4, 2]) { $0.bitonicMerged() } == [1, 2, 3, 4])
    #expect(try run(mixed, x) { $0.gather(7 - $1, axis: 0) } == mixed.reversed())
    #expect(try run([Int32(1), 1, 3, 0]) { $0.histogram(bins: 4) } == [1, 2, 0, 1])
    #expect(
      try run([Int32(1), 1, 3, 0]) { $0.histogram(bins: 4, mask: $0 > 0) } == [0, 2, 0, 1])
    let moved = try run(x, count: 8) { i in
      let place = swizzle(
        row: i / 4, column: i % 4, rows: Tile(2), columns: Tile(4), group: Tile(2))
      return place.row * 10 + place.column
    }
    #expect(moved == [0, 10, 1, 11, 2, 12, 3, 13])
  }
}
