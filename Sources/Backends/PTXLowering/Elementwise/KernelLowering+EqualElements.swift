import IR
import Layouts
import Passes

extension KernelLowering {
  /// For each register of the tile `value` the first whose element is known to be equal, as where the
  /// same comparison masks a whole run of elements; `nil` if none is.
  mutating func firstEqualRegisters(of value: ValueID) -> [Int]? {
    guard let layout = layouts[value], let facts = axes().facts(of: value) else { return nil }
    // An element is equal to all of its run, whose places differ in the lowest bits along an axis.
    var (runs, start) = (UInt64(0), 0)
    for (axis, extent) in layout.shape.enumerated() {
      runs |= UInt64(min(facts.constancy(axis), extent) - 1) << UInt64(start)
      start += extent.trailingZeroBitCount
    }
    guard runs != 0 else { return nil }
    var firsts: [UInt64: Int] = [:]
    return registerImages(of: layout).enumerated().map { index, image in
      let first = firsts[image & ~runs, default: index]
      firsts[image & ~runs] = first
      return first
    }
  }
}
