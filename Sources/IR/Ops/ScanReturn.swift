/// `tt.scan.return %values : types`
public struct ScanReturn: Operation {
  public static let opcode = Opcode.scanReturn
  public static let info = OpInfo(
    "tt.scan.return", operands: OpInfo.any, results: 0...0, traits: .terminator,
    declaredBy: ScanReturn.self)

  public var values: [ValueID]

  public init(values: [ValueID]) { self.values = values }

  public init(reading op: OpID, of module: borrowing Module) { values = module.operands(of: op) }

  public var draft: OpDraft { OpDraft(.scanReturn, operands: values) }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    guard let parent = module.parent(of: op), module.opcode(of: parent) == .scan else {
      return report("must stand directly in a tt.scan")
    }
    module.verifyCombined(values, by: parent, report: report)
  }
}
