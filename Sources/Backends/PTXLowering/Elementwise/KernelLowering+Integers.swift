import IR
import PTX

/// Integer arithmetic. A number of 8 bits is computed in 16, extended first where the upper byte
/// matters; one bit is a predicate.
extension KernelLowering {
  /// An integer operation on numbers of `width` bits.
  mutating func integerElement(
    _ opcode: Opcode, _ operands: [Register], width: Int
  ) -> Register {
    if width == 1 { return truthElement(opcode, operands) }
    let registerClass = RegisterClass.integers(of: width)
    let bits = registerClass.bitWidth
    switch opcode {
    case .addi: return pair("add.s\(bits)", operands)
    case .subi: return pair("sub.s\(bits)", operands)
    case .muli: return pair("mul.lo.s\(bits)", operands)
    case .andi: return pair("and.b\(bits)", operands)
    case .ori: return pair("or.b\(bits)", operands)
    case .xori: return pair("xor.b\(bits)", operands)
    case .divsi: return pair("div.s\(bits)", extended(operands, width, isSigned: true))
    case .divui: return pair("div.u\(bits)", extended(operands, width, isSigned: false))
    case .remsi: return pair("rem.s\(bits)", extended(operands, width, isSigned: true))
    case .remui: return pair("rem.u\(bits)", extended(operands, width, isSigned: false))
    case .minsi: return pair("min.s\(bits)", extended(operands, width, isSigned: true))
    case .maxsi: return pair("max.s\(bits)", extended(operands, width, isSigned: true))
    case .minui: return pair("min.u\(bits)", extended(operands, width, isSigned: false))
    case .maxui: return pair("max.u\(bits)", extended(operands, width, isSigned: false))
    case .shli: return shifted("shl.b\(bits)", operands[0], by: operands[1], width: width)
    case .shrsi:
      let value = extended(operands[0], from: width, to: bits, isSigned: true)
      return shifted("shr.s\(bits)", value, by: operands[1], width: width)
    case .shrui:
      let value = extended(operands[0], from: width, to: bits, isSigned: false)
      return shifted("shr.u\(bits)", value, by: operands[1], width: width)
    case .mulhiui: return pair("mul.hi.u\(bits)", operands)
    case .absi:
      let value = extended(operands[0], from: width, to: bits, isSigned: true)
      return builder.compute("abs.s\(bits)", registerClass, .register(value))
    default: preconditionFailure("\(opcode) is no integer operation")
    }
  }

  /// The instruction `text` on two registers, with a result of the class of the first.
  mutating func pair(_ text: String, _ operands: [Register]) -> Register {
    builder.compute(
      text, operands[0].registerClass, .register(operands[0]), .register(operands[1]))
  }

  /// `value` of `from` bits as one of `to` bits.
  ///
  /// - Parameter isSigned: whether the highest bit is repeated.
  mutating func extended(
    _ value: Register, from: Int, to: Int, isSigned: Bool
  ) -> Register {
    if from == 1 {
      let target = RegisterClass.integers(of: to)
      return builder.compute(
        "selp.b\(target.bitWidth)", target, .integer(isSigned ? -1 : 1), .integer(0),
        .register(value))
    }
    let sign = isSigned ? "s" : "u"
    let target = RegisterClass.integers(of: to)
    if from == target.bitWidth { return value }
    return builder.compute(
      "cvt.\(sign)\(target.bitWidth).\(sign)\(from)", target, .register(value))
  }

  /// The lowest `to` bits of `value`, which has `from` bits.
  mutating func truncated(_ value: Register, from: Int, to: Int) -> Register {
    let source = RegisterClass.integers(of: from)
    if to == 1 {
      let low = builder.compute(
        "and.b\(source.bitWidth)", source, .register(value), .integer(1))
      return builder.compute(
        "setp.ne.s\(source.bitWidth)", .predicate, .register(low), .integer(0))
    }
    let target = RegisterClass.integers(of: to)
    if source == target { return value }
    return builder.compute(
      "cvt.u\(target.bitWidth).u\(source.bitWidth)", target, .register(value))
  }

  /// Whether `predicate` holds for two numbers of `width` bits.
  mutating func comparedIntegers(
    _ predicate: CompareInteger.Predicate, _ operands: [Register], width: Int
  ) -> Register {
    let name = "\(predicate)"
    let (comparison, isSigned) =
      name.count == 2 ? (name, false) : (String(name.dropFirst()), name.hasPrefix("s"))
    let bits = RegisterClass.integers(of: width == 1 ? 32 : width).bitWidth
    let numbers = operands.map { extended($0, from: width, to: bits, isSigned: isSigned) }
    return builder.compute(
      "setp.\(comparison).\(isSigned ? "s" : "u")\(bits)", .predicate, .register(numbers[0]),
      .register(numbers[1]))
  }

  private mutating func extended(
    _ operands: [Register], _ width: Int, isSigned: Bool
  ) -> [Register] {
    let bits = RegisterClass.integers(of: width).bitWidth
    return operands.map { extended($0, from: width, to: bits, isSigned: isSigned) }
  }

  /// Shifts by at least the width have no meaning in the language; the machine's own are taken.
  private mutating func shifted(
    _ text: String, _ value: Register, by distance: Register, width: Int
  ) -> Register {
    let bits = RegisterClass.integers(of: width).bitWidth
    var amount = extended(distance, from: width, to: bits, isSigned: false)
    if bits == 16 { amount = builder.compute("cvt.u32.u16", .bits32, .register(amount)) }
    if bits == 64 { amount = builder.compute("cvt.u32.u64", .bits32, .register(amount)) }
    return builder.compute(
      text, value.registerClass, .register(value), .register(amount))
  }

  /// Arithmetic modulo 2, and comparisons of truth values as numbers of one bit.
  private mutating func truthElement(_ opcode: Opcode, _ operands: [Register]) -> Register {
    switch opcode {
    case .addi, .subi, .xori: return pair("xor.pred", operands)
    // As numbers with sign, true is -1.
    case .muli, .andi, .minui, .maxsi, .divsi, .divui: return pair("and.pred", operands)
    case .ori, .maxui, .minsi: return pair("or.pred", operands)
    case .absi: return operands[0]
    case .shli, .shrui:
      let negation = builder.compute("not.pred", .predicate, .register(operands[1]))
      return pair("and.pred", [operands[0], negation])
    case .shrsi: return operands[0]
    default: return truth(false)
    }
  }
}

extension RegisterClass {
  /// The registers that hold an integer of `width` bits.
  static func integers(of width: Int) -> RegisterClass {
    switch width {
    case 1: .predicate
    case 2...16: .bits16
    case 17...32: .bits32
    default: .bits64
    }
  }
}
