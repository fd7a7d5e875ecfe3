import IR
import PTX
import Passes

/// Tiles that are divided by numbers which several of their elements share, such as the sum of a row.
extension KernelLowering {
  /// Whether `op`, whose operands are `operands`, is such a quotient, and there are registers left.
  func dividesByShared(_ op: OpID, _ operands: [[Register]]) -> Bool {
    let result = module.result(of: op)
    guard module.opcode(of: op) == .divf, module.type(of: result).element == .scalar(.f32),
      !fillsRegisters(result)
    else { return false }
    let divisors = operands[1]
    let changes = zip(divisors, divisors.dropFirst()).count { $0 != $1 }
    return divisors.count >= 2 * (changes + 1)
  }

  /// Whether the tile `value` takes so many of a thread's registers that few are left for what is
  /// computed on the way: then it is measured faster to hold conditions in predicates.
  func fillsRegisters(_ value: ValueID) -> Bool {
    registerCount(of: value)
      > RegisterBudget.forTiles(
        warpCount: options.warpCount, maximumRegisters: options.maximumRegisters)
  }

  /// What `div.full.f32` computes, with the same bits: the product with the reciprocal, both numbers
  /// scaled where that would be subnormal or infinite.
  ///
  /// Written out, it has no predicates, of which there are few, and for numbers that are divided by
  /// the same one all is computed once but two products.
  mutating func quotient(_ dividend: Register, _ divisor: Register) -> Register {
    let magnitude = builder.compute("abs.f32", .float32, .register(divisor))
    let isLarge = builder.compute(
      "setp.gt.f32", .predicate, .register(magnitude), .number(0x1p126))
    let isSmall = builder.compute(
      "setp.lt.f32", .predicate, .register(magnitude), .number(0x1p-126))
    let unlessLarge = builder.compute(
      "selp.f32", .float32, .number(0x1p24),
      .number(1), .register(isSmall))
    let scale = builder.compute(
      "selp.f32", .float32, .number(0.25), .register(unlessLarge),
      .register(isLarge))
    let scaled = builder.compute("mul.rn.f32", .float32, .register(divisor), .register(scale))
    let reciprocal = builder.compute("rcp.approx.ftz.f32", .float32, .register(scaled))
    let part = builder.compute("mul.rn.f32", .float32, .register(dividend), .register(scale))
    return builder.compute("mul.rn.f32", .float32, .register(part), .register(reciprocal))
  }
}

extension Operand {
  fileprivate static func number(_ value: Float) -> Operand { .float32(bits: value.bitPattern) }
}
