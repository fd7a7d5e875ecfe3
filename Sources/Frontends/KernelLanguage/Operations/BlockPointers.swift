import IR
import TileSemantics

/// A pointer to the tile at `offsets` of the tensor that begins at `base`.
///
/// - Parameters:
///   - shape: the tensor's extents, outermost first.
///   - strides: how many elements lie between neighbours along each dimension.
///   - offsets: where the tile begins, counted in elements.
///   - tileShape: the extents of the tile, powers of two.
///   - order: the dimensions from the one that varies fastest in memory; the last one first if it is
///     nil. It changes nothing but speed.
///
/// There are equally many of all of these; other counts, and an order that is no permutation, are
/// reported.
///
/// Triton: `tl.make_block_ptr`
public func makeBlockPointer<Element, Extent: IntegerElement, Stride: IntegerElement>(
  _ base: Pointer<Element>, shape: [Scalar<Extent>], strides: [Scalar<Stride>],
  offsets: [Scalar<Int32>], tileShape: [Int], order: [Int]? = nil
) -> BlockPointer<Element> {
  let operands = shape.map(\.operand) + strides.map(\.operand) + offsets.map(\.operand)
  return BlockPointer(
    Trace.emit([base.operand] + operands) {
      try $0.makeTensorPointer(
        base: base.operand, shape: shape.map(\.operand), strides: strides.map(\.operand),
        offsets: offsets.map(\.operand), block: tileShape,
        order: order ?? shape.indices.reversed())
    })
}

/// Moving from tile to tile.
extension BlockPointer {
  /// The place of the tile that lies `offsets` elements further on, one offset for each dimension;
  /// another number of them is reported.
  ///
  /// Triton: `tl.advance`
  public func advanced(by offsets: Scalar<Int32>...) -> BlockPointer { advanced(by: offsets) }

  /// The place of the tile that lies `offsets` elements further on.
  public func advanced(by offsets: Int...) -> BlockPointer {
    advanced(by: offsets.map { Scalar<Int32>($0) })
  }

  /// Moves on by `offsets` elements, one for each dimension.
  ///
  /// Triton: `pointer = tl.advance(pointer, offsets)`
  public mutating func advance(by offsets: Scalar<Int32>...) { self = advanced(by: offsets) }

  /// Moves on by `offsets` elements, one for each dimension.
  public mutating func advance(by offsets: Int...) {
    self = advanced(by: offsets.map { Scalar<Int32>($0) })
  }

  private func advanced(by offsets: [Scalar<Int32>]) -> BlockPointer {
    let distances = offsets.map(\.operand)
    return BlockPointer(
      Trace.emit([operand] + distances) { try $0.advance(operand, offsets: distances) })
  }
}

/// Moving tiles between memory and the kernel.
extension BlockPointer {
  /// The tile, of shape `tileShape`.
  ///
  /// - Parameters:
  ///   - boundaryCheck: the dimensions, counted from the end if negative, in which the tile may reach
  ///     past the tensor. In the others it must not. Dimensions that there are not are reported.
  ///   - padding: what the tile holds past the tensor; undefined if it is nil. Padding integers with
  ///     a NaN is reported.
  ///   - cache: which caches are asked; `.ca`, `.cg` or `.cv`.
  ///   - eviction: whether caches give the memory up `.first` or `.last`.
  ///   - isVolatile: memory is read each time, even if nothing seems to have changed it.
  ///
  /// Triton: `tl.load` with `boundary_check` and `padding_option`
  public func load(
    boundaryCheck: [Int] = [], padding: TilePadding? = nil, cache: CacheModifier = .none,
    eviction: EvictionPolicy = .normal, isVolatile: Bool = false
  ) -> Tile<Element> {
    Tile(operand) {
      try $0.loadBlock(
        operand, boundaryCheck: boundaryCheck, padding: padding.map { $0 == .zero ? .zero : .nan },
        cache: cache, eviction: eviction, isVolatile: isVolatile)
    }
  }

  /// Writes `value` to the tile's place.
  ///
  /// - Parameters:
  ///   - value: a tile of shape `tileShape`, or a scalar for all of it; other shapes are reported.
  ///   - boundaryCheck: the dimensions, counted from the end if negative, in which the tile may reach
  ///     past the tensor, where nothing is written. Dimensions that there are not are reported.
  ///   - cache: how caches take it; `.wb`, `.cg`, `.cs` or `.wt`.
  ///   - eviction: whether caches give the memory up `.first` or `.last`.
  ///
  /// Triton: `tl.store` with `boundary_check`
  public func store(
    _ value: Tile<Element>, boundaryCheck: [Int] = [], cache: CacheModifier = .none,
    eviction: EvictionPolicy = .normal
  ) {
    Trace.perform([operand, value.operand]) {
      try $0.storeBlock(
        operand, value.operand, boundaryCheck: boundaryCheck, cache: cache, eviction: eviction)
    }
  }
}
