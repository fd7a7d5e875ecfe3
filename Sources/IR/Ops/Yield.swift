/// `scf.yield %values : types`
public struct Yield: Operation {
  public static let opcode = Opcode.yield
  public static let info = OpInfo(
    "scf.yield", operands: OpInfo.any, results: 0...0, traits: .terminator,
    declaredBy: Yield.self)

  public var values: [ValueID]

  public init(values: [ValueID] = []) { self.values = values }

  public init(reading op: OpID, of module: borrowing Module) { values = module.operands(of: op) }

  public var draft: OpDraft { OpDraft(.yield, operands: values) }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    guard let parent = module.parent(of: op) else { return }
    switch module.opcode(of: parent) {
    case .for, .if, .while: break
    default: report("must stand directly in an scf operation")
    }
  }
}
