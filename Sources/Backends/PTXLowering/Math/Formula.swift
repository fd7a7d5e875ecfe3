import PTX

/// Writes arithmetic in the order in which Swift evaluates it.
///
/// A class, because operators have no place for the builder that they write to: it is here while a
/// formula is being written, and goes back to the lowering afterwards.
final class Formula {
  /// What instructions are written to.
  var builder = FunctionBuilder()
  /// The names of the tables that the formulas written so far read.
  private(set) var tables: Set<ConstantTable> = []

  /// A number in a register.
  func real(_ register: Register) -> Real { Real(self, .register(register)) }

  /// A constant of 64 bits.
  func wide(_ value: Double) -> Real { Real(self, .float64(bits: value.bitPattern)) }

  /// A constant of 32 bits.
  func single(_ value: Float) -> Real { Real(self, .float32(bits: value.bitPattern)) }

  /// An integer in a register.
  func whole(_ register: Register) -> Whole {
    Whole(self, .register(register), register.registerClass.bitWidth)
  }

  /// A constant integer of `width` bits.
  func whole(_ value: Int64, _ width: Int = 32) -> Whole { Whole(self, .integer(value), width) }

  /// The result of an instruction without effects.
  func compute(_ text: String, _ registerClass: RegisterClass, _ operands: Operand...) -> Operand {
    .register(builder.compute(text, registerClass, operands))
  }

  /// The address of `table`, which becomes part of the module.
  func address(of table: ConstantTable) -> Whole {
    tables.insert(table)
    return Whole(self, compute("mov.u64", .bits64, .symbol(table.name)), 64)
  }

  /// What `body` computes in threads in which `condition` holds; `other` in the others.
  ///
  /// The threads of a warp may go apart here.
  func when(_ condition: Truth, else other: [Real], _ body: () -> [Real]) -> [Real] {
    let results = other.map { value in
      let result = builder.makeRegister(value.registerClass)
      builder.emit("mov.\(value.type)", .register(result), value.operand)
      return result
    }
    let end = builder.makeLabel()
    builder.branch(to: end, if: condition.register, isNegated: true, isUniform: false)
    for (result, value) in zip(results, body()) {
      builder.emit("mov.\(value.type)", .register(result), value.operand)
    }
    builder.place(end)
    return results.map { real($0) }
  }

  /// What `step` makes of `value` while the count that it returns is above zero.
  func repeating(
    _ value: Whole, count: Whole, _ step: (Whole, Whole) -> (Whole, Whole)
  ) -> Whole {
    let result = builder.makeRegister(.integers(of: value.width))
    let left = builder.makeRegister(.bits32)
    builder.emit("mov.b\(value.width)", .register(result), value.operand)
    builder.emit("mov.b32", .register(left), count.operand)
    let (start, end) = (builder.makeLabel(), builder.makeLabel())
    builder.place(start)
    let isDone = Whole(self, .register(left), 32) < 1
    builder.branch(to: end, if: isDone.register, isUniform: false)
    let next = step(whole(result), Whole(self, .register(left), 32))
    builder.emit("mov.b\(value.width)", .register(result), next.0.operand)
    builder.emit("mov.b32", .register(left), next.1.operand)
    builder.branch(to: start)
    builder.place(end)
    return whole(result)
  }
}

/// The value that `condition` chooses.
func select(_ condition: Truth, _ whenTrue: Real, _ whenFalse: Real) -> Real {
  whenTrue.made(
    "selp.\(whenTrue.type)", whenTrue.operand, whenFalse.operand, .register(condition.register))
}

/// The value that `condition` chooses.
func select(_ condition: Truth, _ whenTrue: Whole, _ whenFalse: Whole) -> Whole {
  whenTrue.made(
    "selp.b\(whenTrue.width)", whenTrue.operand, whenFalse.operand, .register(condition.register))
}

/// The value that `condition` chooses.
func select(_ condition: Truth, _ whenTrue: Real, _ whenFalse: Double) -> Real {
  select(condition, whenTrue, whenTrue.constant(whenFalse))
}

/// The value that `condition` chooses.
func select(_ condition: Truth, _ whenTrue: Double, _ whenFalse: Real) -> Real {
  select(condition, whenFalse.constant(whenTrue), whenFalse)
}

/// `lhs` · `rhs` + `addend`, rounded once.
func fma(_ lhs: Real, _ rhs: Real, _ addend: Real) -> Real {
  lhs.made("fma.rn.\(lhs.type)", lhs.operand, rhs.operand, addend.operand)
}

/// `lhs` · `rhs` + `addend`, rounded once.
func fma(_ lhs: Real, _ rhs: Double, _ addend: Real) -> Real {
  fma(lhs, lhs.constant(rhs), addend)
}

/// `lhs` · `rhs` + `addend`, rounded once.
func fma(_ lhs: Real, _ rhs: Real, _ addend: Double) -> Real {
  fma(lhs, rhs, lhs.constant(addend))
}

/// `lhs` · `rhs` + `addend`, rounded once.
func fma(_ lhs: Real, _ rhs: Double, _ addend: Double) -> Real {
  fma(lhs, lhs.constant(rhs), lhs.constant(addend))
}

/// The value at `x` of the polynomial with these coefficients, the constant one first.
func polynomial(_ x: Real, _ coefficients: [Double]) -> Real {
  var result = x.constant(coefficients[coefficients.count - 1])
  for coefficient in coefficients.dropLast().reversed() { result = fma(result, x, coefficient) }
  return result
}
