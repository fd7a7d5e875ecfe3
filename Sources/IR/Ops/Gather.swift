/// `%r = tt.gather %source[%indices] {axis = 0 : i32} : (types) -> type`
///
/// The element of the source that the index names along `axis`, at the same place otherwise.
public struct Gather: Operation {
  public static let opcode = Opcode.gather
  public static let info = OpInfo(
    "tt.gather", operands: 2...2, traits: .pure,
    attributes: [.required("axis", .i32), .optional("efficient_layout", .unit)],
    declaredBy: Gather.self)

  public var source, indices: ValueID
  public var axis: Int
  public var hasEfficientLayout: Bool
  public var type: Type

  public init(
    source: ValueID, indices: ValueID, axis: Int, hasEfficientLayout: Bool = false, type: Type
  ) {
    (self.source, self.indices, self.axis) = (source, indices, axis)
    (self.hasEfficientLayout, self.type) = (hasEfficientLayout, type)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    source = module.operand(0, of: op)
    indices = module.operand(1, of: op)
    axis = module.integer("axis", of: op)
    hasEfficientLayout = module.attribute("efficient_layout", of: op) != nil
    type = module.resultType(of: op)
  }

  public var draft: OpDraft {
    OpDraft(
      .gather, operands: [source, indices], results: [type],
      attributes: [
        "axis": .i32(axis), "efficient_layout": hasEfficientLayout ? .unit : nil,
      ])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let (from, index) = (module.type(of: source), module.type(of: indices))
    guard from.isTensor, index.isTensor, index.isInteger, from.rank == index.rank else {
      return report("cannot gather from \(from) at \(index)")
    }
    guard axis >= 0, axis < from.rank else {
      return report("axis is \(axis), expected a dimension of \(from)")
    }
    for dimension in 0..<from.rank
    where dimension != axis && from.shape[dimension] != index.shape[dimension] {
      report("indices have type \(index), expected the extents of \(from) but along \(axis)")
    }
    let expected = from.with(shape: index.shape)
    if type != expected { report("result has type \(type), expected \(expected)") }
  }
}
