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
}

/// How a factor lies in shared memory.
private struct MatrixMemory {
  /// From the offset, counted in elements, to the place.
  let layout: LinearLayout
  /// Rows run along the dimension that is not the inner one.
  let isTransposed: Bool
}

/// Bringing factors to the threads that multiply them.
extension KernelLowering {
  /// The fragments of `factors`.
  ///
  /// - Parameter warps: how many warps there are along each dimension of the result.
  mutating func fragments(_ factors: [Factor], warps: [Int]) -> [FactorFragments] {
    let layouts = factors.map { factor in
      LinearLayout.matrixOperand(
        factor.shape.operand, kWidth: factor.format.width, version: .warp, warpsPerCTA: warps,
        shape: factor.shape.extents)
    }
    let memories = zip(factors, layouts).map { factor, fragment -> MatrixMemory? in
      let isHere = LayoutConversion(from: factor.layout, to: fragment).means <= .registers
      return isHere ? nil : matrixMemory(for: factor)
    }
    // What is moved at once comes first, so that it is not in the way of what stays for a while.
    var result = factors.indices.map { index in
      memories[index] == nil ? moved(factors[index], to: layouts[index]) : nil
    }
    let stored = factors.indices.filter { memories[$0] != nil }
    let parts = shared.allocate(stored.map { factors[$0].byteCount })
    for (index, bytes) in zip(stored, parts) {
      guard let memory = memories[index] else { continue }
      result[index] = self.stored(
        factors[index], memory, in: bytes, warpPlaces: Array(layouts[index].columns(of: .warp)))
    }
    return result.compactMap { $0 }
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

  /// Shared memory that `ldmatrix` can load a factor from, with its rows along the dimension in
  /// which threads have neighbours now; `nil` if there is none that serves.
  private func matrixMemory(for factor: Factor) -> MatrixMemory? {
    let (layout, shape) = (factor.layout, factor.shape)
    let size = factor.format.element.byteWidth
    guard size <= 4 else { return nil }
    let along = layout.contiguousElements(along: .axis(shape.depthAxis))
    let across = layout.contiguousElements(along: .axis(shape.outerAxis))
    var isTransposed = false
    if across > along {
      // Only elements of 16 bits change places in `ldmatrix`.
      switch size {
      case 2: isTransposed = shape.outer >= 8
      case 4: return nil
      default: break
      }
    }
    let rowAxis = isTransposed ? shape.outerAxis : shape.depthAxis
    let otherAxis = isTransposed ? shape.depthAxis : shape.outerAxis
    let vector = 16 / size
    let rowBytes = shape.extents[rowAxis] * size
    let repetition = max(1, 128 / rowBytes)
    let order = [rowAxis, otherAxis] + (shape.rank == 3 ? [0] : [])
    let memory = LinearLayout.swizzledShared(
      vec: vector, perPhase: repetition, maxPhase: max(1, min(8 / repetition, rowBytes / 16)),
      order: order, shape: shape.extents)
    return MatrixMemory(layout: memory, isTransposed: isTransposed)
  }

  private mutating func stored(
    _ factor: Factor, _ memory: MatrixMemory, in bytes: Range<Int>, warpPlaces: [UInt64]
  ) -> FactorFragments {
    let (shape, format) = (factor.shape, factor.format)
    let tile = SharedTile(memory: memory.layout, element: format.element, bytes: bytes)
    write(factor.registers, heldAs: factor.layout, to: tile)
    guard let inverse = memory.layout.inverse else {
      preconditionFailure("each element lies at one place in shared memory")
    }
    let scale = UInt64(format.element.byteWidth.trailingZeroBitCount)
    let offsets = BitMatrix(
      rowCount: inverse.matrix.rowCount + Int(scale),
      columns: inverse.matrix.columns.map { $0 << scale })
    let distances = matrixDistances(shape, format, warpPlaces: warpPlaces)
    let matrices = Array(distances.prefix(2))
    let rows = [1, 2, 4].map {
      memory.isTransposed ? shape.place(depth: $0) : shape.place(outer: $0)
    }
    // Eight lanes name the rows of a matrix, the next ones those of the next matrix.
    let lanes = rows + matrices + Array(repeating: 0, count: 2 - matrices.count)
    var fragments = FactorFragments(shape: shape, format: format)
    fragments.loads = MatrixLoads(
      access: SharedAccess(.read, tile.bytes, phase: builder.makeSharedPhase()),
      offsets: offsets, threadPlaces: lanes + warpPlaces, matrices: matrices,
      isTransposed: memory.isTransposed)
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
