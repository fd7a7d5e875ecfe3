extension Block {
  /// 2 to the power of a float in each lane: the same bits as `Scalar` computes one by one.
  ///
  /// A polynomial is near enough to tell the nearest float unless the power lies almost halfway
  /// between two; there, and where the result is subnormal, `Scalar` decides.
  func exponentiate(
    _ instruction: UnsafeMutablePointer<DecodedInstruction>, _ lanes: Lanes, isFlushing: Bool
  ) {
    let source = lanes.registers + Int(instruction.pointee.a)
    let values = source.assumingMemoryBound(to: SIMD4<Float>.self)
    let (target, isWhole) = (lanes.registers + Int(instruction.pointee.result), lanes.mask == .max)
    let results = (isWhole ? target : scratch).assumingMemoryBound(to: SIMD4<Float>.self)
    for group in 0..<8 {
      let values = values[group]
      var (result, isDoubtful) = Self.exponential2(values)
      if isDoubtful {
        for lane in 0..<4 {
          result[lane] = Self.exponential2(values[lane], isFlushing: isFlushing)
        }
      }
      results[group] = result
    }
    if isWhole { return }
    lanes.forEachLane { lane in
      lanes.write32(
        instruction.pointee.result, lane,
        scratch.load(fromByteOffset: lane * 4, as: UInt32.self))
    }
  }

  private static func exponential2(_ value: Float, isFlushing: Bool) -> Float {
    let bits = UInt64(value.bitPattern)
    let input = isFlushing ? Scalar.flushBits(bits, .f32) : bits
    let result = Scalar.approximate(.exponential2, .f32, input, 0) ?? 0
    return Float(
      bitPattern: UInt32(
        truncatingIfNeeded: isFlushing ? Scalar.flushBits(result, .f32) : result))
  }

  /// The powers, and whether one of them is in doubt.
  @inline(__always)
  private static func exponential2(
    _ values: SIMD4<Float>
  ) -> (results: SIMD4<Float>, isDoubtful: Bool) {
    // No NaN, and every power is a normal number.
    let magnitudes = unsafeBitCast(values, to: SIMD4<Int32>.self) & .max
    if all(magnitudes .<= SIMD4(repeating: Int32(bitPattern: Float(125).bitPattern))) {
      let power = power(values)
      return (SIMD4<Float>(power), any(isHalfway(power)))
    }
    // Outside of these bounds the floats are zero and infinity.
    let bounded = values.replacing(with: -160, where: values .< -160)
      .replacing(with: 160, where: values .> 160)
    let power = power(bounded)
    let result = SIMD4<Float>(power)
    let isSubnormal = (result .< 0x1p-125) .& (result .> 0)
    let isNaN = result .!= result
    return (
      result.replacing(with: Float(bitPattern: 0x7FFF_FFFF), where: isNaN),
      any(isHalfway(power) .| isSubnormal)
    )
  }

  /// The powers, wrong by less than 2^-38 of them.
  @inline(__always)
  private static func power(_ values: SIMD4<Float>) -> SIMD4<Double> {
    // Adding 1.5 * 2^52 rounds to an integer and leaves it in the lowest bits.
    let x = SIMD4<Double>(values)
    let shifted = x + 0x1.8p52
    // The polynomial is for numbers between -0.5 and 0.5.
    let rest = x - (shifted - 0x1.8p52)
    let (square, fourth) = (rest * rest, rest * rest * (rest * rest))
    let low = rest * 0x1.62e42fef9cc69p-1 + 1
    let middle = rest * 0x1.c6b08da70cce3p-5 + 0x1.ebfbdff82a734p-3
    let high = rest * 0x1.5d877598350dep-10 + 0x1.3b2ab70ad2565p-7
    let highest = rest * 0x1.00c0e4e15189cp-16 + 0x1.4308c7183d6a2p-13
    let upper = high + highest * square + fourth * 0x1.63b2d7971923fp-20
    let exponent = unsafeBitCast(shifted, to: SIMD4<UInt64>.self) &<< 52
    return (low + middle * square + upper * fourth)
      * unsafeBitCast(exponent &+ 0x3FF0_0000_0000_0000, to: SIMD4<Double>.self)
  }

  /// Whether the error may decide which float is the nearest one: of the 29 bits that a float does
  /// not have it changes the lowest 15.
  @inline(__always)
  private static func isHalfway(_ power: SIMD4<Double>) -> SIMDMask<SIMD4<Int32>> {
    let lost = unsafeBitCast(power, to: SIMD8<UInt32>.self).evenHalf & 0x1FFF_FFFF
    return lost &- (0x1000_0000 - 0x8000) .<= 0x1_0000
  }
}
