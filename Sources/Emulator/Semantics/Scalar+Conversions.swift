import Arithmetic
import PTX

extension Scalar {
  /// The result of a conversion; nil if the operation is none.
  static func convert(
    _ operation: LaneOperation, _ instruction: DecodedInstruction, _ a: UInt64, _ b: UInt64,
    _ c: UInt64
  ) -> UInt64? {
    let (result, source) = (instruction.type, instruction.sourceType)
    let modifiers = instruction.modifiers
    switch operation {
    case .integerToInteger:
      let value = extend(a, source)
      return modifiers.contains(.saturate)
        ? extend(clamp(value, isSigned: source.isSigned, to: result), result)
        : extend(value, result)
    case .floatToInteger: return floatToInteger(instruction, a)
    case .integerToFloat:
      let format = format(result)
      let value = extend(a, source)
      let bits =
        source.isSigned
        ? FloatConversion.fromSigned(value, width: 64, to: format, rounding: instruction.rounding)
        : FloatConversion.fromUnsigned(value, to: format, rounding: instruction.rounding)
      return modifiers.contains(.saturate) ? saturate(bits, format) : bits
    case .floatToFloat: return floatToFloat(instruction, a, format(source), format(result))
    case .floatToIntegral:
      let format = format(source)
      let input = modifiers.contains(.flush) ? flushBits(a, format) : a
      let value = format.decode(input).rounded(instruction.rounding.integerRule)
      let bits = value.isNaN ? format.canonicalNaN ?? 0 : format.encode(value)
      return modifiers.contains(.saturate) ? saturate(bits, format) : bits
    case .packFloats:
      // The first source becomes the upper half.
      let format = format(result)
      return floatToFloat(instruction, a, .f32, format) << 16
        | floatToFloat(instruction, b, .f32, format)
    case .pairToFloat8:
      let format = format(result)
      if instruction.value == 2 {
        return floatToFloat(instruction, a, .f32, format) << 8
          | floatToFloat(instruction, b, .f32, format)
      }
      return floatToFloat(instruction, a >> 16 & 0xFFFF, .f16, format) << 8
        | floatToFloat(instruction, a & 0xFFFF, .f16, format)
    case .float8ToPair:
      let format = format(source)
      return floatToFloat(instruction, a >> 8 & 0xFF, format, .f16) << 16
        | floatToFloat(instruction, a & 0xFF, format, .f16)
    case .packIntegers16:
      let high = clamp(extend(a, .s32), isSigned: true, to: result) & 0xFFFF
      return high << 16 | clamp(extend(b, .s32), isSigned: true, to: result) & 0xFFFF
    case .packIntegers8:
      let high = clamp(extend(a, .s32), isSigned: true, to: result) & 0xFF
      let low = clamp(extend(b, .s32), isSigned: true, to: result) & 0xFF
      return (c << 16 | high << 8 | low) & 0xFFFF_FFFF
    default: return nil
    }
  }

  /// A value of 64 bits moved into the range of `type`.
  static func clamp(_ value: UInt64, isSigned: Bool, to type: PTXType) -> UInt64 {
    let width = type.bitWidth
    if isSigned {
      let signed = Int64(bitPattern: value)
      if type.isSigned {
        let largest = Int64(bitPattern: IntegerArithmetic.signedMaximum(width))
        return UInt64(bitPattern: min(max(signed, -largest - 1), largest))
      }
      return signed < 0 ? 0 : min(value, IntegerArithmetic.mask(width))
    }
    return min(
      value,
      type.isSigned ? IntegerArithmetic.signedMaximum(width) : IntegerArithmetic.mask(width))
  }

  private static func floatToInteger(_ instruction: DecodedInstruction, _ a: UInt64) -> UInt64 {
    let format = format(instruction.sourceType)
    let input = instruction.modifiers.contains(.flush) ? flushBits(a, format) : a
    let (type, rounding) = (instruction.type, instruction.rounding)
    let bits =
      type.isSigned
      ? FloatConversion.toSigned(input, from: format, width: type.bitWidth, rounding: rounding)
      : FloatConversion.toUnsigned(input, from: format, width: type.bitWidth, rounding: rounding)
    return extend(bits, type)
  }

  static func floatToFloat(
    _ instruction: DecodedInstruction, _ a: UInt64, _ source: FloatFormat, _ result: FloatFormat
  ) -> UInt64 {
    let modifiers = instruction.modifiers
    // Subnormal numbers are flushed where they are 32-bit ones (PTX ISA, "cvt").
    let isFlushing = modifiers.contains(.flush)
    let input = isFlushing && source == .f32 ? flushBits(a, source) : a
    var bits: UInt64
    if source.isNaN(input) {
      bits = result.canonicalNaN ?? 0
    } else {
      bits = FloatConversion.convert(
        input, from: source, to: result, rounding: instruction.rounding,
        saturating: modifiers.contains(.saturateFinite))
    }
    if isFlushing, result == .f32 { bits = flushBits(bits, result) }
    if modifiers.contains(.saturate) { bits = saturate(bits, result) }
    if modifiers.contains(.relu) { bits = relu(bits, result) }
    return bits
  }
}
