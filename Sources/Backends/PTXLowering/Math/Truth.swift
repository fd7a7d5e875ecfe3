import PTX

/// A truth value in a formula.
struct Truth {
  /// The formula that it stands in.
  let formula: Formula
  /// The predicate that holds it.
  let register: Register

  /// The truth value that `register` holds.
  init(_ formula: Formula, _ register: Register) {
    (self.formula, self.register) = (formula, register)
  }

  private func made(_ text: String, _ operands: Operand...) -> Truth {
    Truth(formula, formula.builder.compute(text, .predicate, operands))
  }

  static func && (lhs: Truth, rhs: Truth) -> Truth {
    lhs.made("and.pred", .register(lhs.register), .register(rhs.register))
  }
  static func || (lhs: Truth, rhs: Truth) -> Truth {
    lhs.made("or.pred", .register(lhs.register), .register(rhs.register))
  }
  static func ^ (lhs: Truth, rhs: Truth) -> Truth {
    lhs.made("xor.pred", .register(lhs.register), .register(rhs.register))
  }
  static prefix func ! (value: Truth) -> Truth {
    value.made("not.pred", .register(value.register))
  }

  /// One or zero, of 32 bits.
  var number: Whole {
    Whole(
      formula,
      formula.compute("selp.b32", .bits32, .integer(1), .integer(0), .register(register)), 32)
  }
}
