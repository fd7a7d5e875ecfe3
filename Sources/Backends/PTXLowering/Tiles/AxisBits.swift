import Layouts

/// Which bits of a thread's registers, lane and warp move along one axis of a tile.
///
/// Only for layouts in which every bit moves along at most one axis, by a power of two of its own,
/// as in all that come from boxes.
struct AxisBits {
  /// Bits of the register that move along the axis, by the bit of the coordinate.
  private(set) var registers: [Int: Int] = [:]
  /// Bits of the lane that move along the axis, by the bit of the coordinate.
  private(set) var lanes: [Int: Int] = [:]
  /// Bits of the warp that move along the axis, by the bit of the coordinate.
  private(set) var warps: [Int: Int] = [:]
  /// How many bits the coordinate has.
  let bitCount: Int

  /// The bits of `layout` that move along `axis`; `nil` if a bit moves along several axes, or two
  /// bits move by the same distance.
  init?(of layout: LinearLayout, along axis: Int) {
    bitCount = layout.shape[axis].trailingZeroBitCount
    guard let registers = Self.bits(of: .register, layout, axis),
      let lanes = Self.bits(of: .lane, layout, axis),
      let warps = Self.bits(of: .warp, layout, axis),
      registers.count + lanes.count + warps.count == bitCount
    else { return nil }
    (self.registers, self.lanes, self.warps) = (registers, lanes, warps)
    let all = Set(registers.keys).union(lanes.keys).union(warps.keys)
    guard all == Set(0..<bitCount) else { return nil }
  }

  private static func bits(
    of input: Dimension, _ layout: LinearLayout, _ axis: Int
  ) -> [Int: Int]? {
    var result: [Int: Int] = [:]
    for bit in 0..<layout.columns(of: input).count {
      let basis = layout.basis(of: input, bit: bit)
      guard basis[axis] != 0 else { continue }
      let isAlone = basis.indices.allSatisfy { $0 == axis || basis[$0] == 0 }
      guard isAlone, basis[axis].nonzeroBitCount == 1 else { return nil }
      let position = basis[axis].trailingZeroBitCount
      guard result[position] == nil else { return nil }
      result[position] = bit
    }
    return result
  }

  /// The registers' bits as a mask.
  var registerMask: Int { registers.values.reduce(0) { $0 | 1 << $1 } }
}
