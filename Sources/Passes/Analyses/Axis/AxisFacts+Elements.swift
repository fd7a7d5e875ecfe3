import IR

extension AxisFacts {
  /// Everything that holds of a constant tile.
  init(of elements: DenseElements) {
    if let bits = elements.splat {
      self.init(constant: bits, type: elements.type)
      return
    }
    self.init(elements.type)
    let count = type.shape.count
    if type.isInteger {
      let numbers = (0..<count).map { elements.element(at: $0).signExtended(from: width) }
      if let lower = numbers.min(), let upper = numbers.max() {
        bounds = IntegerBounds(lower: lower, upper: upper)
      }
    }
    var stride = count
    for index in dimensions.indices {
      stride >>= logExtent(index)
      dimensions[index] = Self.dimension(
        of: elements, stride: stride, logExtent: logExtent(index), width: width)
    }
  }

  /// What holds along the dimension whose neighbours are `stride` elements apart.
  private static func dimension(
    of elements: DenseElements, stride: Int, logExtent: Int, width: Int
  ) -> Dimension {
    let isInteger = elements.type.isInteger
    var known = Dimension(
      logContiguity: isInteger ? logExtent : 0, logConstancy: logExtent)
    for position in 0..<elements.type.shape.count {
      let index = position / stride & (1 << logExtent - 1)
      if index == 0 { continue }
      let (before, here) = (elements.element(at: position - stride), elements.element(at: position))
      // Runs end before an index, so none is longer than what divides the index.
      let limit = index.trailingZeroBitCount
      if before != here { known.logConstancy = min(known.logConstancy, limit) }
      let next = before.signExtended(from: width).addingReportingOverflow(1)
      if next.overflow || next.partialValue != here.signExtended(from: width) {
        known.logContiguity = min(known.logContiguity, limit)
      }
    }
    known.logDivisibility = width
    for position in 0..<elements.type.shape.count
    where position / stride & (1 << known.logContiguity - 1) == 0 {
      let bits = elements.element(at: position)
      known.logDivisibility = min(known.logDivisibility, bits.trailingZeroBitCount)
    }
    return known
  }
}
