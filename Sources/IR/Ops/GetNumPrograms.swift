/// `%r = tt.get_num_programs x : i32`
public struct GetNumPrograms: Operation {
  public static let opcode = Opcode.getNumPrograms
  public static let info = OpInfo(
    "tt.get_num_programs", operands: 0...0, traits: .pure,
    attributes: [.required("axis", .enumeration(ProgramAxis.self))],
    declaredBy: GetNumPrograms.self)

  public var axis: ProgramAxis

  public init(axis: ProgramAxis) { self.axis = axis }

  public init(reading op: OpID, of module: borrowing Module) {
    axis = module.keyword("axis", of: op, default: .x)
  }

  public var draft: OpDraft {
    OpDraft(.getNumPrograms, results: [.i32], attributes: ["axis": axis.attribute])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let type = module.resultType(of: op)
    if type != .i32 { report("result has type \(type), expected i32") }
  }
}
