import IR
import Support

extension Execution {
  func reduce(_ instruction: Instruction, _ combination: Combination) throws(Diagnostic) {
    let sources = instruction.operands.map { tile($0) }
    let results =
      combination.isElementwise
      ? try reduceTogether(sources, combination) : try reduceSingly(sources, combination)
    for (offset, result) in results.enumerated() { set(instruction.result + offset, result) }
  }

  /// Combines neighbours along the axis until one element is left, all pairs at once: the region
  /// runs as often as the extent has bits.
  private func reduceTogether(
    _ sources: [TileValue], _ combination: Combination
  ) throws(Diagnostic) -> [TileValue] {
    let (outer, inner) = (combination.outer, combination.inner)
    var values = sources
    var length = combination.length
    while length > 1 {
      let half = length / 2
      let side = { (start: Int) in
        values.map {
          FrameSlot(
            .tile(
              $0.strided(
                [outer, half, inner], strides: [length * inner, 2 * inner, 1], start: start)))
        }
      }
      values = tiles(try run(from: combination.block, side(0) + side(inner)))
      length = half
    }
    return values
  }

  /// Combines the elements of each result from the first to the last, one pair at a time.
  private func reduceSingly(
    _ sources: [TileValue], _ combination: Combination
  ) throws(Diagnostic) -> [TileValue] {
    let (length, inner) = (combination.length, combination.inner)
    var results = Array(repeating: [UInt64](), count: sources.count)
    for outer in 0..<combination.outer {
      for position in 0..<inner {
        let first = outer * length * inner + position
        var current = sources.map { $0[first] }
        for step in 1..<max(1, length) {
          let next = sources.map { $0[first + step * inner] }
          current = try combine(current, next, combination.block)
        }
        for (source, bits) in current.enumerated() { results[source].append(bits) }
      }
    }
    return results.map { TileValue($0) }
  }

  func scan(
    _ instruction: Instruction, _ combination: Combination, isReverse: Bool
  ) throws(Diagnostic) {
    let sources = instruction.operands.map { tile($0) }
    let count = combination.shape.count
    var results = sources.map { $0.expanded(to: count) }
    let (length, inner) = (combination.length, combination.inner)
    let rows = combination.outer * inner
    /// The index of the element at `step` along the axis in row `row` of `rows`.
    let index = { (row: Int, step: Int) in
      let position = isReverse ? length - 1 - step : step
      return (row / inner * length + position) * inner + row % inner
    }
    var current = sources.map { source in
      TileValue(.filled(rows) { source[index($0, 0)] })
    }
    for step in 1..<max(1, length) {
      let next = sources.map { source in
        TileValue(.filled(rows) { source[index($0, step)] })
      }
      if combination.isElementwise {
        let slots = (current + next).map { FrameSlot(.tile($0)) }
        current = tiles(try run(from: combination.block, slots))
      } else {
        current = try combineRows(current, next, rows: rows, combination.block)
      }
      for (source, values) in current.enumerated() {
        for row in 0..<rows { results[source][index(row, step)] = values[row] }
      }
    }
    for (offset, result) in results.enumerated() {
      set(instruction.result + offset, TileValue(result))
    }
  }

  /// Combines two values of every row, one row at a time.
  private func combineRows(
    _ current: [TileValue], _ next: [TileValue], rows: Int, _ block: Int
  ) throws(Diagnostic) -> [TileValue] {
    var results = Array(repeating: [UInt64](), count: current.count)
    for row in 0..<rows {
      let combined = try combine(current.map { $0[row] }, next.map { $0[row] }, block)
      for (source, bits) in combined.enumerated() { results[source].append(bits) }
    }
    return results.map { TileValue($0) }
  }

  /// Runs the region at `block` on two scalars of every source.
  private func combine(
    _ lhs: [UInt64], _ rhs: [UInt64], _ block: Int
  ) throws(Diagnostic) -> [UInt64] {
    let arguments = (lhs + rhs).map { FrameSlot(.tile(.uniform($0))) }
    return tiles(try run(from: block, arguments)).map(\.scalar)
  }

  /// The tiles in `slots`.
  func tiles(_ slots: [FrameSlot]) -> [TileValue] {
    slots.compactMap { if case .tile(let value) = $0.value { value } else { nil } }
  }

  func mapElementwise(
    _ instruction: Instruction, block: Int, pack: Int, count: Int
  ) throws(Diagnostic) {
    let sources = instruction.operands.map { tile($0) }
    var results: [[UInt64]] = []
    for first in stride(from: 0, to: count, by: pack) {
      let arguments = sources.flatMap { source in
        (first..<first + pack).map { FrameSlot(.tile(.uniform(source[$0]))) }
      }
      let values = tiles(try run(from: block, arguments)).map(\.scalar)
      if results.isEmpty { results = Array(repeating: [], count: values.count / pack) }
      for (position, value) in values.enumerated() { results[position / pack].append(value) }
    }
    for (offset, result) in results.enumerated() {
      set(instruction.result + offset, TileValue(result))
    }
  }

  /// Operands: source, mask. Values that have no bin are not counted.
  func histogram(_ instruction: Instruction, count: Int, bins: Int) {
    let source = tile(instruction.operands[0])
    let mask = instruction.operands.count > 1 ? tile(instruction.operands[1]) : .uniform(1)
    var counts = [UInt64](repeating: 0, count: bins)
    for index in 0..<count where mask[index] & 1 != 0 {
      if source[index] < UInt64(bins) { counts[Int(source[index])] += 1 }
    }
    set(instruction.result, TileValue(counts))
  }

  /// Operands: source, indices.
  func gather(_ instruction: Instruction, _ gather: GatherShape) throws(Diagnostic) {
    let (source, indices) = (tile(instruction.operands[0]), tile(instruction.operands[1]))
    let strides = gather.source.rowMajorStrides
    let extent = gather.source[gather.axis]
    var result: [UInt64] = []
    result.reserveCapacity(gather.indices.count)
    for index in 0..<gather.indices.count {
      let position = indices[index].signExtended(from: gather.indexWidth)
      guard position >= 0, position < extent else {
        throw failure(
          "gather of element \(position) along a dimension of extent \(extent): "
            + "program \(program)\(elementWords(index, of: gather.indices))",
          at: instruction.op)
      }
      var coordinates = gather.indices.coordinates(of: index)
      coordinates[gather.axis] = Int(position)
      result.append(source[zip(coordinates, strides).reduce(0) { $0 + $1.0 * $1.1 }])
    }
    set(instruction.result, TileValue(result))
  }
}
