import IR

extension Module {
  /// How often the loop `op` runs its body, if its bounds and step are constants.
  ///
  /// - Returns: `nil` also where the step is not positive, which gives a loop no meaning.
  func tripCount(of op: OpID) -> UInt64? {
    guard let loop = view(op, as: For.self), let step = constantInteger(loop.step), step > 0,
      let (lower, upper) = orderedBounds(of: loop, withoutSign: comparesUnsigned(op))
    else { return nil }
    return lower < upper ? (upper - lower - 1) / UInt64(step) + 1 : 0
  }

  /// The constant bounds of `loop` as numbers whose order is that in which the loop sees them.
  private func orderedBounds(
    of loop: For, withoutSign: Bool
  ) -> (lower: UInt64, upper: UInt64)? {
    guard let lower = constantInteger(loop.lower), let upper = constantInteger(loop.upper),
      let width = type(of: loop.lower).scalar?.bitWidth
    else { return nil }
    let bits = [lower, upper].map { UInt64(bitPattern: $0) }
    if withoutSign { return (bits[0].truncated(to: width), bits[1].truncated(to: width)) }
    let sign: UInt64 = 1 << 63
    return (bits[0] ^ sign, bits[1] ^ sign)
  }

  /// The loop `op` compares its bounds as numbers without sign.
  func comparesUnsigned(_ op: OpID) -> Bool { attribute("unsignedCmp", of: op) != nil }
}
