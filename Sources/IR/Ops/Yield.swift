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
    guard let block = module.block(of: op) else { return }
    let parent = module.parent(of: block)
    let expected: [Type]
    switch module.opcode(of: parent) {
    case .if: expected = module.results(of: parent).map { module.type(of: $0) }
    // What a loop takes at first is what it takes again.
    case .for: expected = module.operands(of: parent).dropFirst(3).map { module.type(of: $0) }
    case .while:
      if module.position(ofRegionWith: block) == 0 {
        return report("cannot end the first region of an scf.while, expected scf.condition")
      }
      expected = module.operands(of: parent).map { module.type(of: $0) }
    default: return report("must stand directly in an scf operation")
    }
    let found = values.map { module.type(of: $0) }
    if found != expected { report("yields \(found.listed), expected \(expected.listed)") }
  }
}
