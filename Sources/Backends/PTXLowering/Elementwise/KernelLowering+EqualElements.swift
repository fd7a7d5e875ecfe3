import IR
import Layouts
import Passes

extension KernelLowering {
  /// For each register of the tile `value` the first whose element is known to be equal, as where the
  /// same comparison masks a whole run of elements; `nil` if none is.
  mutating func firstEqualRegisters(of value: ValueID) -> [Int]? {
    guard let layout = layouts[value], let facts = axes(.wraps).facts(of: value) else { return nil }
    let runs = (0..<layout.rank).reduce(UInt64(0)) { runs, axis in
      runs | layout.runMask(facts.constancy(axis), along: axis)
    }
    guard runs != 0 else { return nil }
    var firsts: [Int: Int] = [:]
    return registerImages(of: layout).enumerated().map { index, image in
      let run = Int(image & ~runs)
      let first = firsts[run, default: index]
      firsts[run] = first
      return first
    }
  }
}
