/// `module { … }`
///
/// Holds the functions of a compilation unit. There is one, the root.
public struct ModuleOp: Operation {
  public static let opcode = Opcode.module
  public static let info = OpInfo(
    "builtin.module", operands: 0...0, results: 0...0, regions: 1...1, traits: .isolated,
    declaredBy: ModuleOp.self)

  public init(reading op: OpID, of module: borrowing Module) {}
  public var draft: OpDraft { OpDraft(.module, regions: 1) }
}
