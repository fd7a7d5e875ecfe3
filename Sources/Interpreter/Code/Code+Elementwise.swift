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
