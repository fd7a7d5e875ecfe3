/// The product of layouts and its inverses, the quotients.
extension LinearLayout {
  /// The layout that repeats `lhs` in the pattern of `rhs`.
  ///
  /// An input or output of both has the bits of `lhs` below those of `rhs`. Inputs and outputs are
  /// those of `lhs` in order, then those that only `rhs` has.
  public static func * (lhs: LinearLayout, rhs: LinearLayout) -> LinearLayout {
    let inputs = lhs.inputs.joined(with: rhs.inputs) {
      lhs.inputs.bitCount(of: $0) + rhs.inputs.bitCount(of: $0)
    }
    let outputs = lhs.outputs.joined(with: rhs.outputs) {
      lhs.outputs.bitCount(of: $0) + rhs.outputs.bitCount(of: $0)
    }
    let low = FieldMap(from: lhs.outputs, to: outputs)
    let high = FieldMap(from: rhs.outputs, to: outputs) { lhs.outputs.bitCount(of: $0) }
    let columns = inputs.flatMap { input in
      lhs.columns(of: input.dimension).map { low($0) }
        + rhs.columns(of: input.dimension).map { high($0) }
    }
    return LinearLayout(
      inputs: inputs, outputs: outputs,
      matrix: BitMatrix(rowCount: outputs.bitCount, columns: columns))
  }

  /// The layout *q* with `self == divisor * q`, or nil if this one does not repeat `divisor`.
  ///
  /// An instruction that moves a tile of the shape `divisor` can move this layout, and *q* says
  /// where its instances are. Inputs and outputs of *q* are those of this layout, possibly of size
  /// 1.
  public func dividedOnLeft(by divisor: LinearLayout) -> LinearLayout? {
    quotient(by: divisor, isLow: true)
  }

  /// The layout *q* with `self == q * divisor`, or nil if `divisor` is not the pattern in which
  /// this one repeats something.
  public func dividedOnRight(by divisor: LinearLayout) -> LinearLayout? {
    quotient(by: divisor, isLow: false)
  }
}

extension LinearLayout {
  /// The quotient by a divisor that has the low or the high bits of this layout.
  fileprivate func quotient(by divisor: LinearLayout, isLow: Bool) -> LinearLayout? {
    guard inputs.covers(divisor.inputs), outputs.covers(divisor.outputs) else { return nil }
    let rest = inputs.less(divisor.inputs)
    let image = outputs.less(divisor.outputs)
    let divisorFields = FieldMap(from: divisor.outputs, to: outputs) {
      isLow ? 0 : image.bitCount(of: $0)
    }
    let quotientOffset = { (output: Dimension) in
      isLow ? divisor.outputs.bitCount(of: output) : 0
    }
    // Where the bits of the quotient lie, as packed outputs of this layout.
    let restore = FieldMap(from: image, to: outputs, offset: quotientOffset)
    let own = restore(.lowBits(image.bitCount))
    let extract = BitMatrix(
      rowCount: outputs.bitCount,
      columns: (0..<image.bitCount).map { restore(1 << UInt64($0)) }
    ).pseudoInverse

    var columns: [UInt64] = []
    for input in inputs {
      let all = self.columns(of: input.dimension)
      let divisorColumns = divisor.columns(of: input.dimension)
      let divided = isLow ? all.prefix(divisorColumns.count) : all.suffix(divisorColumns.count)
      guard divided.elementsEqual(divisorColumns.map { divisorFields($0) }) else { return nil }
      let kept =
        isLow ? all.dropFirst(divisorColumns.count) : all.dropLast(divisorColumns.count)
      guard kept.allSatisfy({ $0 & ~own == 0 }) else { return nil }
      columns += kept.map { extract($0) }
    }
    return LinearLayout(
      inputs: rest, outputs: image,
      matrix: BitMatrix(rowCount: image.bitCount, columns: columns))
  }
}

extension [Extent] {
  /// Whether each of `others` that has bits is one of these, with at least as many.
  fileprivate func covers(_ others: [Extent]) -> Bool {
    others.allSatisfy { $0.bitCount <= bitCount(of: $0.dimension) }
  }

  /// These with as many bits less as `others` have.
  fileprivate func less(_ others: [Extent]) -> [Extent] {
    map { Extent($0.dimension, bitCount: $0.bitCount - others.bitCount(of: $0.dimension)) }
  }
}
