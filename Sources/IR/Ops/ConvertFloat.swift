/// `%r = tt.fp_to_fp %source, rounding = rtne : from -> to`
///
/// A conversion between floats that `arith.extf` and `arith.truncf` do not cover: those of 8 bits
/// and those with a rounding of their own.
public struct ConvertFloat: Operation {
  public static let opcode = Opcode.fpToFp
  public static let roundingAttribute = "rounding"
  public static let info = OpInfo(
    "tt.fp_to_fp", operands: 1...1, traits: [.pure, .elementwise],
    attributes: [.optional(roundingAttribute, .enumeration(RoundingMode.self))],
    declaredBy: ConvertFloat.self)

  public var source: ValueID
  public var rounding: RoundingMode?
  public var type: Type

  public init(source: ValueID, rounding: RoundingMode?, type: Type) {
    (self.source, self.rounding, self.type) = (source, rounding, type)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    source = module.operand(0, of: op)
    let raw = module.attribute(Self.roundingAttribute, of: op)?.integerValue
    rounding = raw.flatMap { Int32(exactly: $0) }.flatMap { RoundingMode(rawValue: $0) }
    type = module.resultType(of: op)
  }

  public var draft: OpDraft {
    OpDraft(
      .fpToFp, operands: [source], results: [type],
      attributes: [Self.roundingAttribute: rounding?.attribute])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let from = module.type(of: source)
    guard from.isFloat, type.isFloat, from.shape == type.shape else {
      return report("cannot convert \(from) to \(type), expected floats of one shape")
    }
    let (fromWidth, toWidth) = (from.scalar!.bitWidth, type.scalar!.bitWidth)
    if toWidth < fromWidth, rounding == nil {
      report(
        "cannot convert \(from) to \(type), expected 'rounding = rtne' or 'rounding = rtz'")
    }
    if toWidth > fromWidth, rounding != nil {
      report("has a rounding, expected none to convert \(from) to \(type)")
    }
  }
}
