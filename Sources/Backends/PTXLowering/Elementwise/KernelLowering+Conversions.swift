import IR
import PTX
import Support

/// Changes of an element's type.
extension KernelLowering {
  /// An element of `source` as one of `target`, as the conversion `op` says.
  mutating func converted(
    _ op: OpID, _ value: Register, from source: ElementType, to target: ElementType
  ) throws(Diagnostic) -> Register {
    if source == target { return value }
    switch module.opcode(of: op) {
    case .extsi:
      return extended(value, from: source.bitWidth, to: target.bitWidth, isSigned: true)
    case .extui:
      return extended(value, from: source.bitWidth, to: target.bitWidth, isSigned: false)
    case .trunci: return truncated(value, from: source.bitWidth, to: target.bitWidth)
    case .bitcast, .arithBitcast: return reinterpreted(value, from: source, to: target)
    default: break
    }
    guard let from = source.scalar, let to = target.scalar else { throw cannotLower(op) }
    switch module.opcode(of: op) {
    case .sitofp: return fromInteger(value, from, to, isSigned: true)
    case .uitofp: return fromInteger(value, from, to, isSigned: false)
    case .fptosi: return toInteger(value, from, to, isSigned: true)
    case .fptoui: return toInteger(value, from, to, isSigned: false)
    default:
      let isTruncation = module.view(op, as: ConvertFloat.self)?.rounding == .towardZero
      // Rounding to nearest stays finite in formats of 8 bits; cutting bits off keeps infinity.
      let rule: FloatRule =
        isTruncation ? .towardZero : to.bitWidth == 8 ? .nearestFinite : .nearest
      return convertedFloat(value, from: from, to: to, rule)
    }
  }

  /// The same bits as another type.
  mutating func reinterpreted(
    _ value: Register, from source: ElementType, to target: ElementType
  ) -> Register {
    let (from, to) = (source.registerClass, target.registerClass)
    if from == to { return value }
    if from == .predicate || to == .predicate {
      return from == .predicate
        ? extended(value, from: 1, to: target.bitWidth, isSigned: false)
        : truncated(value, from: source.bitWidth, to: 1)
    }
    return builder.compute("mov.b\(from.bitWidth)", to, .register(value))
  }
}
