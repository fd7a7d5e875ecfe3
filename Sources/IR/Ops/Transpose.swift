/// `%r = tt.trans %source {order = array<i32: 1, 0>} : from -> to`
///
/// Dimension `i` of the result is dimension `order[i]` of the source.
public struct Transpose: Operation {
  public static let opcode = Opcode.trans
  public static let info = OpInfo(
    "tt.trans", operands: 1...1, traits: .pure, attributes: [.required("order", .i32Array)],
    declaredBy: Transpose.self)

  public var source: ValueID
  public var order: [Int]
  public var type: Type

  public init(source: ValueID, order: [Int], type: Type) {
    (self.source, self.order, self.type) = (source, order, type)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    source = module.operand(0, of: op)
    order = module.integers("order", of: op)
    type = module.resultType(of: op)
  }

  public var draft: OpDraft {
    OpDraft(
      .trans, operands: [source], results: [type],
      attributes: ["order": .denseArray(.i32, order.map { Int64($0) })])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let from = module.type(of: source)
    guard from.isTensor, order.sorted() == Array(0..<from.rank),
      let shape = Shape(order.map { from.shape[$0] })
    else {
      return report("order is \(order), expected a permutation of the dimensions of \(from)")
    }
    let expected = from.with(shape: shape)
    if type != expected { report("result has type \(type), expected \(expected)") }
  }
}
