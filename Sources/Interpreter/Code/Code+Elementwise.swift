import Arithmetic
import IR
import Support

extension Code {
  /// What an elementwise operation does; `nil` for other operations.
  func decodeElementwise(
    _ op: OpID, _ module: borrowing Module
  ) -> ElementwiseOperation? {
    let opcode = module.opcode(of: op)
    let operands = module.operands(of: op)
    guard let first = operands.first, let element = module.type(of: first).element else {
      return nil
    }
    let width = element.bitWidth
    if let operation = IntegerOperation(opcode) { return .integer(operation, width: width) }
    if let format = element.scalar?.floatFormat {
      if let operation = FloatOperation(opcode) { return .float(operation, format) }
      if let function = FloatFunction(opcode) { return .floatFunction(function, format) }
      if opcode == .fma { return .multiplyAdd(format) }
      if let comparison = module.view(op, as: CompareFloat.self) {
        return .compareFloats(FloatPredicate(comparison.predicate), format)
      }
      if let clamp = module.view(op, as: Clamp.self) {
        return .clamp(format, propagatesNaN: clamp.propagation == .all)
      }
    }
    if let comparison = module.view(op, as: CompareInteger.self) {
      return .compareIntegers(IntegerPredicate(comparison.predicate), width: width)
    }
    if opcode == .absi { return .absoluteInteger(width: width) }
    if opcode == .select { return .select }
    if let addition = module.view(op, as: AddPointer.self) {
      return .addPointer(
        offsetWidth: module.type(of: addition.offset).element?.bitWidth ?? 32,
        elementSize: element.pointer?.target.byteWidth ?? 1)
    }
    return decodeConversion(op, from: element, module).map { .convert($0) }
  }

  private func decodeConversion(
    _ op: OpID, from source: ElementType, _ module: borrowing Module
  ) -> Conversion? {
    guard module.resultCount(of: op) == 1, let target = module.resultType(of: op).element else {
      return nil
    }
    let (from, to) = (source.scalar?.floatFormat, target.scalar?.floatFormat)
    switch module.opcode(of: op) {
    case .extsi: return .signExtend(from: source.bitWidth, to: target.bitWidth)
    case .extui, .arithBitcast, .bitcast, .intToPtr, .ptrToInt: return .reinterpret
    case .trunci: return .truncate(to: target.bitWidth)
    case .extf, .truncf:
      guard let from, let to else { return nil }
      return .float(from: from, to: to, .nearestEven, saturating: to.bitWidth == 8)
    case .fpToFp:
      guard let from, let to else { return nil }
      let isTruncation = module.view(op, as: ConvertFloat.self)?.rounding == .towardZero
      // Rounding to nearest saturates in the 8-bit formats; cutting bits off keeps infinity.
      return .float(
        from: from, to: to, isTruncation ? .towardZero : .nearestEven,
        saturating: to.bitWidth == 8 && !isTruncation)
    case .sitofp: return to.map { .fromSigned(width: source.bitWidth, $0) }
    case .uitofp: return to.map { .fromUnsigned($0) }
    case .fptosi: return from.map { .toSigned($0, width: target.bitWidth) }
    case .fptoui: return from.map { .toUnsigned($0, width: target.bitWidth) }
    default: return nil
    }
  }
}

extension IntegerOperation {
  init?(_ opcode: Opcode) {
    switch opcode {
    case .addi: self = .add
    case .subi: self = .subtract
    case .muli: self = .multiply
    case .mulhiui: self = .multiplyHighUnsigned
    case .divsi: self = .divideSigned
    case .divui: self = .divideUnsigned
    case .remsi: self = .remainderSigned
    case .remui: self = .remainderUnsigned
    case .andi: self = .and
    case .ori: self = .or
    case .xori: self = .xor
    case .shli: self = .shiftLeft
    case .shrsi: self = .shiftRightSigned
    case .shrui: self = .shiftRightUnsigned
    case .minsi: self = .minimumSigned
    case .minui: self = .minimumUnsigned
    case .maxsi: self = .maximumSigned
    case .maxui: self = .maximumUnsigned
    default: return nil
    }
  }
}

extension FloatOperation {
  init?(_ opcode: Opcode) {
    switch opcode {
    case .addf: self = .add
    case .subf: self = .subtract
    case .mulf: self = .multiply
    case .divf, .preciseDivf: self = .divide
    case .remf: self = .remainder
    case .minimumf: self = .minimum
    case .maximumf: self = .maximum
    case .minnumf: self = .minimumNumber
    case .maxnumf: self = .maximumNumber
    default: return nil
    }
  }
}

extension FloatFunction {
  init?(_ opcode: Opcode) {
    switch opcode {
    case .negf: self = .negate
    case .absf: self = .absolute
    case .floor: self = .floor
    case .ceil: self = .ceil
    case .exp: self = .exp
    case .exp2: self = .exp2
    case .log: self = .log
    case .log2: self = .log2
    case .sin: self = .sin
    case .cos: self = .cos
    case .erf: self = .erf
    case .sqrt, .preciseSqrt: self = .squareRoot
    case .rsqrt: self = .reciprocalSquareRoot
    default: return nil
    }
  }
}

extension IntegerPredicate {
  init(_ predicate: CompareInteger.Predicate) {
    switch predicate {
    case .eq: self = .equal
    case .ne: self = .notEqual
    case .slt: self = .signedLess
    case .sle: self = .signedLessOrEqual
    case .sgt: self = .signedGreater
    case .sge: self = .signedGreaterOrEqual
    case .ult: self = .unsignedLess
    case .ule: self = .unsignedLessOrEqual
    case .ugt: self = .unsignedGreater
    case .uge: self = .unsignedGreaterOrEqual
    }
  }
}

extension FloatPredicate {
  init(_ predicate: CompareFloat.Predicate) {
    switch predicate {
    case .alwaysFalse: self = .alwaysFalse
    case .oeq: self = .equal
    case .ogt: self = .greater
    case .oge: self = .greaterOrEqual
    case .olt: self = .less
    case .ole: self = .lessOrEqual
    case .one: self = .notEqual
    case .ord: self = .ordered
    case .ueq: self = .equalOrUnordered
    case .ugt: self = .greaterOrUnordered
    case .uge: self = .greaterOrEqualOrUnordered
    case .ult: self = .lessOrUnordered
    case .ule: self = .lessOrEqualOrUnordered
    case .une: self = .notEqualOrUnordered
    case .uno: self = .unordered
    case .alwaysTrue: self = .alwaysTrue
    }
  }
}
