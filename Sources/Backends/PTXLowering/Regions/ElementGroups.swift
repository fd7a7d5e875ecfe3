import IR
import Layouts
import PTX
import Support

extension KernelLowering {
  /// The registers of a tile in groups of `count` elements that are neighbours in row-major order.
  ///
  /// - Returns: indices of registers; nil if neighbours are in different threads.
  func rowMajorGroups(of layout: LinearLayout?, count: Int) -> [[Int]]? {
    guard let layout else { return count == 1 ? [[0]] : nil }
    let distinct = (0..<layout.inputSize(.register)).filter {
      layout.firstRegister(holdingSameAs: $0) == $0
    }
    if count == 1 { return distinct.map { [$0] } }
    let mask = UInt64(count - 1)
    guard layout.threadColumns.allSatisfy({ rowMajor($0, layout) & mask == 0 }) else {
      return nil
    }
    let images = registerImages(of: layout)
    var registers: [UInt64: Int] = [:]
    for register in distinct { registers[rowMajor(images[register], layout)] = register }
    var groups: [[Int]] = []
    for register in distinct {
      let first = rowMajor(images[register], layout)
      guard first & mask == 0 else { continue }
      let group = (0..<UInt64(count)).compactMap { registers[first + $0] }
      if group.count < count { return nil }
      groups.append(group)
    }
    return groups
  }

  /// The place in row-major order of packed coordinates.
  private func rowMajor(_ packed: UInt64, _ layout: LinearLayout) -> UInt64 {
    var rest = packed
    var coordinates: [Dimension: (value: UInt64, size: UInt64)] = [:]
    for extent in layout.outputs {
      let size = UInt64(extent.size)
      coordinates[extent.dimension] = (rest & (size - 1), size)
      rest /= size
    }
    return layout.outputs.indices.reduce(0) { place, axis in
      guard let (value, size) = coordinates[.axis(axis)] else { return place }
      return place * size + value
    }
  }

  /// One register for each register of `layout`, from those of the elements that groups name.
  func ungrouped(
    _ results: [Int: Register], of layout: LinearLayout?
  ) -> [Register] {
    guard let layout else { return [results[0]].compactMap { $0 } }
    return (0..<layout.inputSize(.register)).compactMap {
      results[layout.firstRegister(holdingSameAs: $0)]
    }
  }
}
