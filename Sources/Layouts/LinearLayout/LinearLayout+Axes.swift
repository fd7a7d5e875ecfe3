/// Layouts of tiles with more, fewer or smaller axes, register by register: a register of the
/// result holds what the same register of the original does, as far as it is still told apart.
extension LinearLayout {
  /// The layout of a tile that has a further axis, of size 1, before axis `axis`.
  public func insertingAxis(_ axis: Int) -> LinearLayout {
    precondition((0...rank).contains(axis), "there is no place \(axis) for an axis")
    var extents = outputs
    extents.insert(Extent(.axis(rank), bitCount: 0), at: axis)
    return reshaped(
      outputs: extents.enumerated().map { Extent(.axis($0.offset), bitCount: $0.element.bitCount) })
  }

  /// The layout without axis `axis`; places that differed along it only hold the same element.
  public func removingAxis(_ axis: Int) -> LinearLayout {
    let rest = (0..<rank).filter { $0 != axis }
    let left = restricted(outputs: rest.map { .axis($0) })
    return left.reshaped(
      outputs: left.outputs.enumerated().map {
        Extent(.axis($0.offset), bitCount: $0.element.bitCount)
      })
  }

  /// The layout of a tile of `shape`, a part of this one: each element is held where those were whose
  /// coordinates are its own modulo the sizes of `shape`.
  public func narrowed(to shape: [Int]) -> LinearLayout {
    shape.indices.reduce(self) { $0.resized(output: .axis($1), to: shape[$1]) }
  }

  /// The layout of a tile with a further last axis of size 2, whose elements stand in neighbouring
  /// registers.
  public func joined() -> LinearLayout {
    let inserted = insertingAxis(rank)
    let sizes = Array(repeating: 1, count: rank) + [2]
    return Self.box(sizes, order: Array(sizes.indices), from: .register) * inserted
  }

  /// The layout of a tile that is twice as long along axis 0, two neighbours in two registers for
  /// each element of this one.
  public func interleaved() -> LinearLayout {
    let rest = Array(repeating: 1, count: rank - 1)
    return Self.box([2] + rest, order: Array(0..<rank), from: .register) * self
  }

  /// The register that holds, in every thread, what `register` does and is the first to do so.
  public func firstRegister(holdingSameAs register: Int) -> Int {
    let columns = Array(columns(of: .register))
    var span = BitSpan()
    var result = 0
    // Bits whose vector depends on those before are replaced by these.
    var kept: [Int] = []
    var image: UInt64 = 0
    for (bit, column) in columns.enumerated() {
      if register >> bit & 1 == 1 { image ^= column }
      if column != 0, span.insert(column) { kept.append(bit) }
    }
    guard kept.count < columns.count else { return register }
    let basis = BitSpan(kept.map { columns[$0] })
    let combination = basis.combination(of: image) ?? 0
    for (position, bit) in kept.enumerated() where combination >> UInt64(position) & 1 == 1 {
      result |= 1 << bit
    }
    return result
  }
}
