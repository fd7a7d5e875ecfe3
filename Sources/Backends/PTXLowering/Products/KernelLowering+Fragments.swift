import IR
import Layouts
import PTX
import Passes

/// A factor of a matrix product before it is brought to where it is multiplied.
struct Factor {
  /// The elements.
  let registers: [Register]
  /// How threads hold them.
  let layout: LinearLayout
  /// The shape of the tile.
  let shape: FactorShape
  /// What it is made of.
  let format: FactorFormat

  /// How many bytes of memory it takes.
  var byteCount: Int { shape.extents.reduce(format.element.byteWidth, *) }

  /// How the threads of `warps` along each dimension of the result multiply a factor of `shape`.
  func fragment(_ shape: FactorShape, warps: [Int]) -> LinearLayout {
    .matrixOperand(
      shape.operand, kWidth: format.width, version: .warp, warpsPerCTA: warps,
      shape: shape.extents)
  }
}

/// Along which dimension the rows of a factor run in shared memory.
private enum RowOrder {
  /// The inner one.
  case alongDepth
  /// The other one, so that `ldmatrix` transposes what it loads.
  case acrossDepth
}

/// Bringing factors to the threads that multiply them.
extension KernelLowering {
  /// Brings `factors` to where they are multiplied, at once or slice by slice, as shared memory has
  /// room, and lets `multiply` write the products of each slice of the inner dimension.
  ///
  /// - Parameters:
  ///   - warps: how many warps there are along each dimension of the result.
  ///   - step: how much of the inner dimension an instruction multiplies.
  mutating func withFragments(
    of factors: [Factor], warps: [Int], step: Int,
    _ multiply: (inout KernelLowering, inout [FactorFragments], Range<Int>) -> Void
  ) {
    let layouts = factors.map { $0.fragment($0.shape, warps: warps) }
    let orders = zip(factors, layouts).map { factor, fragment -> RowOrder? in
      let isHere = LayoutConversion(from: factor.layout, to: fragment).means <= .registers
      return isHere ? nil : rowOrder(of: factor)
    }
    // What is moved at once comes first, so that it is not in the way of what stays for a while.
    let moved = factors.indices.map { index in
      orders[index] == nil ? self.moved(factors[index], to: layouts[index]) : nil
    }
    let stored = factors.indices.filter { orders[$0] != nil }
    let depth = factors[0].shape.depth
    let slices = FactorSlice.slices(
      of: stored.reduce(0) { $0 + factors[$1].byteCount },
      limit: options.target.sharedByteLimit, depth: depth, step: step)
    let parts = shared.allocate(stored.map { factors[$0].byteCount / slices.count })
    for slice in slices {
      var fragments = moved
      for (index, bytes) in zip(stored, parts) {
        let factor = factors[index]
        guard let order = orders[index] else { continue }
        let shape = factor.shape.slice(of: slice.count)
        fragments[index] = self.stored(
          slice, of: factor, order, in: bytes,
          warpPlaces: Array(factor.fragment(shape, warps: warps).columns(of: .warp)))
      }
      var all = fragments.compactMap { $0 }
      multiply(&self, &all, slice.depths(of: depth))
    }
  }

  /// The fragments of a factor that is moved to where they are needed.
  private mutating func moved(
    _ factor: Factor, to fragment: LinearLayout
  ) -> FactorFragments {
    let format = factor.format
    let elements = moved(factor.registers, format.element, from: factor.layout, to: fragment)
    var fragments = FactorFragments(shape: factor.shape, format: format)
    for (register, place) in registerImages(of: fragment).enumerated()
    where register % format.width == 0 && fragments.words[place] == nil {
      let parts = Array(elements[register..<(register + format.width)])
      fragments.words[place] =
        parts.count == 1 ? parts[0] : joined(parts, elementBits: 32 / format.width)
    }
    return fragments
  }

  /// How the rows of a factor lie in shared memory that `ldmatrix` can load it from: along the
  /// dimension in which threads have neighbours now; `nil` if there is no such memory.
  private func rowOrder(of factor: Factor) -> RowOrder? {
    let (layout, shape) = (factor.layout, factor.shape)
    let size = factor.format.element.byteWidth
    guard size <= 4 else { return nil }
    let along = layout.contiguousElements(along: .axis(shape.depthAxis))
    let across = layout.contiguousElements(along: .axis(shape.outerAxis))
    guard across > along else { return .alongDepth }
    // Only elements of 16 bits change places in `ldmatrix`.
    switch size {
    case 2: return shape.outer >= 8 ? .acrossDepth : .alongDepth
    case 4: return nil
    default: return .alongDepth
    }
  }

  /// From the offset in shared memory, counted in elements, to the place in a factor of `shape`.
  private func matrixMemory(
    _ shape: FactorShape, _ format: FactorFormat, _ order: RowOrder
  ) -> LinearLayout {
    let size = format.element.byteWidth
    let (rowAxis, otherAxis) =
      order == .alongDepth
      ? (shape.depthAxis, shape.outerAxis) : (shape.outerAxis, shape.depthAxis)
    let vector = 16 / size
    let rowBytes = shape.extents[rowAxis] * size
    let repetition = max(1, 128 / rowBytes)
    let axes = [rowAxis, otherAxis] + (shape.rank == 3 ? [0] : [])
    return .swizzledShared(
      vec: vector, perPhase: repetition, maxPhase: max(1, min(8 / repetition, rowBytes / 16)),
      order: axes, shape: shape.extents)
  }

  private mutating func stored(
    _ slice: FactorSlice, of factor: Factor, _ order: RowOrder, in bytes: Range<Int>,
    warpPlaces: [UInt64]
  ) -> FactorFragments {
    let (shape, format) = (factor.shape.slice(of: slice.count), factor.format)
    let memory = matrixMemory(shape, format, order)
    let tile = SharedTile(memory: memory, element: format.element, bytes: bytes)
    write(slice, of: factor.shape, factor.registers, heldAs: factor.layout, to: tile)
    guard let inverse = memory.inverse else {
      preconditionFailure("each element lies at one place in shared memory")
    }
    let scale = UInt64(format.element.byteWidth.trailingZeroBitCount)
    let offsets = BitMatrix(
      rowCount: inverse.matrix.rowCount + Int(scale),
      columns: inverse.matrix.columns.map { $0 << scale })
    let distances = matrixDistances(shape, format, warpPlaces: warpPlaces)
    let matrices = Array(distances.prefix(2))
    let rows = [1, 2, 4].map {
      order == .acrossDepth ? shape.place(depth: $0) : shape.place(outer: $0)
    }
    // Eight lanes name the rows of a matrix, the next ones those of the next matrix.
    let lanes = rows + matrices + Array(repeating: 0, count: 2 - matrices.count)
    var fragments = FactorFragments(shape: shape, format: format)
    fragments.loads = MatrixLoads(
      access: SharedAccess(.read, tile.bytes, phase: builder.makeSharedPhase()),
      offsets: offsets, threadPlaces: lanes + warpPlaces, matrices: matrices,
      isTransposed: order == .acrossDepth)
    return fragments
  }

  /// What the words of a thread are apart, the ones that are needed together first.
  private func matrixDistances(
    _ shape: FactorShape, _ format: FactorFormat, warpPlaces: [UInt64]
  ) -> [UInt64] {
    var places: [UInt64] = []
    if shape.operand == .left { places.append(shape.place(outer: 8)) }
    var depth = format.partDepth
    while depth < shape.depth {
      places.append(shape.place(depth: depth))
      depth *= 2
    }
    if shape.operand == .right {
      var column = 8
      while column < shape.outer {
        places.append(shape.place(outer: column))
        column *= 2
      }
    }
    // Where the steps of other warps are, this warp has nothing.
    return places.filter { $0 != 0 && !warpPlaces.contains($0) }
  }
}
