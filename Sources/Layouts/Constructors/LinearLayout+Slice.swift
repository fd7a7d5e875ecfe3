extension LinearLayout {
  /// The layout of what is left when axis `axis` of a tile in this layout is reduced to one
  /// element: the axis is gone, the later ones move up.
  ///
  /// An element is at the places of all elements that it stands for. Registers that would hold the
  /// same as others are gone; lanes and warps that do remain. This is Triton's `#ttg.slice<{dim,
  /// parent}>`.
  public func sliced(along axis: Int) -> LinearLayout {
    precondition((0..<rank).contains(axis), "there is no axis \(axis) to slice along")
    let rest = (0..<rank).filter { $0 != axis }
    let left = restricted(outputs: rest.map { .axis($0) }).withOutputs(
      inOrder: rest.map { .axis($0) })
    return left.reshaped(
      outputs: left.outputs.enumerated().map {
        Extent(.axis($0.offset), bitCount: $0.element.bitCount)
      }
    ).removingRepetition(of: .register)
  }
}
