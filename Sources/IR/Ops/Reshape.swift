/// `%r = tt.reshape %source allow_reorder efficient_layout : from -> to`
///
/// The same elements in row-major order under another shape. With `allow_reorder` any order of the
/// elements is right; keeping it is one.
public struct Reshape: Operation {
  public static let opcode = Opcode.reshape
  public static let info = OpInfo(
    "tt.reshape", operands: 1...1, traits: .pure,
    attributes: [.optional("allow_reorder", .unit), .optional("efficient_layout", .unit)],
    declaredBy: Reshape.self)

  public var source: ValueID
  public var allowsReorder: Bool
  public var hasEfficientLayout: Bool
  public var type: Type

  public init(
    source: ValueID, allowsReorder: Bool = false, hasEfficientLayout: Bool = false, type: Type
  ) {
    (self.source, self.type) = (source, type)
    (self.allowsReorder, self.hasEfficientLayout) = (allowsReorder, hasEfficientLayout)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    source = module.operand(0, of: op)
    allowsReorder = module.attribute("allow_reorder", of: op) != nil
    hasEfficientLayout = module.attribute("efficient_layout", of: op) != nil
    type = module.resultType(of: op)
  }

  public var draft: OpDraft {
    OpDraft(
      .reshape, operands: [source], results: [type],
      attributes: [
        "allow_reorder": allowsReorder ? .unit : nil,
        "efficient_layout": hasEfficientLayout ? .unit : nil,
      ])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let from = module.type(of: source)
    guard from.isTensor, type.isTensor, from.element == type.element else {
      return report("cannot reshape \(from) to \(type)")
    }
    if from.shape.count != type.shape.count {
      let (found, wanted) = (from.shape.count, type.shape.count)
      report("cannot reshape \(from) to \(type): \(found) elements are not \(wanted)")
    }
  }
}
