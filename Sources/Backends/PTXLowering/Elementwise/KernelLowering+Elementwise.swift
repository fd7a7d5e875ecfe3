import IR
import PTX
import Support

extension KernelLowering {
  /// Writes an operation that computes each element from those at the same place.
  mutating func lowerElementwise(_ op: OpID) throws(Diagnostic) {
    let result = module.result(of: op)
    let operands = module.operands(of: op).map { registers(of: $0) }
    if module.type(of: result).element == nil {
      return try lowerWholeValue(op, operands)
    }
    var elements: [Register] = []
    elements.reserveCapacity(registerCount(of: result))
    let firsts = firstEqualRegisters(of: result)
    let distances = comparedDistances(
      op, operands, count: firsts.map { Set($0).count } ?? registerCount(of: result))
    let dividesByShared = dividesByShared(op, operands)
    for index in 0..<registerCount(of: result) {
      if let first = firsts?[index], first < index {
        elements.append(elements[first])
        continue
      }
      if let distances {
        elements.append(compared(distances, at: index))
        continue
      }
      // A scalar operand of an operation on tiles, such as the condition of a select, is one.
      let sources = operands.map { $0.count == 1 ? $0[0] : $0[index] }
      elements.append(
        dividesByShared ? quotient(sources[0], sources[1]) : try element(of: op, sources))
    }
    values[result] = elements
  }

  /// A choice between values that are not numbers, or another name for one.
  private mutating func lowerWholeValue(
    _ op: OpID, _ operands: [[Register]]
  ) throws(Diagnostic) {
    guard module.opcode(of: op) == .select else {
      values[module.result(of: op)] = operands.first
      return
    }
    let parts = zip(operands[1], operands[2]).map { ($0, $1) }
    values[module.result(of: op)] = parts.map { select(operands[0][0], $0, $1) }
  }

  /// One element of the result of `op`, from one of each operand.
  mutating func element(of op: OpID, _ operands: [Register]) throws(Diagnostic) -> Register {
    let source = module.type(of: module.operand(0, of: op)).element ?? .scalar(.i32)
    let target = module.resultType(of: op).element ?? .scalar(.i32)
    switch module.opcode(of: op) {
    case .addi, .subi, .muli, .divsi, .divui, .remsi, .remui, .andi, .ori, .xori, .shli, .shrsi,
      .shrui, .minsi, .minui, .maxsi, .maxui, .mulhiui, .absi:
      return integerElement(module.opcode(of: op), operands, width: source.bitWidth)
    case .cmpi:
      return comparedIntegers(
        CompareInteger(reading: op, of: module).predicate, operands, width: source.bitWidth)
    case .addf, .subf, .mulf, .divf, .remf, .negf, .minimumf, .maximumf, .minnumf, .maxnumf,
      .floor, .ceil, .sqrt, .rsqrt, .absf, .fma, .preciseSqrt, .preciseDivf, .exp, .exp2, .log,
      .log2, .sin, .cos, .erf:
      guard let scalar = source.scalar else { throw cannotLower(op) }
      return try floatElement(op, operands, scalar)
    case .clampf:
      guard let scalar = source.scalar else { throw cannotLower(op) }
      return try clamped(op, operands, scalar)
    case .cmpf:
      guard let scalar = source.scalar else { throw cannotLower(op) }
      return try comparedFloats(
        CompareFloat(reading: op, of: module).predicate, operands, scalar, op)
    case .select: return select(operands[0], operands[1], operands[2])
    case .addptr: return addedPointer(op, operands)
    case .externElementwise: return try libraryElement(op, operands)
    case .intToPtr, .ptrToInt: return operands[0]
    default: return try converted(op, operands[0], from: source, to: target)
    }
  }

  /// `whenTrue` or `whenFalse`, of one class.
  mutating func select(
    _ condition: Register, _ whenTrue: Register, _ whenFalse: Register
  ) -> Register {
    if whenTrue == whenFalse { return whenTrue }
    let registerClass = whenTrue.registerClass
    guard registerClass == .predicate else {
      return builder.compute(
        "selp.\(registerClass.moveType)", registerClass, .register(whenTrue),
        .register(whenFalse), .register(condition))
    }
    let taken = builder.compute(
      "and.pred", .predicate, .register(condition), .register(whenTrue))
    let negation = builder.compute("not.pred", .predicate, .register(condition))
    let other = builder.compute(
      "and.pred", .predicate, .register(negation), .register(whenFalse))
    return builder.compute("or.pred", .predicate, .register(taken), .register(other))
  }

  private mutating func addedPointer(_ op: OpID, _ operands: [Register]) -> Register {
    let addition = AddPointer(reading: op, of: module)
    let width = module.type(of: addition.offset).element?.bitWidth ?? 32
    let size = module.type(of: addition.pointer).element?.pointer?.target.byteWidth ?? 1
    if width == 32 {
      // One instruction that multiplies, widens and adds.
      return builder.compute(
        "mad.wide.s32", .bits64, .register(operands[1]), .integer(Int64(size)),
        .register(operands[0]))
    }
    let offset = extended(operands[1], from: width, to: 64, isSigned: true)
    if size == 1 {
      return builder.compute(
        "add.s64", .bits64, .register(operands[0]), .register(offset))
    }
    return builder.compute(
      "mad.lo.s64", .bits64, .register(offset), .integer(Int64(size)), .register(operands[0]))
  }
}
