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
    case .sitofp: return try fromInteger(op, value, source, target, isSigned: true)
    case .uitofp: return try fromInteger(op, value, source, target, isSigned: false)
    case .fptosi: return try toInteger(op, value, source, target, isSigned: true)
    case .fptoui: return try toInteger(op, value, source, target, isSigned: false)
    default:
      guard let from = source.scalar, let to = target.scalar else { throw cannotLower(op) }
      let rounding = module.view(op, as: ConvertFloat.self)?.rounding ?? .nearestEven
      return try convertedFloat(op, value, from: from, to: to, rounding)
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

  /// An integer as the nearest float.
  private mutating func fromInteger(
    _ op: OpID, _ value: Register, _ source: ElementType, _ target: ElementType, isSigned: Bool
  ) throws(Diagnostic) -> Register {
    let bits = max(source.bitWidth == 1 ? 32 : source.bitWidth, 16)
    let number = extended(value, from: source.bitWidth, to: bits, isSigned: isSigned)
    let sign = isSigned ? "s" : "u"
    guard let type = target.scalar else { throw cannotLower(op) }
    switch type {
    case .f16, .f32, .f64:
      return builder.compute(
        "cvt.rn.\(type.name).\(sign)\(bits)", type.registerClass, .register(number))
    default:
      // Through 32 bits a number is rounded twice, as in the reference: its conversions to these
      // types go the same way.
      let wide = builder.compute("cvt.rn.f32.\(sign)\(bits)", .float32, .register(number))
      return try convertedFloat(op, wide, from: .f32, to: type, .nearestEven)
    }
  }

  /// A float without its fraction, as an integer; the nearest one if it does not fit.
  private mutating func toInteger(
    _ op: OpID, _ value: Register, _ source: ElementType, _ target: ElementType, isSigned: Bool
  ) throws(Diagnostic) -> Register {
    guard var type = source.scalar else { throw cannotLower(op) }
    var number = value
    if type != .f32, type != .f64 {
      number = try convertedFloat(op, value, from: type, to: .f32, .nearestEven)
      type = .f32
    }
    let width = max(target.bitWidth, 32)
    let sign = isSigned ? "s" : "u"
    let whole = builder.compute(
      "cvt.rzi.\(sign)\(width).\(type.name)", RegisterClass.integers(of: width),
      .register(number))
    return truncated(whole, from: width, to: target.bitWidth)
  }

  /// A float of type `from` as one of type `to`.
  mutating func convertedFloat(
    _ op: OpID, _ value: Register, from: ScalarType, to: ScalarType, _ rounding: RoundingMode
  ) throws(Diagnostic) -> Register {
    if from == to { return value }
    let mode = rounding == .towardZero ? "rz" : "rn"
    switch (from, to) {
    case (.f16, .f32): return builder.compute("cvt.f32.f16", .float32, .register(value))
    case (.bf16, .f32): return builder.compute("cvt.f32.bf16", .float32, .register(value))
    case (.f32, .f64): return builder.compute("cvt.f64.f32", .float64, .register(value))
    case (.f64, .f32): return builder.compute("cvt.\(mode).f32.f64", .float32, .register(value))
    case (.f16, .f64): return builder.compute("cvt.f64.f16", .float64, .register(value))
    case (.f32, .f16): return builder.compute("cvt.\(mode).f16.f32", .bits16, .register(value))
    case (.f32, .bf16): return builder.compute("cvt.\(mode).bf16.f32", .bits16, .register(value))
    case (.f64, .f16): return builder.compute("cvt.\(mode).f16.f64", .bits16, .register(value))
    default: throw cannotLower(op)
    }
  }
}
