/// `%r = tt.descriptor_load %descriptor[%indices] : descriptor -> tensor`
///
/// The tile at `indices`; where it reaches past the tensor it holds the padding.
public struct DescriptorLoad: Operation {
  public static let opcode = Opcode.descriptorLoad
  public static let info = OpInfo(
    "tt.descriptor_load", operands: 1...Int(UInt16.max), traits: .readsMemory,
    attributes: [
      .optional("cache", .enumeration(CacheModifier.self)),
      .optional("evict", .enumeration(EvictionPolicy.self)),
    ], declaredBy: DescriptorLoad.self)

  public var descriptor: ValueID
  public var indices: [ValueID]
  public var cache: CacheModifier
  public var eviction: EvictionPolicy
  public var type: Type

  public init(
    descriptor: ValueID, indices: [ValueID], cache: CacheModifier = .none,
    eviction: EvictionPolicy = .normal, type: Type
  ) {
    (self.descriptor, self.indices) = (descriptor, indices)
    (self.cache, self.eviction, self.type) = (cache, eviction, type)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    descriptor = module.operand(0, of: op)
    indices = Array(module.operands(of: op).dropFirst())
    cache = module.keyword("cache", of: op, default: .none)
    eviction = module.keyword("evict", of: op, default: .normal)
    type = module.resultType(of: op)
  }

  public var draft: OpDraft {
    OpDraft(
      .descriptorLoad, operands: [descriptor] + indices, results: [type],
      attributes: [
        "cache": cache == .none ? nil : cache.attribute,
        "evict": eviction == .normal ? nil : eviction.attribute,
      ])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    module.verifyDescriptorAccess(descriptor, indices: indices, tile: type, report: report)
  }
}

extension Module {
  /// Reports what does not fit in an access to the tile of type `tile` at `indices`.
  func verifyDescriptorAccess(
    _ descriptor: ValueID, indices: [ValueID], tile: Type, report: (String) -> Void
  ) {
    let from = type(of: descriptor)
    guard case .descriptor(let block, let scalar, _) = from else {
      return report("operand has type \(from), expected a tensor descriptor")
    }
    if indices.count != block.rank {
      report("has \(indices.count) indices, expected \(block.rank) for \(from)")
    }
    for index in indices where type(of: index) != .i32 {
      report("index has type \(type(of: index)), expected i32")
    }
    // Leading dimensions of extent 1 may be left out of the tile.
    let dropped = block.rank - tile.rank
    let fits =
      tile.isTensor && tile.element == .scalar(scalar) && dropped >= 0
      && block.extents.prefix(dropped).allSatisfy { $0 == 1 }
      && Array(block.extents.dropFirst(dropped)) == tile.shape.extents
    if !fits {
      report("cannot move \(tile) through \(from), expected \(Type.tensor(block, .scalar(scalar)))")
    }
  }
}
