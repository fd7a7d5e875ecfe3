/// `%r = tt.clampf %x, %min, %max, propagateNan = none : type`
public struct Clamp: Operation {
  public static let opcode = Opcode.clampf
  public static let propagationAttribute = "propagateNan"
  public static let info = OpInfo(
    "tt.clampf", operands: 3...3, traits: [.pure, .elementwise],
    attributes: [.required(propagationAttribute, .enumeration(NaNPropagation.self))],
    declaredBy: Clamp.self)

  public var source, minimum, maximum: ValueID
  public var propagation: NaNPropagation
  public var type: Type

  public init(
    source: ValueID, minimum: ValueID, maximum: ValueID, propagation: NaNPropagation, type: Type
  ) {
    (self.source, self.minimum, self.maximum) = (source, minimum, maximum)
    (self.propagation, self.type) = (propagation, type)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    source = module.operand(0, of: op)
    minimum = module.operand(1, of: op)
    maximum = module.operand(2, of: op)
    propagation = module.keyword(Self.propagationAttribute, of: op, default: .none)
    type = module.resultType(of: op)
  }

  public var draft: OpDraft {
    OpDraft(
      .clampf, operands: [source, minimum, maximum], results: [type],
      attributes: [Self.propagationAttribute: propagation.attribute])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    if !type.isFloat { report("cannot clamp \(type), expected float elements") }
    for operand in [source, minimum, maximum] where module.type(of: operand) != type {
      report("operand has type \(module.type(of: operand)), expected \(type)")
    }
  }
}
