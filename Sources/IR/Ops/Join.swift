/// `%r = tt.join %lhs, %rhs : from -> to`
///
/// Puts two tiles side by side along a new last dimension of extent 2.
public struct Join: Operation {
  public static let opcode = Opcode.join
  public static let info = OpInfo(
    "tt.join", operands: 2...2, traits: .pure, declaredBy: Join.self)

  public var lhs, rhs: ValueID
  public var type: Type

  public init(lhs: ValueID, rhs: ValueID, type: Type) {
    (self.lhs, self.rhs, self.type) = (lhs, rhs, type)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    lhs = module.operand(0, of: op)
    rhs = module.operand(1, of: op)
    type = module.resultType(of: op)
  }

  public var draft: OpDraft { OpDraft(.join, operands: [lhs, rhs], results: [type]) }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let (first, second) = (module.type(of: lhs), module.type(of: rhs))
    guard first.isTensor, first == second,
      let shape = first.shape.inserting(2, at: first.rank)
    else { return report("cannot join \(first) and \(second), expected tensors of one type") }
    let expected = first.with(shape: shape)
    if type != expected { report("result has type \(type), expected \(expected)") }
  }
}
