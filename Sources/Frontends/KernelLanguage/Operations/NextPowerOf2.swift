/// The least power of two that is not less than `value`; 1 if that is not positive.
///
/// Triton: `triton.next_power_of_2`
public func nextPowerOf2(_ value: Int) -> Int {
  value <= 1 ? 1 : 1 << (Int.bitWidth - (value - 1).leadingZeroBitCount)
}
