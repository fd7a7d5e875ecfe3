/// `%r = tt.unsplat %source : tensor<1xi32>`
///
/// The only element of a tile.
public struct Unsplat: Operation {
  public static let opcode = Opcode.unsplat
  public static let info = OpInfo(
    "tt.unsplat", operands: 1...1, traits: .pure, declaredBy: Unsplat.self)

  public var source: ValueID
  public var type: Type

  public init(source: ValueID, type: Type) { (self.source, self.type) = (source, type) }

  public init(reading op: OpID, of module: borrowing Module) {
    source = module.operand(0, of: op)
    type = module.resultType(of: op)
  }

  public var draft: OpDraft { OpDraft(.unsplat, operands: [source], results: [type]) }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let from = module.type(of: source)
    if !from.isTensor || from.shape.count != 1 {
      return report("cannot take the only element of \(from), expected a tensor of one element")
    }
    if type != from.scalarized { report("result has type \(type), expected \(from.scalarized)") }
  }
}
