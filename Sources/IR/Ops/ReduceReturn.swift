/// `tt.reduce.return %values : types`
public struct ReduceReturn: Operation {
  public static let opcode = Opcode.reduceReturn
  public static let info = OpInfo(
    "tt.reduce.return", operands: OpInfo.any, results: 0...0, traits: .terminator,
    declaredBy: ReduceReturn.self)

  public var values: [ValueID]

  public init(values: [ValueID]) { self.values = values }

  public init(reading op: OpID, of module: borrowing Module) { values = module.operands(of: op) }

  public var draft: OpDraft { OpDraft(.reduceReturn, operands: values) }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    guard let parent = module.parent(of: op), module.opcode(of: parent) == .reduce else {
      return report("must stand directly in a tt.reduce")
    }
    module.verifyCombined(values, by: parent, report: report)
  }
}

extension Module {
  /// Reports a combination that does not return one value for each source of `parent`.
  func verifyCombined(_ values: [ValueID], by parent: OpID, report: (String) -> Void) {
    let expected = operands(of: parent).map { type(of: $0).scalarized }
    let found = values.map { type(of: $0) }
    if found != expected { report("returns \(found.listed), expected \(expected.listed)") }
  }
}
