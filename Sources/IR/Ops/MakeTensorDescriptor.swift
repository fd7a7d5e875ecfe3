/// `%r = tt.make_tensor_descriptor %base, [%shape], [%strides] : pointer, descriptor`
///
/// Describes a tensor in memory, from which tiles are taken.
public struct MakeTensorDescriptor: Operation {
  public static let opcode = Opcode.makeTensorDescriptor
  /// How many dimensions the hardware can describe.
  static let ranks = 1...5

  public static let info = OpInfo(
    "tt.make_tensor_descriptor", operands: 3...Int(UInt16.max), traits: .pure,
    attributes: [.optional("padding", .enumeration(Padding.self))],
    declaredBy: MakeTensorDescriptor.self)

  public var base: ValueID
  /// In elements, `i32`.
  public var shape: [ValueID]
  /// In elements, `i64`; the last is 1.
  public var strides: [ValueID]
  public var padding: Padding
  public var type: Type

  public init(
    base: ValueID, shape: [ValueID], strides: [ValueID], padding: Padding = .zero, type: Type
  ) {
    (self.base, self.shape, self.strides) = (base, shape, strides)
    (self.padding, self.type) = (padding, type)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    let operands = module.operands(of: op)
    let rank = (operands.count - 1) / 2
    base = operands[0]
    shape = Array(operands[1..<1 + rank])
    strides = Array(operands[(1 + rank)...])
    padding = module.keyword("padding", of: op, default: .zero)
    type = module.resultType(of: op)
  }

  public var draft: OpDraft {
    OpDraft(
      .makeTensorDescriptor, operands: [base] + shape + strides, results: [type],
      attributes: ["padding": padding == .zero ? nil : padding.attribute])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    guard case .descriptor(let tile, let scalar, _) = type else {
      return report("result has type \(type), expected a tensor descriptor")
    }
    if !Self.ranks.contains(tile.rank) {
      report("result has type \(type), expected a descriptor of 1 to 5 dimensions")
    }
    if padding == .nan, scalar.isInteger {
      report("cannot pad \(type) with nan, expected a descriptor of floats")
    }
    let found = module.type(of: base)
    if found != .pointer(to: scalar) {
      report("base has type \(found), expected \(Type.pointer(to: scalar))")
    }
    if shape.count != tile.rank || strides.count != tile.rank {
      let found = "\(shape.count) extents and \(strides.count) strides"
      return report("has \(found), expected \(tile.rank) for \(type)")
    }
    for value in shape where module.type(of: value) != .i32 {
      report("extent has type \(module.type(of: value)), expected i32")
    }
    for value in strides where module.type(of: value) != .i64 {
      report("stride has type \(module.type(of: value)), expected i64")
    }
  }
}
