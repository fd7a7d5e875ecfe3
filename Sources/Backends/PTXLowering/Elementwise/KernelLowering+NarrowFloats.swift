import IR
import PTX
import Support

/// Arithmetic on floats of 8 and 16 bits.
extension KernelLowering {
  /// A float operation on elements of `type`, which has fewer than 32 bits.
  mutating func narrowElement(
    _ op: OpID, _ operands: [Register], _ type: ScalarType
  ) throws(Diagnostic) -> Register {
    switch module.opcode(of: op) {
    case .negf: return signChanged(operands[0], type, "xor.b16", signBit(type))
    case .absf: return signChanged(operands[0], type, "and.b16", signBit(type) - 1)
    case .fma: return narrowMultiplyAdd(operands, type)
    case .divf, .sqrt:
      // Approximations that are good enough for 32 bits could fall on the wrong side of a tie.
      let wide = operands.map { Operand.register(widened($0, from: type)) }
      let text = module.opcode(of: op) == .divf ? "div.rn.f32" : "sqrt.rn.f32"
      return narrowed(builder.compute(text, .float32, wide), to: type, .nearest)
    default:
      let wide = operands.map { widened($0, from: type) }
      return narrowed(try floatElement(op, wide, .f32), to: type, .nearest)
    }
  }

  /// A product and a sum, rounded once.
  private mutating func narrowMultiplyAdd(_ operands: [Register], _ type: ScalarType) -> Register {
    if type.bitWidth == 16 {
      return builder.compute(
        "fma.rn.\(type.name)", .bits16, operands.map { Operand.register($0) })
    }
    // In 64 bits the sum of a number of 8 bits and a product of two is exact: its bits are worth
    // from 2^-32 to 2^32, and of the terms only one can be that small and one that large.
    let wide = operands.map {
      Operand.register(convertedFloat($0, from: type, to: .f64, .nearest))
    }
    let sum = builder.compute("fma.rn.f64", .float64, wide)
    return convertedFloat(sum, from: .f64, to: type, .nearest)
  }

  /// `value` after the instruction `text` on its bits; where minus zero is NaN, zero and NaN stay.
  private mutating func signChanged(
    _ value: Register, _ type: ScalarType, _ text: String, _ mask: Int64
  ) -> Register {
    let changed = builder.compute(text, .bits16, .register(value), .integer(mask))
    guard type.floatFormat?.specialValues == .nanIsMinusZero else { return changed }
    let magnitude = builder.compute(
      "and.b16", .bits16, .register(value), .integer(signBit(type) - 1))
    let isZero = builder.compute(
      "setp.eq.s16", .predicate, .register(magnitude), .integer(0))
    return select(isZero, value, changed)
  }

  private func signBit(_ type: ScalarType) -> Int64 { 1 << Int64(type.bitWidth - 1) }
}
