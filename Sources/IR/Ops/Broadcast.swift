/// `%r = tt.broadcast %source : from -> to`
///
/// Repeats the elements along the dimensions of extent 1.
public struct Broadcast: Operation {
  public static let opcode = Opcode.broadcast
  public static let info = OpInfo(
    "tt.broadcast", operands: 1...1, traits: .pure, declaredBy: Broadcast.self)

  public var source: ValueID
  public var type: Type

  public init(source: ValueID, type: Type) { (self.source, self.type) = (source, type) }

  public init(reading op: OpID, of module: borrowing Module) {
    source = module.operand(0, of: op)
    type = module.resultType(of: op)
  }

  public var draft: OpDraft { OpDraft(.broadcast, operands: [source], results: [type]) }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let from = module.type(of: source)
    let fits =
      from.isTensor && type.isTensor && from.element == type.element && from.rank == type.rank
      && (0..<from.rank).allSatisfy { from.shape[$0] == type.shape[$0] || from.shape[$0] == 1 }
    if !fits {
      report("cannot broadcast \(from) to \(type), expected to repeat dimensions of extent 1 only")
    }
  }
}
