import IR

/// Conversions of the eight-bit float with four bits of exponent and the bias 15, which the module
/// holds as `i8`. Its bits are those of an `f16` without the first of the exponent and the last seven
/// of the fraction.
extension TileBuilder {
  /// The floats whose bits the `i8` elements of `operand` are, as `f16`; exact.
  public mutating func decodeFloat8E4B15(_ operand: Operand) throws(SemanticError) -> Operand {
    guard operand.scalar == .i8 else {
      throw SemanticError("convert: has \(operand.typeName), expected i8 elements")
    }
    let byte = try convert(
      Operand(operand.value, operand.type, isUnsigned: true), to: .i16, isUnsigned: true)
    let sign = try binary(.shiftLeft, binary(.and, byte, half(0x80)), half(8))
    let magnitude = try binary(.shiftLeft, binary(.and, byte, half(0x7F)), half(7))
    return try bitcast(binary(.or, sign, magnitude), to: .f16)
  }

  /// The numbers of `operand` as `i8` elements that hold the bits of the nearest floats; ties go away
  /// from zero. Magnitudes above 1.75, and what is no number, become 1.75.
  public mutating func encodeFloat8E4B15(_ operand: Operand) throws(SemanticError) -> Operand {
    // Towards zero first, so that only one rounding is to the nearest.
    let source = operand.scalar ?? .f32
    let wide = source.isFloat && source.bitWidth >= 32 ? operand : try convert(operand, to: .f32)
    let float = source == .f16 ? operand : try convert(wide, to: .f16, rounding: .towardZero)
    let bits = try bitcast(float, to: .i16, isUnsigned: true)
    let magnitude = try binary(
      .minimum(.none), binary(.and, bits, half(0x7FFF)), half(0x3F00))
    let doubled = try binary(.add, binary(.shiftLeft, magnitude, half(1)), half(0x80))
    let sign = try binary(.shiftRight, binary(.and, bits, half(0x8000)), half(8))
    let byte = try binary(.or, sign, binary(.shiftRight, doubled, half(8)))
    return try convert(byte, to: .i8)
  }

  private mutating func half(_ bits: UInt64) -> Operand {
    constant(bits: bits, type: .scalar(.i16), isUnsigned: true)
  }
}
