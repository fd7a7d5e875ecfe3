/// `%r = tt.make_tensor_ptr %base, [%shape], [%strides], [%offsets] {order} : type`
///
/// A pointer to a tile at `offsets` of a tensor in memory.
public struct MakeTensorPointer: Operation {
  public static let opcode = Opcode.makeTensorPtr
  public static let info = OpInfo(
    "tt.make_tensor_ptr", operands: 1...Int(UInt16.max), traits: .pure,
    attributes: [.required("order", .i32Array)], declaredBy: MakeTensorPointer.self)

  public var base: ValueID
  /// In elements, `i64`.
  public var shape, strides: [ValueID]
  /// In elements, `i32`.
  public var offsets: [ValueID]
  public var order: [Int]
  public var type: Type

  public init(
    base: ValueID, shape: [ValueID], strides: [ValueID], offsets: [ValueID], order: [Int],
    type: Type
  ) {
    (self.base, self.shape, self.strides) = (base, shape, strides)
    (self.offsets, self.order, self.type) = (offsets, order, type)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    let operands = module.operands(of: op)
    let rank = max(0, operands.count - 1) / 3
    base = operands[0]
    shape = Array(operands.dropFirst().prefix(rank))
    strides = Array(operands.dropFirst(1 + rank).prefix(rank))
    offsets = Array(operands.dropFirst(1 + 2 * rank).prefix(rank))
    order = module.integers("order", of: op)
    type = module.resultType(of: op)
  }

  public var draft: OpDraft {
    OpDraft(
      .makeTensorPtr, operands: [base] + shape + strides + offsets, results: [type],
      attributes: ["order": .denseArray(.i32, order.map { Int64($0) })])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    guard case .blockPointer(let tile, let element, let space) = type else {
      return report("result has type \(type), expected a pointer to a tensor")
    }
    let found = module.type(of: base)
    let expected = Self.base(of: element, addressSpace: space)
    if found != expected {
      report("base has type \(found), expected \(expected.map { "\($0)" } ?? "a pointer")")
    }
    let count = module.operandCount(of: op)
    if count != 1 + 3 * tile.rank {
      let rank = tile.rank
      return report(
        "has \(count) operands, expected a base and \(rank) extents, strides and offsets each "
          + "for \(type)")
    }
    for value in shape + strides where module.type(of: value) != .i64 {
      report("extent or stride has type \(module.type(of: value)), expected i64")
    }
    for value in offsets where module.type(of: value) != .i32 {
      report("offset has type \(module.type(of: value)), expected i32")
    }
    if order.sorted() != Array(0..<tile.rank) {
      report("order is \(order), expected a permutation of the dimensions of \(type)")
    }
  }

  /// The type of a pointer to an `element` in `addressSpace`.
  private static func base(of element: ElementType, addressSpace: UInt8) -> Type? {
    switch element {
    case .scalar(let scalar):
      return .element(.pointer(PointerType(to: scalar, addressSpace: addressSpace)))
    case .pointer(var pointer):
      guard pointer.addressSpace == addressSpace, pointer.levels < PointerType.maximumLevels else {
        return nil
      }
      pointer.levels += 1
      return .element(.pointer(pointer))
    }
  }
}
