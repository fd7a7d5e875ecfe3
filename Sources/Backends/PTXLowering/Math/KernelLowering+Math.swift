import IR
import PTX
import Support

/// The functions of the `math` dialect. `AccuracyTable` says how far off they are.
extension KernelLowering {
  /// A function of floats of `type`; those of 8 and 16 bits are computed in 32.
  mutating func mathElement(
    _ op: OpID, _ operands: [Register], _ type: ScalarType
  ) throws(Diagnostic) -> Register {
    let opcode = module.opcode(of: op)
    guard type == .f32 || type == .f64 else {
      let wide = operands.map { widened($0, from: type) }
      return narrowed(try mathElement(op, wide, .f32), to: type, .nearest)
    }
    let savesRegisters = fillsRegisters(module.result(of: op))
    let result = writing { formula -> Real? in
      let x = formula.real(operands[0])
      switch opcode {
      case .exp:
        return x.isWide
          ? x.exponential() : x.fastExponential(savesRegisters: savesRegisters)
      case .exp2: return x.isWide ? x.exponentialOfTwo : x.approximated("ex2")
      case .log: return x.isWide ? x.logarithm : x.singleLogarithm
      case .log2: return x.isWide ? x.logarithmToTwo : x.singleLogarithmToTwo
      case .sin: return x.sine
      case .cos: return x.cosine
      case .erf: return x.isWide ? x.errorFunction : x.singleErrorFunction
      case .rsqrt: return x.isWide ? 1 / x.squareRoot : x.approximated("rsqrt")
      case .remf: return x.remainder(dividingBy: formula.real(operands[1]))
      default: return nil
      }
    }
    guard let result else { throw cannotLower(op) }
    return result.register
  }

  /// What `body` writes as a formula.
  mutating func writing<Result>(_ body: (Formula) -> Result) -> Result {
    let formula = Formula()
    swap(&formula.builder, &builder)
    let result = body(formula)
    for table in formula.tables.sorted(by: { $0.name < $1.name })
    where !constants.contains(where: { $0.name == table.name }) {
      constants.append(table.variable)
    }
    swap(&formula.builder, &builder)
    return result
  }
}
