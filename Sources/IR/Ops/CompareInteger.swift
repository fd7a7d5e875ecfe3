/// `%r = arith.cmpi slt, %lhs, %rhs : type`
public struct CompareInteger: Operation {
  public static let opcode = Opcode.cmpi
  public static let predicateAttribute = "predicate"
  public static let info = OpInfo(
    "arith.cmpi", operands: 2...2, traits: [.pure, .elementwise],
    attributes: [.required(predicateAttribute, .any)], declaredBy: CompareInteger.self)

  /// What is asked of two integers: `s…` reads them with a sign, `u…` without.
  public enum Predicate: Int32, KeywordAttribute {
    case eq = 0, ne, slt, sle, sgt, sge, ult, ule, ugt, uge

    public var keyword: String { "\(self)" }
  }

  public var predicate: Predicate
  public var lhs, rhs: ValueID
  public var type: Type

  /// - Parameter type: the type of the result: `i1`, or a tile of it.
  public init(_ predicate: Predicate, lhs: ValueID, rhs: ValueID, type: Type) {
    (self.predicate, self.lhs, self.rhs, self.type) = (predicate, lhs, rhs, type)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    predicate = module.keyword(Self.predicateAttribute, of: op, default: .eq)
    lhs = module.operand(0, of: op)
    rhs = module.operand(1, of: op)
    type = module.resultType(of: op)
  }

  public var draft: OpDraft {
    OpDraft(
      .cmpi, operands: [lhs, rhs], results: [type],
      attributes: [Self.predicateAttribute: .integer(Int64(predicate.rawValue), .i64)])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    verifyComparison(of: .integer, Predicate.self, op, in: module, report: report)
  }
}
