/// `%r = tt.cat %lhs, %rhs : from -> to`
///
/// The elements of two one-dimensional tiles in one, in an order that nothing may depend on.
public struct Cat: Operation {
  public static let opcode = Opcode.cat
  public static let info = OpInfo(
    "tt.cat", operands: 2...2, traits: .pure, declaredBy: Cat.self)

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

  public var draft: OpDraft { OpDraft(.cat, operands: [lhs, rhs], results: [type]) }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let (first, second) = (module.type(of: lhs), module.type(of: rhs))
    guard first.isTensor, first == second, first.rank == 1,
      let shape = Shape([2 * first.shape[0]])
    else {
      return report(
        "cannot concatenate \(first) and \(second), expected one-dimensional tensors of one type")
    }
    let expected = first.with(shape: shape)
    if type != expected { report("result has type \(type), expected \(expected)") }
  }
}
