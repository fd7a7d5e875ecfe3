/// `%r = tt.expand_dims %source {axis = 1 : i32} : from -> to`
///
/// Inserts a dimension of extent 1 at `axis`.
public struct ExpandDims: Operation {
  public static let opcode = Opcode.expandDims
  public static let info = OpInfo(
    "tt.expand_dims", operands: 1...1, traits: .pure, attributes: [.required("axis", .i32)],
    declaredBy: ExpandDims.self)

  public var source: ValueID
  public var axis: Int
  public var type: Type

  public init(source: ValueID, axis: Int, type: Type) {
    (self.source, self.axis, self.type) = (source, axis, type)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    source = module.operand(0, of: op)
    axis = module.integer("axis", of: op)
    type = module.resultType(of: op)
  }

  public var draft: OpDraft {
    OpDraft(.expandDims, operands: [source], results: [type], attributes: ["axis": .i32(axis)])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let from = module.type(of: source)
    guard from.isTensor, let shape = from.shape.inserting(1, at: axis) else {
      return report("cannot insert a dimension at \(axis) into \(from)")
    }
    let expected = from.with(shape: shape)
    if type != expected { report("result has type \(type), expected \(expected)") }
  }
}
