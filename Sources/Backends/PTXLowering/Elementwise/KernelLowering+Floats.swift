import IR
import PTX
import Support

/// Float arithmetic. Types of 8 and 16 bits compute in 32 bits and are rounded a second time, which
/// for sums, products, quotients and square roots is the same as once, for 24 bits are at least two
/// more than twice their precision (Figueroa, "When is double rounding innocuous?", 1995).
extension KernelLowering {
  /// A float operation on elements of `type`.
  mutating func floatElement(
    _ op: OpID, _ operands: [Register], _ type: ScalarType
  ) throws(Diagnostic) -> Register {
    switch module.opcode(of: op) {
    case .exp, .exp2, .log, .log2, .sin, .cos, .erf, .remf, .rsqrt:
      return try mathElement(op, operands, type)
    default: break
    }
    guard type == .f32 || type == .f64 else { return try narrowElement(op, operands, type) }
    let suffix = type == .f32 ? "f32" : "f64"
    let registerClass = type.registerClass
    let sources = operands.map { Operand.register($0) }
    func text(_ stem: String) -> String { "\(stem).\(suffix)" }
    switch module.opcode(of: op) {
    // Rounded by itself, so that no assembler joins a product and a sum into one rounding.
    case .addf: return builder.compute(text("add.rn"), registerClass, sources)
    case .subf: return builder.compute(text("sub.rn"), registerClass, sources)
    case .mulf: return builder.compute(text("mul.rn"), registerClass, sources)
    case .fma: return builder.compute(text("fma.rn"), registerClass, sources)
    case .divf:
      return builder.compute(text(type == .f32 ? "div.full" : "div.rn"), registerClass, sources)
    case .preciseDivf: return builder.compute(text("div.rn"), registerClass, sources)
    case .sqrt:
      return builder.compute(
        text(type == .f32 ? "sqrt.approx" : "sqrt.rn"), registerClass, sources)
    case .preciseSqrt: return builder.compute(text("sqrt.rn"), registerClass, sources)
    case .negf: return builder.compute(text("neg"), registerClass, sources)
    case .absf: return builder.compute(text("abs"), registerClass, sources)
    case .floor: return builder.compute("cvt.rmi.\(suffix).\(suffix)", registerClass, sources)
    case .ceil: return builder.compute("cvt.rpi.\(suffix).\(suffix)", registerClass, sources)
    case .minnumf: return builder.compute(text("min"), registerClass, sources)
    case .maxnumf: return builder.compute(text("max"), registerClass, sources)
    case .minimumf: return extremum("min", operands, type)
    case .maximumf: return extremum("max", operands, type)
    default: throw cannotLower(op)
    }
  }

  /// The smaller or larger of two numbers, NaN if one of them is.
  mutating func extremum(_ stem: String, _ operands: [Register], _ type: ScalarType) -> Register {
    if type == .f32 { return pair("\(stem).NaN.f32", operands) }
    let number = pair("\(stem).f64", operands)
    let isNaN = builder.compute(
      "setp.nan.f64", .predicate, .register(operands[0]), .register(operands[1]))
    let nan = constant(0x7FF8_0000_0000_0000, .f64)
    return select(isNaN, nan, number)
  }

  /// A number moved between two bounds.
  mutating func clamped(
    _ op: OpID, _ operands: [Register], _ type: ScalarType
  ) throws(Diagnostic) -> Register {
    guard type == .f32 || type == .f64 else {
      let wide = operands.map { widened($0, from: type) }
      return narrowed(try clamped(op, wide, .f32), to: type, .nearest)
    }
    let suffix = type == .f32 ? "f32" : "f64"
    if Clamp(reading: op, of: module).propagation == .all {
      return extremum(
        "min", [extremum("max", [operands[0], operands[1]], type), operands[2]], type)
    }
    let raised = pair("max.\(suffix)", [operands[0], operands[1]])
    return pair("min.\(suffix)", [raised, operands[2]])
  }

  /// Whether `predicate` holds for two floats.
  mutating func comparedFloats(
    _ predicate: CompareFloat.Predicate, _ operands: [Register], _ type: ScalarType, _ op: OpID
  ) throws(Diagnostic) -> Register {
    guard type == .f32 || type == .f64 else {
      let wide = operands.map { widened($0, from: type) }
      return try comparedFloats(predicate, wide, .f32, op)
    }
    guard let comparison = predicate.comparison else {
      return truth(predicate == .alwaysTrue)
    }
    return builder.compute(
      "setp.\(comparison).\(type == .f32 ? "f32" : "f64")", .predicate, .register(operands[0]),
      .register(operands[1]))
  }
}

extension CompareFloat.Predicate {
  /// The word of `setp` (PTX ISA, "Floating-Point Comparisons"); `nil` for what compares nothing.
  fileprivate var comparison: String? {
    switch self {
    case .alwaysFalse, .alwaysTrue: nil
    case .oeq: "eq"
    case .ogt: "gt"
    case .oge: "ge"
    case .olt: "lt"
    case .ole: "le"
    case .one: "ne"
    case .ord: "num"
    case .ueq: "equ"
    case .ugt: "gtu"
    case .uge: "geu"
    case .ult: "ltu"
    case .ule: "leu"
    case .une: "neu"
    case .uno: "nan"
    }
  }
}
