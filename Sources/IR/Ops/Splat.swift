/// `%r = tt.splat %source : from -> to`
///
/// Makes a tile whose elements all equal a scalar.
public struct Splat: Operation {
  public static let opcode = Opcode.splat
  public static let info = OpInfo(
    "tt.splat", operands: 1...1, traits: .pure, declaredBy: Splat.self)

  public var source: ValueID
  public var type: Type

  public init(source: ValueID, type: Type) { (self.source, self.type) = (source, type) }

  public init(reading op: OpID, of module: borrowing Module) {
    source = module.operand(0, of: op)
    type = module.resultType(of: op)
  }

  public var draft: OpDraft { OpDraft(.splat, operands: [source], results: [type]) }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let from = module.type(of: source)
    if !type.isTensor || from != type.scalarized {
      report("cannot splat \(from) into \(type), expected a tensor of \(from)")
    }
  }
}
