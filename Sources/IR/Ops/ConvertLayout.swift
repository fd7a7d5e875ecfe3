/// `%r = ttg.convert_layout %source : type -> type`
///
/// The same tile, held by other threads. Which threads hold it is no part of the type: the passes
/// that decide about layouts keep a table of them.
public struct ConvertLayout: Operation {
  public static let opcode = Opcode.convertLayout
  public static let info = OpInfo(
    "ttg.convert_layout", operands: 1...1, traits: .pure, declaredBy: ConvertLayout.self)

  public var source: ValueID
  public var type: Type

  public init(source: ValueID, type: Type) { (self.source, self.type) = (source, type) }

  public init(reading op: OpID, of module: borrowing Module) {
    source = module.operand(0, of: op)
    type = module.resultType(of: op)
  }

  public var draft: OpDraft { OpDraft(.convertLayout, operands: [source], results: [type]) }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let from = module.type(of: source)
    if !from.isTensor { return report("cannot convert the layout of \(from), expected a tensor") }
    if type != from { report("result has type \(type), expected \(from)") }
  }
}
