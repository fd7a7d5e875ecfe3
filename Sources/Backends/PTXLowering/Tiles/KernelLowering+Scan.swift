import IR
import Layouts
import PTX
import Support

/// Scans: for each bit of the coordinate along the axis, from the lowest, the elements in whose
/// coordinate it is set take in the sum of the half that lies before them.
///
///     x0 | x1 | x2 | x3   ->   x0 | x0:1 | x2 | x2:3   ->   x0 | x0:1 | x0:2 | x0:3
///
/// The sum of the half stands in its last element, which another register, lane or warp may hold. A
/// reversed scan goes the same way from the other end.
extension KernelLowering {
  /// Writes a scan of one or several tiles along an axis.
  mutating func lowerScan(_ op: OpID) throws(Diagnostic) {
    let scan = Scan(reading: op, of: module)
    guard let block = module.firstBlock(of: module.region(0, of: op)) else { return }
    let elements = scan.sources.compactMap { module.type(of: $0).element }
    let (layout, bits, sources) = try separated(scan.sources, along: scan.axis, op)
    var state = ScanState(
      block: block, elements: elements, layout: layout, bits: bits, axis: scan.axis,
      isReverse: scan.isReverse, registers: sources)
    for bit in 0..<bits.bitCount { try takeIn(half: bit, &state) }
    for (position, result) in module.results(of: op).enumerated() {
      values[result] = moved(
        state.registers[position], elements[position], from: layout, to: self.layout(of: result))
    }
  }

  /// What a scan works on.
  private struct ScanState {
    let block: BlockID
    let elements: [ElementType]
    let layout: LinearLayout
    let bits: AxisBits
    let axis: Int
    let isReverse: Bool
    /// The registers of each source.
    var registers: [[Register]]

    /// The bits of the register, the lane or the warp that stand below bit `bit` of the coordinate.
    func mask(of side: [Int: Int], below bit: Int) -> Int {
      side.reduce(0) { $1.key < bit ? $0 | 1 << $1.value : $0 }
    }

    /// The index whose bits in `mask` are those of the last element of a half, seen from `index`.
    func last(_ index: Int, mask: Int) -> Int { isReverse ? index & ~mask : index | mask }

    /// The index with bit `bit` as in the half that comes first.
    func first(_ index: Int, bit: Int) -> Int {
      isReverse ? index | 1 << bit : index & ~(1 << bit)
    }

    /// Whether the index lies in the half that comes second.
    func isSecond(_ index: Int, bit: Int) -> Bool { (index >> bit & 1 == 1) != isReverse }
  }

  /// Lets the second halves, as bit `bit` of the coordinate tells them apart, take in the sums of
  /// the first.
  private mutating func takeIn(half bit: Int, _ state: inout ScanState) throws(Diagnostic) {
    let registerMask = state.mask(of: state.bits.registers, below: bit)
    let old = state.registers
    let needsWarps = state.bits.warps.keys.contains { $0 <= bit }
    let fromWarps = needsWarps ? sumsOfWarps(bit, state) : nil
    let isSecond = isInSecondHalf(bit, state)
    for register in old[0].indices {
      if state.layout.firstRegister(holdingSameAs: register) < register { continue }
      var source = state.last(register, mask: registerMask)
      if let own = state.bits.registers[bit] {
        guard state.isSecond(register, bit: own) else { continue }
        source = state.first(source, bit: own)
      }
      let own = old.map { $0[register] }
      var sum = old.map { $0[source] }
      if let fromWarps {
        sum = fromWarps.map { $0[register] }
      } else {
        sum = lastOfLanes(sum, bit, state)
      }
      let joined = try combined(sum, own, state.block)
      for position in joined.indices {
        state.registers[position][register] =
          isSecond.map { select($0, joined[position], own[position]) } ?? joined[position]
      }
    }
    for register in old[0].indices {
      let first = state.layout.firstRegister(holdingSameAs: register)
      guard first < register else { continue }
      for position in state.registers.indices {
        state.registers[position][register] = state.registers[position][first]
      }
    }
  }

  /// Whether the thread's elements lie in the second half; `nil` if that is the registers' matter.
  private mutating func isInSecondHalf(_ bit: Int, _ state: ScanState) -> Register? {
    let place: Int
    if let lane = state.bits.lanes[bit] {
      place = lane
    } else if let warp = state.bits.warps[bit] {
      place = warp + 5
    } else {
      return nil
    }
    let thread = threadIndex()
    let value = builder.compute(
      "and.b32", .bits32, .register(thread), .integer(Int64(1 << place)))
    return builder.compute(
      state.isReverse ? "setp.eq.s32" : "setp.ne.s32", .predicate, .register(value), .integer(0))
  }

  /// What the last lane of the first half holds in registers `own`.
  private mutating func lastOfLanes(
    _ own: [Register], _ bit: Int, _ state: ScanState
  ) -> [Register] {
    let mask = state.mask(of: state.bits.lanes, below: bit)
    let lane = state.bits.lanes[bit]
    guard mask != 0 || lane != nil else { return own }
    var index = laneIndex()
    // The first half's last lane: its own bit of the first half, those below of the end.
    let high = lane.map { 1 << $0 } ?? 0
    let (set, cleared) = state.isReverse ? (high, mask) : (mask, high)
    if cleared != 0 {
      index = builder.compute(
        "and.b32", .bits32, .register(index), .integer(Int64(31 & ~cleared)))
    }
    if set != 0 {
      index = builder.compute("or.b32", .bits32, .register(index), .integer(Int64(set)))
    }
    return own.indices.map {
      shuffled(own[$0], state.elements[$0], mode: "idx", .register(index))
    }
  }

  /// For each source and register, the sum of the first half that other warps hold.
  private mutating func sumsOfWarps(_ bit: Int, _ state: ScanState) -> [[Register]] {
    // The coordinate without the bits up to this one names the pair of halves.
    let pairs = state.layout.droppingLowBits(bit + 1, of: state.axis)
    let memory = LinearLayout.box(
      pairs.shape, order: Array(pairs.shape.indices.reversed()), from: .offset)
    let registerMask = state.mask(of: state.bits.registers, below: bit)
    var threadMask = state.mask(of: state.bits.lanes, below: bit)
    threadMask |= state.mask(of: state.bits.warps, below: bit) << 5
    let own =
      (state.bits.lanes[bit].map { 1 << $0 } ?? 0)
      | (state.bits.warps[bit].map { 1 << ($0 + 5) } ?? 0)
    let thread = threadIndex()
    let tested = builder.compute(
      "and.b32", .bits32, .register(thread), .integer(Int64(threadMask | own)))
    let isLast = builder.compute(
      "setp.eq.s32", .predicate, .register(tested),
      .integer(Int64(state.isReverse ? own : threadMask)))
    let responsible = and(isLast, isResponsible(for: state.layout)) ?? isLast
    let kept = (0..<pairs.inputSize(.register)).filter { register in
      if let place = state.bits.registers[bit], state.isSecond(register, bit: place) {
        return false
      }
      return state.last(register, mask: registerMask) == register
        && state.layout.firstRegister(holdingSameAs: register) == register
    }
    return state.registers.indices.map { position in
      let tile = allocateTile(memory, state.elements[position])
      write(
        state.registers[position], of: kept, heldAs: pairs, to: tile, if: responsible)
      return read(tile, as: pairs)
    }
  }
}

extension LinearLayout {
  /// The layout of a tile whose coordinate along `axis` lacks the lowest `count` bits.
  fileprivate func droppingLowBits(_ count: Int, of axis: Int) -> LinearLayout {
    let sizes = shape
    let columns = matrix.columns.map { column -> UInt64 in
      var indices = outputs.unpacked(column)
      indices[axis] >>= count
      return packed(indices, shape: sizes.enumerated().map { $0 == axis ? $1 >> count : $1 })
    }
    let extents = outputs.enumerated().map { position, extent in
      position == axis ? Extent(extent.dimension, bitCount: extent.bitCount - count) : extent
    }
    return LinearLayout(
      inputs: inputs, outputs: extents,
      matrix: BitMatrix(
        rowCount: extents.reduce(0) { $0 + $1.bitCount }, columns: columns))
  }

  private func packed(_ indices: [Int], shape: [Int]) -> UInt64 {
    var result: UInt64 = 0
    var start = 0
    for (index, size) in zip(indices, shape) {
      result |= UInt64(index) << UInt64(start)
      start += size.trailingZeroBitCount
    }
    return result
  }
}

extension [Extent] {
  /// The index for each extent that one number holds.
  fileprivate func unpacked(_ number: UInt64) -> [Int] {
    var rest = number
    return map { extent in
      defer { rest >>= UInt64(extent.bitCount) }
      return Int(rest & ((1 << UInt64(extent.bitCount)) - 1))
    }
  }
}
