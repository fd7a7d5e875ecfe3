/// `%r = arith.cmpf olt, %lhs, %rhs : type`
public struct CompareFloat: Operation {
  public static let opcode = Opcode.cmpf
  public static let predicateAttribute = "predicate"
  public static let info = OpInfo(
    "arith.cmpf", operands: 2...2, traits: [.pure, .elementwise],
    attributes: [.required(predicateAttribute, .any)], declaredBy: CompareFloat.self)

  /// `o…` is false and `u…` is true if an operand is NaN.
  public enum Predicate: Int32, KeywordAttribute {
    case alwaysFalse = 0
    case oeq, ogt, oge, olt, ole, one, ord, ueq, ugt, uge, ult, ule, une, uno
    case alwaysTrue

    public var keyword: String {
      switch self {
      case .alwaysFalse: "false"
      case .alwaysTrue: "true"
      default: "\(self)"
      }
    }
  }

  public var predicate: Predicate
  public var lhs, rhs: ValueID
  public var type: Type

  /// - Parameter type: the type of the result: `i1`, or a tile of it.
  public init(_ predicate: Predicate, lhs: ValueID, rhs: ValueID, type: Type) {
    (self.predicate, self.lhs, self.rhs, self.type) = (predicate, lhs, rhs, type)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    predicate = module.keyword(Self.predicateAttribute, of: op, default: .alwaysFalse)
    lhs = module.operand(0, of: op)
    rhs = module.operand(1, of: op)
    type = module.resultType(of: op)
  }

  public var draft: OpDraft {
    OpDraft(
      .cmpf, operands: [lhs, rhs], results: [type],
      attributes: [Self.predicateAttribute: .integer(Int64(predicate.rawValue), .i64)])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    verifyComparison(of: .float, Predicate.self, op, in: module, report: report)
  }
}

extension Operation {
  /// The rules that integer and float comparisons share.
  func verifyComparison<Predicate: KeywordAttribute>(
    of kind: ElementKind, _ predicate: Predicate.Type, _ op: OpID, in module: borrowing Module,
    report: (String) -> Void
  ) {
    let raw = module.attribute(CompareFloat.predicateAttribute, of: op)?.integerValue
    if !(raw.map { Predicate.names($0) } ?? false) {
      report("predicate must be one of \(Predicate.keywords.joined(separator: ", "))")
    }
    let lhs = module.type(of: module.operand(0, of: op))
    let rhs = module.type(of: module.operand(1, of: op))
    if lhs != rhs { return report("cannot compare \(lhs) with \(rhs)") }
    guard let element = lhs.element, kind.contains(ElementKind(of: element)) else {
      return report("cannot compare \(lhs), expected \(kind.words) elements")
    }
    let expected = lhs.with(element: .i1)
    let found = module.resultType(of: op)
    if found != expected { report("result has type \(found), expected \(expected)") }
  }
}
