import IR
import Layouts

/// How the sums of matrix products are held.
struct ProductLayouts {
  /// How many values are looked at to see whether products depend on each other.
  private static let maximumVisits = 64

  /// How the accumulator and the result of the product `op` are held: as matrix instructions leave
  /// them, or in squares where there are none for it.
  func accumulator(
    of op: OpID, in module: borrowing Module, layouts: TileLayouts
  ) -> LinearLayout {
    let shape = module.resultType(of: op).shape.extents
    guard module.opcode(of: op) == .dot else { return layouts.spread(over: shape) }
    let product = MatrixProduct(of: op, in: module)
    guard product.fitsMatrixInstructions else {
      return squares(of: product, rank: shape.count, warpCount: layouts.warpCount)
    }
    let warps = warps(
      of: product, minimum: (MatrixProduct.instructionRows, MatrixProduct.instructionColumns),
      warpCount: layouts.warpCount, keepsRows: isChained(op, in: module))
    return .matrixAccumulator(.warp, warpsPerCTA: Array(warps.suffix(shape.count)), shape: shape)
  }

  /// How many warps there are along the batch, the rows and the columns.
  ///
  /// - Parameter keepsRows: whether a warp should have whole rows, so that what it computed is what
  ///   it multiplies with next.
  private func warps(
    of product: MatrixProduct, minimum: (rows: Int, columns: Int), warpCount: Int, keepsRows: Bool
  ) -> [Int] {
    let batch = min(warpCount, product.batch)
    let rest = warpCount / batch
    var (rows, columns) = (1, 1)
    if keepsRows, product.rows >= minimum.rows * rest { rows = rest }
    while rows * columns < rest {
      let (height, width) = (product.rows / rows, product.columns / columns)
      // Each warp's part is as square as it can be; warps that are left over repeat rows.
      let isWide = width > minimum.columns && (width > height || height <= minimum.rows)
      if isWide { columns *= 2 } else { rows *= 2 }
    }
    return [batch, rows, columns]
  }

  /// Each thread has up to four by four neighbours, so that an element that is read is used often.
  private func squares(of product: MatrixProduct, rank: Int, warpCount: Int) -> LinearLayout {
    let shape = [product.batch, product.rows, product.columns]
    let share = shape.reduce(1, *) / (TileLayouts.laneCount * warpCount)
    var sizes = [1, 1, 1]
    for axis in [2, 1, 2, 1] where sizes[1] * sizes[2] * 2 <= share && sizes[axis] < shape[axis] {
      sizes[axis] *= 2
    }
    var lanes = [1, 1, 1]
    var free = TileLayouts.laneCount
    for (axis, limit) in [(2, 8), (1, free), (2, free), (0, free)] {
      let count = min(free, limit, shape[axis] / (sizes[axis] * lanes[axis]))
      if count > 1 { (lanes[axis], free) = (lanes[axis] * count, free / count) }
    }
    lanes[1] *= free
    let warps = warps(
      of: product, minimum: (sizes[1] * lanes[1], sizes[2] * lanes[2]), warpCount: warpCount,
      keepsRows: false)
    let axes = shape.indices.suffix(rank)
    return .blocked(
      sizePerThread: Array(sizes[axes]), threadsPerWarp: Array(lanes[axes]),
      warpsPerCTA: Array(warps[axes]), order: Array((0..<rank).reversed()),
      shape: Array(shape[axes]))
  }

  /// The left factor of `op` comes from a product, or its result goes into the left factor of one,
  /// by operations on single elements.
  private func isChained(_ op: OpID, in module: borrowing Module) -> Bool {
    makesLeftFactor(op, in: module) || takesLeftFactor(op, in: module)
  }

  private func makesLeftFactor(_ op: OpID, in module: borrowing Module) -> Bool {
    var pending = Array(module.results(of: op))
    var visited: Set<ValueID> = []
    while let value = pending.popLast(), visited.count < Self.maximumVisits {
      guard visited.insert(value).inserted else { continue }
      for user in module.users(of: value) {
        if module.opcode(of: user) == .dot {
          if module.operand(0, of: user) == value { return true }
        } else if module.opcode(of: user).layoutRule == .same {
          pending += module.results(of: user)
        }
      }
    }
    return false
  }

  private func takesLeftFactor(_ op: OpID, in module: borrowing Module) -> Bool {
    var pending = [module.operand(0, of: op)]
    var visited: Set<ValueID> = []
    while let value = pending.popLast(), visited.count < Self.maximumVisits {
      guard visited.insert(value).inserted, let definition = module.definingOp(of: value) else {
        continue
      }
      switch module.opcode(of: definition).layoutRule {
      case .product: return true
      case .same: pending += module.operands(of: definition)
      default: break
      }
    }
    return false
  }
}
