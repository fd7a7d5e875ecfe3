import IR
import Layouts
import PTX

/// A factor in shared memory whose elements threads read at one place of the inner dimension after
/// the other.
struct ElementReads {
  /// The factor.
  let shape: FactorShape
  /// The bytes of the tile, all of whose reads are of one phase.
  let access: SharedAccess
  /// The type of the elements.
  let element: ElementType
  /// From a place to its offset in bytes.
  let offsets: BitMatrix
  /// The offset in bytes of each bit of a thread's number.
  let threadColumns: [UInt64]
  /// The places that a thread needs, those in groups that one access reads.
  let groups: [[UInt64]]

  /// How many bytes one step along the inner dimension is.
  var depthStride: Int { shape.outer * element.byteWidth }

  /// The bits of offsets in which threads differ.
  var threadBits: UInt64 { threadColumns.reduce(0, |) }

  /// The places that threads with a part `layout` of the result need of a factor, in groups of
  /// neighbours.
  static func groups(_ shape: FactorShape, for layout: LinearLayout, longest: Int) -> [[UInt64]] {
    let needed = layout.narrowedPlaces(shape)
    var length = min(longest, shape.outer)
    let threads = needed.threads.reduce(0, |)
    let unit = shape.place(outer: 1)
    while length > 1 {
      let reach = UInt64(length - 1) * unit
      // The first places are those of thread 0, which has all of a group if others do.
      let isWhole = needed.registers.allSatisfy { place in
        (0..<length).allSatisfy { needed.registers.contains((place & ~reach) | UInt64($0) * unit) }
      }
      if isWhole, threads & reach == 0 { break }
      length /= 2
    }
    let reach = UInt64(length - 1) * unit
    return needed.registers.filter { $0 & reach == 0 }.map { start in
      (0..<length).map { start | UInt64($0) * unit }
    }
  }
}

extension LinearLayout {
  /// The place of a factor with inner index 0 that the place `packed` of a result needs.
  func place(_ packed: UInt64, of shape: FactorShape) -> UInt64 {
    var rest = packed
    let indices = outputs.map { output in
      defer { rest >>= UInt64(output.bitCount) }
      return Int(rest & ((1 << UInt64(output.bitCount)) - 1))
    }
    return shape.place(batch: shape.rank == 3 ? indices[0] : 0, outer: indices[shape.outerAxis])
  }

  /// The places of a factor with inner index 0 that are needed for what threads have of a result in
  /// this layout: those of thread 0, and what each bit of a thread's number changes.
  func narrowedPlaces(_ shape: FactorShape) -> (registers: [UInt64], threads: [UInt64]) {
    let columns = columns(of: .register).map { place($0, of: shape) }
    var places: [UInt64] = []
    for register in 0..<(1 << columns.count) {
      let image = columns.indices.reduce(UInt64(0)) {
        $0 ^ (register >> $1 & 1 == 1 ? columns[$1] : 0)
      }
      if !places.contains(image) { places.append(image) }
    }
    return (places, threadColumns.map { place($0, of: shape) })
  }
}

extension KernelLowering {
  /// Stores a slice of a factor of which each thread later reads what its part `result` of the product
  /// needs.
  ///
  /// - Parameters:
  ///   - whole: the shape of the factor.
  ///   - unrolled: how many places of the inner dimension are read by code of their own.
  mutating func stored(
    _ slice: FactorSlice, of whole: FactorShape, _ registers: [Register],
    heldAs layout: LinearLayout, _ element: ElementType, in bytes: Range<Int>,
    for result: LinearLayout, unrolled: Int
  ) -> ElementReads {
    let shape = whole.slice(of: slice.count)
    let vector = min(16 / element.byteWidth, shape.outer)
    let memory = LinearLayout.swizzledShared(
      vec: vector, perPhase: 1, maxPhase: min(unrolled, max(1, shape.outer / vector)),
      order: [shape.outerAxis, shape.depthAxis] + (shape.rank == 3 ? [0] : []),
      shape: shape.extents)
    let tile = SharedTile(memory: memory, element: element, bytes: bytes)
    write(slice, of: whole, registers, heldAs: layout, to: tile)
    guard let inverse = memory.inverse else {
      preconditionFailure("each element lies at one place in shared memory")
    }
    let scale = UInt64(element.byteWidth.trailingZeroBitCount)
    let offsets = BitMatrix(
      rowCount: inverse.matrix.rowCount + Int(scale),
      columns: inverse.matrix.columns.map { $0 << scale })
    return ElementReads(
      shape: shape,
      access: SharedAccess(.read, tile.bytes, phase: builder.makeSharedPhase()),
      element: element, offsets: offsets,
      threadColumns: result.narrowedPlaces(shape).threads.map { offsets($0) },
      groups: ElementReads.groups(shape, for: result, longest: vector))
  }

  /// The starts of the accesses of `reads` for the first `unrolled` places of the inner dimension:
  /// for each bits that are changed by exclusive or, the address with them.
  mutating func starts(of reads: ElementReads, unrolled: Int) -> [UInt64: Register] {
    let base = threadImage(reads.threadColumns)
    var starts: [UInt64: Register] = [:]
    for depth in 0..<unrolled {
      for group in reads.groups {
        let shared = reads.image(group[0], depth) & reads.threadBits
        if starts[shared] != nil { continue }
        let offset =
          shared == 0
          ? base : builder.compute("xor.b32", .bits32, .register(base), .integer(Int64(shared)))
        starts[shared] = sharedAddress(plus: offset)
      }
    }
    return starts
  }

  /// Reads what a thread needs at `depth`, counted from where `starts` are.
  mutating func read(
    _ reads: ElementReads, at depth: Int, from starts: [UInt64: Register]
  ) -> [UInt64: Register] {
    var result: [UInt64: Register] = [:]
    for group in reads.groups {
      let image = reads.image(group[0], depth)
      let shared = image & reads.threadBits
      guard let start = starts[shared] else { continue }
      let shape = PackedAccess(element: reads.element, count: group.count)
      let loaded = group.map { _ in builder.makeRegister(reads.element.registerClass) }
      let type = reads.element == .scalar(.i32) ? "b32" : reads.element.scalar?.name ?? "b32"
      let vector = shape.registerCount == 1 ? "" : ".v\(shape.registerCount)"
      let offset = Int64(reads.access.bytes.lowerBound) + Int64(image ^ shared)
      builder.emitShared(
        "ld.shared\(vector).\(type)", [shape.operand(loaded), .address(start, offset: offset)],
        reads.access)
      for (place, register) in zip(group, loaded) { result[place] = register }
    }
    return result
  }
}

extension ElementReads {
  /// The offset in bytes of a place and of what lies `depth` further along the inner dimension.
  fileprivate func image(_ place: UInt64, _ depth: Int) -> UInt64 {
    offsets(place | shape.place(depth: depth))
  }
}
