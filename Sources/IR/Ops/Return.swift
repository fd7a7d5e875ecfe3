/// `tt.return %values : types`
public struct Return: Operation {
  public static let opcode = Opcode.return
  public static let info = OpInfo(
    "tt.return", operands: OpInfo.any, results: 0...0, traits: .terminator,
    declaredBy: Return.self)

  public var values: [ValueID]

  public init(values: [ValueID] = []) { self.values = values }

  public init(reading op: OpID, of module: borrowing Module) { values = module.operands(of: op) }

  public var draft: OpDraft { OpDraft(.return, operands: values) }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    guard let parent = module.parent(of: op), let function = module.view(parent, as: Function.self)
    else { return report("must stand directly in a tt.func") }
    let found = values.map { module.type(of: $0) }
    if found != function.type.results {
      report("returns \(found.listed), expected \(function.type.results.listed)")
    }
  }
}
