import IR

extension Module {
  /// How often the loop `op` runs its body, if its bounds and step are constants.
  ///
  /// - Returns: `nil` also where the step is not positive, which gives a loop no meaning.
  func tripCount(of op: OpID) -> UInt64? {
    guard let loop = view(op, as: For.self), let step = constantInteger(loop.step), step > 0,
      let lower = constantInteger(loop.lower), let upper = constantInteger(loop.upper)
    else { return nil }
    let isBelow = comparesUnsigned(op)
      ? constantBits(loop.lower)! < constantBits(loop.upper)! : lower < upper
    guard isBelow else { return 0 }
    let distance = UInt64(bitPattern: upper &- lower)
      .truncated(to: comparesUnsigned(op) ? type(of: loop.lower).scalar!.bitWidth : 64)
    return (distance - 1) / UInt64(step) + 1
  }

  /// The loop `op` compares its bounds as numbers without sign.
  func comparesUnsigned(_ op: OpID) -> Bool { attribute("unsignedCmp", of: op) != nil }
}
