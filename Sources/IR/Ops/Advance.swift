/// `%r = tt.advance %pointer, [%offsets] : type`
///
/// Moves a block pointer by `offsets` elements.
public struct Advance: Operation {
  public static let opcode = Opcode.advance
  public static let info = OpInfo(
    "tt.advance", operands: 1...Int(UInt16.max), traits: .pure, declaredBy: Advance.self)

  public var pointer: ValueID
  public var offsets: [ValueID]
  public var type: Type

  public init(pointer: ValueID, offsets: [ValueID], type: Type) {
    (self.pointer, self.offsets, self.type) = (pointer, offsets, type)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    pointer = module.operand(0, of: op)
    offsets = Array(module.operands(of: op).dropFirst())
    type = module.resultType(of: op)
  }

  public var draft: OpDraft { OpDraft(.advance, operands: [pointer] + offsets, results: [type]) }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let from = module.type(of: pointer)
    guard case .blockPointer(let shape, _, _) = from else {
      return report("cannot advance \(from), expected a pointer to a tensor")
    }
    if type != from { report("result has type \(type), expected \(from)") }
    if offsets.count != shape.rank {
      report("has \(offsets.count) offsets, expected \(shape.rank) for \(from)")
    }
    for offset in offsets where module.type(of: offset) != .i32 {
      report("offset has type \(module.type(of: offset)), expected i32")
    }
  }
}
