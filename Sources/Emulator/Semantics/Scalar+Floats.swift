import Arithmetic
import PTX

extension Scalar {
  /// The result of an operation on floats of one format; nil if it is none.
  static func float(
    _ operation: LaneOperation, _ format: FloatFormat, _ instruction: DecodedInstruction,
    _ a: UInt64, _ b: UInt64, _ c: UInt64
  ) -> UInt64? {
    let modifiers = instruction.modifiers
    var (a, b, c) = (a, b, c)
    if modifiers.contains(.flush) {
      (a, b, c) = (flushBits(a, format), flushBits(b, format), flushBits(c, format))
    }
    guard
      var result = arithmetic(operation, format, instruction.rounding, a, b, c)
        ?? signs(operation, format, modifiers, a, b)
        ?? approximate(operation, format, a, b)
    else { return nil }
    if modifiers.contains(.flush) { result = flushBits(result, format) }
    if modifiers.contains(.saturate) { result = saturate(result, format) }
    if modifiers.contains(.relu) { result = relu(result, format) }
    return result
  }

  /// `bits` with a subnormal number turned into zero of the same sign.
  static func flushBits(_ bits: UInt64, _ format: FloatFormat) -> UInt64 {
    let magnitude = bits & ~format.signBit
    let smallest = UInt64(1) << UInt64(format.mantissaBits + format.carrierShift)
    return magnitude < smallest ? bits & format.signBit : bits
  }

  /// `bits` clamped to 0...1, zero for a NaN.
  static func saturate(_ bits: UInt64, _ format: FloatFormat) -> UInt64 {
    let value = format.decode(bits)
    if !(value > 0) { return 0 }
    return value > 1 ? format.one : bits
  }

  /// `bits`, zero for a negative number, the canonical NaN for a NaN.
  static func relu(_ bits: UInt64, _ format: FloatFormat) -> UInt64 {
    if format.isNaN(bits) { return format.canonicalNaN ?? bits }
    return format.isNegative(bits) ? 0 : bits
  }

  private static func arithmetic(
    _ operation: LaneOperation, _ format: FloatFormat, _ rounding: FloatRounding, _ a: UInt64,
    _ b: UInt64, _ c: UInt64
  ) -> UInt64? {
    let isNearest = rounding == .nearestEven
    switch operation {
    case .floatAdd:
      return isNearest
        ? FloatArithmetic.add(a, b, format)
        : FloatArithmetic.add(a, b, format, rounding: rounding)
    case .floatSub:
      return isNearest
        ? FloatArithmetic.subtract(a, b, format)
        : FloatArithmetic.subtract(a, b, format, rounding: rounding)
    case .floatMul:
      return isNearest
        ? FloatArithmetic.multiply(a, b, format)
        : FloatArithmetic.multiply(a, b, format, rounding: rounding)
    case .floatFMA:
      return isNearest
        ? FloatArithmetic.multiplyAdd(a, b, c, format)
        : FloatArithmetic.multiplyAdd(a, b, c, format, rounding: rounding)
    case .floatDiv:
      return isNearest
        ? FloatArithmetic.divide(a, b, format)
        : FloatArithmetic.divide(a, b, format, rounding: rounding)
    case .floatReciprocal:
      return FloatArithmetic.divide(format.one, a, format, rounding: rounding)
    case .floatSquareRoot: return FloatArithmetic.squareRoot(a, format, rounding: rounding)
    default: return nil
    }
  }

  private static func signs(
    _ operation: LaneOperation, _ format: FloatFormat, _ modifiers: DecodedInstruction.Modifiers,
    _ a: UInt64, _ b: UInt64
  ) -> UInt64? {
    switch operation {
    case .floatAbs:
      // A NaN may become any NaN; those without a register class become the canonical one.
      return a & ~format.signBit
    case .floatNeg: return a ^ format.signBit
    case .copySign: return (b & ~format.signBit) | (a & format.signBit)
    case .floatMin, .floatMax:
      let isMin = operation == .floatMin
      guard modifiers.contains(.xorSign) else {
        return extremum(isMin, format, modifiers.contains(.propagateNaN), a, b)
      }
      // The magnitudes are compared; the sign is that of the product.
      let result = extremum(
        isMin, format, modifiers.contains(.propagateNaN), a & ~format.signBit,
        b & ~format.signBit)
      if format.isNaN(result) { return result }
      return (result & ~format.signBit) | ((a ^ b) & format.signBit)
    default: return nil
    }
  }

  private static func extremum(
    _ isMin: Bool, _ format: FloatFormat, _ propagatesNaN: Bool, _ a: UInt64, _ b: UInt64
  ) -> UInt64 {
    switch (isMin, propagatesNaN) {
    case (true, true): FloatArithmetic.minimum(a, b, format)
    case (true, false): FloatArithmetic.minimumNumber(a, b, format)
    case (false, true): FloatArithmetic.maximum(a, b, format)
    case (false, false): FloatArithmetic.maximumNumber(a, b, format)
    }
  }
}
