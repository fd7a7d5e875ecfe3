import IR
import Layouts

/// How layouts pass through operations that keep elements where they are.
extension TileLayouts {
  /// How the results of `op` are held if its operand is held in `layout`.
  func resultLayout(
    of op: OpID, from layout: LinearLayout, in module: borrowing Module
  ) -> LinearLayout {
    switch module.opcode(of: op).layoutRule {
    case .expandDims: return layout.insertingAxis(ExpandDims(reading: op, of: module).axis)
    case .reshape: return layout.reshapedTile(to: module.resultType(of: op).shape.extents)
    case .transpose: return layout.transposedTile(order: Transpose(reading: op, of: module).order)
    case .join: return layout.joined()
    case .cat: return layout.interleaved()
    case .split: return layout.removingAxis(layout.rank - 1).removingRepetition(of: .register)
    case .reduce:
      return layout.removingAxis(Reduce(reading: op, of: module).axis)
        .removingRepetition(of: .register)
    case .scan:
      return scanned(
        over: module.type(of: module.operand(0, of: op)).shape.extents,
        axis: Scan(reading: op, of: module).axis)
    case .same:
      guard let map = module.view(op, as: MapElementwise.self), map.pack > 1 else { return layout }
      return grouped(over: module.type(of: map.sources[0]).shape.extents, by: map.pack)
    case .free, .source, .access, .broadcast, .product, .gather, .histogram, .loop, .conditional,
      .repetition, .terminator, .call:
      return layout
    }
  }

  /// How a tile of `shape` is held so that each thread has groups of `count` elements that follow
  /// each other in row-major order.
  func grouped(over shape: [Int], by count: Int) -> LinearLayout {
    spread(over: [shape.reduce(1, *)], vector: count, keepsVector: true).reshapedTile(to: shape)
  }

  /// How operand `position` of `op` must be held if its result is held in `layout`.
  func operandLayout(
    _ position: Int, of op: OpID, for layout: LinearLayout, in module: borrowing Module
  ) -> LinearLayout {
    let shape = module.type(of: module.operand(position, of: op)).shape.extents
    switch module.opcode(of: op).layoutRule {
    case .expandDims: return layout.removingAxis(ExpandDims(reading: op, of: module).axis)
    case .broadcast: return layout.narrowed(to: shape)
    case .reshape: return layout.reshapedTile(to: shape)
    case .transpose:
      let order = Transpose(reading: op, of: module).order
      return layout.transposedTile(
        order: order.indices.map { axis in order.firstIndex(of: axis) ?? axis })
    case .split: return layout.joined()
    case .free, .same, .source, .access, .join, .cat, .reduce, .scan, .product, .gather,
      .histogram, .loop, .conditional, .repetition, .terminator, .call:
      return layout
    }
  }

  /// How a tile of `shape` is held to be scanned along `axis`: neighbours along it are in a
  /// thread's registers, then in lanes, then in warps.
  func scanned(over shape: [Int], axis: Int) -> LinearLayout {
    let others = shape.indices.reversed().filter { $0 != axis }
    return spread(over: shape, order: [axis] + others, vector: 4)
  }
}
