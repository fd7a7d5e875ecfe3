import IR
import Layouts

/// How tiles are held when memory is accessed: neighbours in memory go to the registers of a
/// thread, as many as one access takes, then to neighbouring lanes.
struct AccessLayouts {
  private let axes: AxisAnalysis

  /// How many bytes neighbouring lanes should access side by side: a sector of the cache.
  private static let sectorBytes = 32

  /// Layouts by what `axes` knows of pointers and masks.
  init(_ axes: AxisAnalysis) { self.axes = axes }

  /// How the operands and results of the access `op` are held best; `nil` if it takes no tiles.
  func layout(
    of op: OpID, in module: borrowing Module, layouts: TileLayouts
  ) -> LinearLayout? {
    guard let pointer = module.operands(of: op).first, module.type(of: pointer).isTensor else {
      return nil
    }
    let shape = module.type(of: pointer).shape.extents
    let order = axes.order(of: pointer)
    guard let fastest = order.first else { return layouts.spread(over: shape) }
    let vector = axes.vectorLength(
      of: pointer, along: fastest, mask: mask(of: op, in: module),
      isAligned: module.view(op, as: Load.self)?.mayReadSurroundings ?? false)
    return layouts.spread(over: shape, order: order, vector: vector)
  }

  /// Whether `held` accesses memory as well as `wanted` does: by accesses as wide, and with lanes
  /// side by side for at least a sector.
  func isAsGood(
    _ held: LinearLayout, as wanted: LinearLayout, for op: OpID, in module: borrowing Module
  ) -> Bool {
    if held == wanted { return true }
    let pointer = module.operand(0, of: op)
    guard let fastest = axes.order(of: pointer).first else { return false }
    let axis = Dimension.axis(fastest)
    let vector = held.consecutiveElements(along: axis)
    guard vector >= wanted.consecutiveElements(along: axis) else { return false }
    let size = module.type(of: pointer).element?.pointer?.target.byteWidth ?? 1
    let needed = min(wanted.elementsSideBySide(along: fastest), max(1, Self.sectorBytes / size))
    return held.elementsSideBySide(along: fastest) >= needed
  }

  /// The mask of an access, if it has one.
  private func mask(of op: OpID, in module: borrowing Module) -> ValueID? {
    if let load = module.view(op, as: Load.self) { return load.mask }
    if let store = module.view(op, as: Store.self) { return store.mask }
    return nil
  }
}

extension LinearLayout {
  /// How many neighbours along an axis the lanes of a warp hold together, from the first one on.
  fileprivate func elementsSideBySide(along axis: Int) -> Int {
    var count = consecutiveElements(along: .axis(axis))
    for bit in 0..<columns(of: .lane).count {
      let basis = basis(of: .lane, bit: bit)
      let isNext = basis.indices.allSatisfy { basis[$0] == ($0 == axis ? count : 0) }
      guard isNext else { break }
      count *= 2
    }
    return count
  }
}
