import TileSemantics

/// Changing the shape of tiles. The order of elements is row by row.
extension Tile {
  /// The tile repeated along dimensions of extent 1 up to `shape`, which has as many dimensions; a
  /// scalar is repeated everywhere. Other extents are reported.
  ///
  /// Triton: `tl.broadcast_to`
  public func broadcast(to shape: [Int]) -> Tile {
    Tile(operand) { try $0.broadcast(operand, to: shape) }
  }

  /// The tile with a new dimension of extent 1 at `axis`, which counts from the end if negative.
  ///
  /// Triton: `tl.expand_dims`, `tl.unsqueeze`
  public func expandDims(_ axis: Int) -> Tile {
    Tile(operand) { try $0.expandDims(operand, axis: axis) }
  }

  /// The tile without the dimension `axis`, whose extent must be 1.
  ///
  /// Triton: `tl.squeeze`
  public func squeezed(_ axis: Int) -> Tile {
    Tile(operand) { builder in
      var extents = operand.shape.extents
      let position = axis < 0 ? axis + extents.count : axis
      guard extents.indices.contains(position), extents[position] == 1 else {
        throw SemanticError(
          "squeezed: axis is \(axis), expected a dimension of extent 1 in \(operand.typeName)")
      }
      extents.remove(at: position)
      return try builder.reshape(operand, to: extents)
    }
  }

  /// The elements in another shape with as many.
  ///
  /// - Parameter allowsReorder: the elements may end up in any order, which can be faster.
  ///
  /// Triton: `tl.reshape`, `tl.view` with `allowsReorder`
  public func reshape(_ shape: [Int], allowsReorder: Bool = false) -> Tile {
    Tile(operand) { try $0.reshape(operand, to: shape, allowsReorder: allowsReorder) }
  }

  /// The elements in one dimension.
  ///
  /// Triton: `tl.ravel`
  public func flattened(allowsReorder: Bool = false) -> Tile {
    Tile(operand) { try $0.ravel(operand, allowsReorder: allowsReorder) }
  }

  /// The tile with its dimensions in another order, which names each of them once.
  ///
  /// Triton: `tl.permute`
  public func permuted(_ order: Int...) -> Tile { permuted(order) }

  /// The tile with its dimensions in another order, which names each of them once.
  public func permuted(_ order: [Int]) -> Tile {
    Tile(operand) { try $0.permute(operand, order: order) }
  }

  /// The tile with its last two dimensions exchanged.
  ///
  /// Triton: `tl.trans`, `x.T`
  public func transposed() -> Tile { Tile(operand) { try $0.transpose(operand) } }

  /// The two halves along the last dimension, whose extent must be 2; it goes away.
  ///
  /// Triton: `tl.split`
  public func split() -> (Tile, Tile) {
    let halves = Trace.emit([operand], count: 2) { builder in
      let (left, right) = try builder.split(operand)
      return [left, right]
    }
    return (Tile(halves[0]), Tile(halves[1]))
  }

  /// The only element of a tile that has one.
  ///
  /// Triton: `x.item()`
  public func item() -> Scalar<Element> { Tile(operand) { try $0.item(operand) } }

  /// The elements along `axis` in opposite order; the last dimension if there is no axis.
  ///
  /// Triton: `tl.flip`
  public func flipped(_ axis: Int? = nil) -> Tile {
    Tile(operand) { try $0.flip(operand, axis: axis) }
  }
}

/// Two tiles of one shape side by side in a new last dimension of extent 2. Shapes are broadcast.
///
/// Triton: `tl.join`
public func join<Element>(_ lhs: Tile<Element>, _ rhs: Tile<Element>) -> Tile<Element> {
  Tile(lhs.operand, rhs.operand) { try $0.join(lhs.operand, rhs.operand) }
}

/// The elements of both tiles in turn along the last dimension. Shapes are broadcast.
///
/// Triton: `tl.interleave`
public func interleave<Element>(_ lhs: Tile<Element>, _ rhs: Tile<Element>) -> Tile<Element> {
  Tile(lhs.operand, rhs.operand) { try $0.interleave(lhs.operand, rhs.operand) }
}

/// The elements of `lhs` and behind them those of `rhs`; both have one dimension and one shape.
///
/// Triton: `tl.cat`, which leaves the order open
public func concatenate<Element>(_ lhs: Tile<Element>, _ rhs: Tile<Element>) -> Tile<Element> {
  Tile(lhs.operand, rhs.operand) { try $0.concatenate(lhs.operand, rhs.operand) }
}

/// Both tiles, each repeated along dimensions of extent 1, so that their shapes agree.
///
/// Triton: `tl.broadcast`
public func broadcast<A, B>(_ lhs: Tile<A>, _ rhs: Tile<B>) -> (Tile<A>, Tile<B>) {
  let results = Trace.emit([lhs.operand, rhs.operand], count: 2) { builder in
    let (first, second) = try builder.broadcast(lhs.operand, rhs.operand)
    return [first, second]
  }
  return (Tile(results[0]), Tile(results[1]))
}
