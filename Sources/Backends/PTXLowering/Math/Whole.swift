import PTX

/// An integer of 32 or 64 bits in a formula. Operators wrap around.
struct Whole {
  /// The formula that it stands in.
  let formula: Formula
  /// The register or constant.
  let operand: Operand
  /// How many bits it has.
  let width: Int

  /// The number of `width` bits that `operand` holds.
  init(_ formula: Formula, _ operand: Operand, _ width: Int) {
    (self.formula, self.operand, self.width) = (formula, operand, width)
  }

  /// The register that holds it.
  var register: Register {
    if case .register(let register) = operand { return register }
    return formula.builder.compute("mov.b\(width)", .integers(of: width), operand)
  }

  /// A constant of the same width.
  func constant(_ value: Int64) -> Whole { Whole(formula, .integer(value), width) }

  /// The result of an instruction that has the same width.
  func made(_ text: String, _ operands: Operand...) -> Whole {
    Whole(
      formula, .register(formula.builder.compute(text, .integers(of: width), operands)), width)
  }

  static func + (lhs: Whole, rhs: Whole) -> Whole {
    lhs.made("add.s\(lhs.width)", lhs.operand, rhs.operand)
  }
  static func - (lhs: Whole, rhs: Whole) -> Whole {
    lhs.made("sub.s\(lhs.width)", lhs.operand, rhs.operand)
  }
  static func * (lhs: Whole, rhs: Whole) -> Whole {
    lhs.made("mul.lo.s\(lhs.width)", lhs.operand, rhs.operand)
  }
  static func & (lhs: Whole, rhs: Whole) -> Whole {
    lhs.made("and.b\(lhs.width)", lhs.operand, rhs.operand)
  }
  static func | (lhs: Whole, rhs: Whole) -> Whole {
    lhs.made("or.b\(lhs.width)", lhs.operand, rhs.operand)
  }
  static func ^ (lhs: Whole, rhs: Whole) -> Whole {
    lhs.made("xor.b\(lhs.width)", lhs.operand, rhs.operand)
  }
  static prefix func ~ (value: Whole) -> Whole { value.made("not.b\(value.width)", value.operand) }
  static func + (lhs: Whole, rhs: Int64) -> Whole { lhs + lhs.constant(rhs) }
  static func - (lhs: Whole, rhs: Int64) -> Whole { lhs - lhs.constant(rhs) }
  static func * (lhs: Whole, rhs: Int64) -> Whole { lhs * lhs.constant(rhs) }
  static func & (lhs: Whole, rhs: Int64) -> Whole { lhs & lhs.constant(rhs) }
  static func | (lhs: Whole, rhs: Int64) -> Whole { lhs | lhs.constant(rhs) }
  static func << (lhs: Whole, rhs: Int64) -> Whole {
    lhs.made("shl.b\(lhs.width)", lhs.operand, .integer(rhs))
  }
  /// Moves bits down; those that come in are zero.
  static func >> (lhs: Whole, rhs: Int64) -> Whole {
    lhs.made("shr.u\(lhs.width)", lhs.operand, .integer(rhs))
  }
  /// Moves bits down; those that come in are the sign.
  func shiftedWithSign(_ distance: Int64) -> Whole {
    made("shr.s\(width)", operand, .integer(distance))
  }
  /// Moves bits up by a number of 32 bits.
  func up(_ distance: Whole) -> Whole { made("shl.b\(width)", operand, distance.operand) }
  /// Moves bits down by a number of 32 bits; those that come in are zero.
  func down(_ distance: Whole) -> Whole { made("shr.u\(width)", operand, distance.operand) }

  /// Whether the relation that `setp` calls `word` holds, for numbers with sign or without.
  func compared(_ word: String, _ other: Whole, isSigned: Bool = true) -> Truth {
    let text = "setp.\(word).\(isSigned ? "s" : "u")\(width)"
    return Truth(
      formula, formula.builder.compute(text, .predicate, operand, other.operand))
  }
  static func < (lhs: Whole, rhs: Int64) -> Truth { lhs.compared("lt", lhs.constant(rhs)) }
  static func > (lhs: Whole, rhs: Int64) -> Truth { lhs.compared("gt", lhs.constant(rhs)) }
  static func == (lhs: Whole, rhs: Int64) -> Truth { lhs.compared("eq", lhs.constant(rhs)) }
}

/// Functions that are one instruction.
extension Whole {
  /// The smaller number, as numbers with sign.
  func atMost(_ other: Int64) -> Whole { made("min.s\(width)", operand, .integer(other)) }
  /// The larger number, as numbers with sign.
  func atLeast(_ other: Int64) -> Whole { made("max.s\(width)", operand, .integer(other)) }
  /// The bits as a float of the same width.
  var real: Real {
    let registerClass: RegisterClass = width == 64 ? .float64 : .float32
    return Real(formula, formula.compute("mov.b\(width)", registerClass, operand))
  }
  /// The nearest float of 64 bits.
  var wide: Real { Real(formula, formula.compute("cvt.rn.f64.s\(width)", .float64, operand)) }
  /// The nearest float of 64 bits of the number without sign.
  var unsignedWide: Real {
    Real(formula, formula.compute("cvt.rn.f64.u\(width)", .float64, operand))
  }
  /// The nearest float of 32 bits.
  var single: Real { Real(formula, formula.compute("cvt.rn.f32.s\(width)", .float32, operand)) }
  /// The number in 64 bits, its sign repeated.
  var extended: Whole {
    Whole(formula, formula.compute("cvt.s64.s32", .bits64, operand), 64)
  }
  /// The lower 32 bits.
  var low: Whole {
    Whole(formula, formula.compute("cvt.u32.u64", .bits32, operand), 32)
  }
}
