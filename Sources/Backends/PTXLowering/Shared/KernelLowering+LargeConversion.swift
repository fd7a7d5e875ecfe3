import IR
import Layouts
import PTX

/// Layout conversions of tiles that do not fit into shared memory: one part after the other goes
/// through it.
extension KernelLowering {
  /// A tile of `element` that is held as `source`, held as `destination`, moved in parts that shared
  /// memory has room for; `nil` if it cannot be cut so that each thread knows which of its registers
  /// a part fills.
  mutating func movedInParts(
    _ registers: [Register], _ element: ElementType, from source: LinearLayout,
    to destination: LinearLayout
  ) -> [Register]? {
    let source = source.withOutputs(inOrder: destination.outputs.map(\.dimension))
    let bitCount = destination.matrix.rowCount
    let threadBits = destination.threadColumns.reduce(0, |)
    let candidates = (0..<bitCount).reversed().filter { threadBits >> UInt64($0) & 1 == 0 }
    var cut: [Int] = []
    while element.byteWidth << (bitCount - cut.count) > options.target.sharedByteLimit {
      guard cut.count < candidates.count else { return nil }
      cut.append(candidates[cut.count])
    }
    let parts = (from: source.withoutRows(cut), to: destination.withoutRows(cut))
    let memory = LinearLayout.box([1 << (bitCount - cut.count)], order: [0], from: .offset)
    let images = (from: registerImages(of: source), to: registerImages(of: destination))
    var result = registers.isEmpty ? [] : Array(repeating: registers[0], count: images.to.count)
    for part in 0..<(1 << cut.count) {
      let tile = allocateTile(memory, element)
      write(registers, of: part, cut, heldAs: source, as: parts.from, to: tile)
      let read = self.read(tile, as: parts.to)
      for (register, image) in images.to.enumerated() where image.bits(at: cut) == part {
        result[register] = read[register]
      }
    }
    return result
  }

  /// Writes part `part` of a tile that is held as `source` to `tile`: the elements whose packed
  /// coordinates have at the bits `cut` the bits of the part.
  ///
  /// - Parameter layout: how the elements are held if those bits are left out.
  mutating func write(
    _ registers: [Register], of part: Int, _ cut: [Int], heldAs source: LinearLayout,
    as layout: LinearLayout, to tile: SharedTile
  ) {
    let images = registerImages(of: source)
    let responsible = isResponsible(for: source)
    let threadPart = threadImage(
      source.threadColumns.map { UInt64($0.bits(at: cut)) })
    let dependsOnThread = source.threadColumns.contains { $0.bits(at: cut) != 0 }
    let distinct = images.indices.filter { source.firstRegister(holdingSameAs: $0) == $0 }
    // Of registers that differ in the cut bits, different threads write.
    for own in Set(images.map { $0.bits(at: cut) }).sorted() {
      if !dependsOnThread, own != part { continue }
      let kept = distinct.filter { images[$0].bits(at: cut) == own }
      var predicate = responsible
      if dependsOnThread {
        let isMeant = builder.compute(
          "setp.eq.s32", .predicate, .register(threadPart), .integer(Int64(own ^ part)))
        predicate = and(responsible, isMeant)
      }
      write(registers, of: kept, heldAs: layout, to: tile, if: predicate)
    }
  }
}

extension LinearLayout {
  /// The layout of what is left of the packed coordinates without the bits `rows`, along one axis.
  fileprivate func withoutRows(_ rows: [Int]) -> LinearLayout {
    let kept = (0..<matrix.rowCount).filter { !rows.contains($0) }
    return LinearLayout(
      inputs: inputs, outputs: [Extent(.axis(0), bitCount: kept.count)],
      matrix: BitMatrix(
        rowCount: kept.count, columns: matrix.columns.map { UInt64($0.bits(at: kept)) }))
  }
}

extension UInt64 {
  /// The bits at `positions`, the first lowest.
  fileprivate func bits(at positions: [Int]) -> Int {
    positions.enumerated().reduce(0) { $0 | Int(self >> UInt64($1.element) & 1) << $1.offset }
  }
}
