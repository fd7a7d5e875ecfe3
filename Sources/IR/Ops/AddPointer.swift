/// `%r = tt.addptr %pointer, %offset : pointers, offsets`
///
/// Moves pointers by a number of elements.
public struct AddPointer: Operation {
  public static let opcode = Opcode.addptr
  public static let info = OpInfo(
    "tt.addptr", operands: 2...2, traits: [.pure, .elementwise], declaredBy: AddPointer.self)

  public var pointer, offset: ValueID
  public var type: Type

  public init(pointer: ValueID, offset: ValueID, type: Type) {
    (self.pointer, self.offset, self.type) = (pointer, offset, type)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    pointer = module.operand(0, of: op)
    offset = module.operand(1, of: op)
    type = module.resultType(of: op)
  }

  public var draft: OpDraft { OpDraft(.addptr, operands: [pointer, offset], results: [type]) }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let (from, by) = (module.type(of: pointer), module.type(of: offset))
    if !from.isPointer { report("cannot add an offset to \(from), expected pointers") }
    if from != type { report("result has type \(type), expected \(from)") }
    if !by.isInteger || by.shape != from.shape {
      report("offset has type \(by), expected integers of the shape of \(from)")
    }
  }
}
