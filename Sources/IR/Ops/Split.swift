/// `%l, %r = tt.split %source : from -> to`
///
/// Takes a tile apart along its last dimension, which has extent 2.
public struct Split: Operation {
  public static let opcode = Opcode.split
  public static let info = OpInfo(
    "tt.split", operands: 1...1, results: 2...2, traits: .pure, declaredBy: Split.self)

  public var source: ValueID
  /// The type of both results.
  public var type: Type

  public init(source: ValueID, type: Type) { (self.source, self.type) = (source, type) }

  public init(reading op: OpID, of module: borrowing Module) {
    source = module.operand(0, of: op)
    type = module.type(of: module.result(0, of: op))
  }

  public var draft: OpDraft { OpDraft(.split, operands: [source], results: [type, type]) }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let from = module.type(of: source)
    guard from.isTensor, from.rank >= 2, from.shape[from.rank - 1] == 2 else {
      return report("cannot split \(from), expected a last dimension of extent 2")
    }
    let expected = from.with(shape: from.shape.removing(from.rank - 1))
    for result in module.results(of: op) where module.type(of: result) != expected {
      report("result has type \(module.type(of: result)), expected \(expected)")
    }
  }
}
