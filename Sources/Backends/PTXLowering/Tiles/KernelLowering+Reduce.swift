import IR
import Layouts
import PTX
import Passes
import Support

/// Reductions: first the registers of a thread, then the lanes of a warp by shuffles, then the warps
/// through shared memory.
extension KernelLowering {
  /// Writes a reduction of one or several tiles along an axis.
  mutating func lowerReduce(_ op: OpID) throws(Diagnostic) {
    let reduce = Reduce(reading: op, of: module)
    guard let block = module.firstBlock(of: module.region(0, of: op)) else { return }
    let elements = reduce.sources.compactMap { module.type(of: $0).element }
    let (layout, bits, sources) = try separated(reduce.sources, along: reduce.axis, op)

    var partial = try reducedRegisters(sources, layout, bits, block)
    partial = try reducedLanes(partial, elements, bits, block)
    let held = layout.removingAxis(reduce.axis).removingRepetition(of: .register)
    if !bits.warps.isEmpty {
      partial = try reducedWarps(partial, elements, held, bits, block)
    }
    for (position, result) in module.results(of: op).enumerated() {
      guard let target = layouts[result], target != held else {
        values[result] = partial[position]
        continue
      }
      values[result] = moved(partial[position], elements[position], from: held, to: target)
    }
  }

  /// The sources of a reduction or scan in a layout whose bits move along one axis each: their own
  /// one if it is so.
  mutating func separated(
    _ sources: [ValueID], along axis: Int, _ op: OpID
  ) throws(Diagnostic) -> (LinearLayout, AxisBits, [[Register]]) {
    let own = layout(of: sources[0])
    if let bits = AxisBits(of: own, along: axis) {
      return (own, bits, sources.map { registers(of: $0) })
    }
    let spread = layouts.spread(over: module.type(of: sources[0]).shape.extents)
    guard let bits = AxisBits(of: spread, along: axis) else {
      throw cannotLower(op, "the layout of its operand is not understood")
    }
    let moved = sources.map { source in
      self.moved(
        registers(of: source), module.type(of: source).element ?? .scalar(.i32),
        from: layout(of: source), to: spread)
    }
    return (spread, bits, moved)
  }

  /// Combines two values of each source.
  mutating func combined(
    _ lhs: [Register], _ rhs: [Register], _ block: BlockID
  ) throws(Diagnostic) -> [Register] {
    try inlineBlock(block, arguments: (lhs + rhs).map { [$0] }).map { $0[0] }
  }

  /// Combines what each thread holds: neighbours first.
  ///
  /// - Returns: for each source, the registers of the layout without the axis.
  private mutating func reducedRegisters(
    _ sources: [[Register]], _ layout: LinearLayout, _ bits: AxisBits, _ block: BlockID
  ) throws(Diagnostic) -> [[Register]] {
    let columns = Array(layout.columns(of: .register))
    let repeated = columns.indices.reduce(0) { columns[$1] == 0 ? $0 | 1 << $1 : $0 }
    var current: [Int: [Register]] = [:]
    for register in 0..<(1 << columns.count) where register & repeated == 0 {
      current[register] = sources.map { $0[register] }
    }
    for (_, bit) in bits.registers.sorted(by: { $0.key < $1.key }) {
      for register in current.keys.sorted() where register >> bit & 1 == 0 {
        guard let lower = current[register], let upper = current[register | 1 << bit] else {
          continue
        }
        current[register] = try combined(lower, upper, block)
      }
      current = current.filter { $0.key >> bit & 1 == 0 }
    }
    let order = current.keys.sorted()
    return sources.indices.map { source in order.compactMap { current[$0]?[source] } }
  }

  /// Combines what the lanes of a warp hold; afterwards all of them have the result.
  private mutating func reducedLanes(
    _ partial: [[Register]], _ elements: [ElementType], _ bits: AxisBits, _ block: BlockID
  ) throws(Diagnostic) -> [[Register]] {
    var result = partial
    for (_, bit) in bits.lanes.sorted(by: { $0.key < $1.key }) {
      for register in partial[0].indices {
        let own = result.map { $0[register] }
        let other = own.indices.map { source in
          shuffled(own[source], elements[source], mode: "bfly", .integer(Int64(1 << bit)))
        }
        for (source, value) in try combined(own, other, block).enumerated() {
          result[source][register] = value
        }
      }
    }
    return result
  }

  /// Combines what the warps hold, of which each writes its part to shared memory; every thread
  /// then reads and combines the parts that it needs.
  private mutating func reducedWarps(
    _ partial: [[Register]], _ elements: [ElementType], _ held: LinearLayout, _ bits: AxisBits,
    _ block: BlockID
  ) throws(Diagnostic) -> [[Register]] {
    let axes = bits.warps.sorted { $0.key < $1.key }.map(\.value)
    let count = 1 << axes.count
    let parts = held.withPartAxis(warpBits: axes)
    // The parts of one element lie side by side, so that they are read by wide accesses.
    let memory = LinearLayout.box(
      parts.shape, order: [parts.rank - 1] + (0..<(parts.rank - 1)), from: .offset)
    let tiles = allocateTiles(memory, elements)
    for (source, tile) in tiles.enumerated() {
      write(partial[source], heldAs: parts, to: tile)
    }
    let gathered = held.withAllParts(axes.count)
    let read = tiles.map { self.read($0, as: gathered) }
    var result = partial
    for register in partial[0].indices {
      var current = (0..<count).map { part in
        read.map { $0[register * count + part] }
      }
      while current.count > 1 {
        current = try stride(from: 0, to: current.count, by: 2).map { start throws(Diagnostic) in
          try combined(current[start], current[start + 1], block)
        }
      }
      for (source, value) in current[0].enumerated() { result[source][register] = value }
    }
    return result
  }
}

extension LinearLayout {
  /// This layout of a reduced tile with a last axis that counts the warps which hold parts of the
  /// same element: those that differ in `warpBits`.
  fileprivate func withPartAxis(warpBits: [Int]) -> LinearLayout {
    let lanes = columns(of: .lane).count
    let registers = columns(of: .register).count
    let base = matrix.rowCount
    var columns = matrix.columns
    for (position, bit) in warpBits.enumerated() {
      columns[registers + lanes + bit] = 1 << UInt64(base + position)
    }
    return LinearLayout(
      inputs: inputs, outputs: outputs + [Extent(.axis(rank), bitCount: warpBits.count)],
      matrix: BitMatrix(rowCount: base + warpBits.count, columns: columns))
  }

  /// This layout of a reduced tile with a last axis of parts, all of which a thread holds, those of
  /// an element in neighbouring registers.
  fileprivate func withAllParts(_ bitCount: Int) -> LinearLayout {
    let base = matrix.rowCount
    let parts = (0..<bitCount).map { UInt64(1) << UInt64(base + $0) }
    return LinearLayout(
      inputs: inputs.map {
        $0.dimension == .register
          ? Extent(.register, bitCount: $0.bitCount + bitCount) : $0
      }, outputs: outputs + [Extent(.axis(rank), bitCount: bitCount)],
      matrix: BitMatrix(rowCount: base + bitCount, columns: parts + matrix.columns))
  }
}
