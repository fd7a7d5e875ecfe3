/// `tt.store %pointer, %value, %mask cacheModifier = cg evictionPolicy = evict_first : type`
///
/// Where the mask is false memory is not touched.
public struct Store: Operation {
  public static let opcode = Opcode.store
  public static let info = OpInfo(
    "tt.store", operands: 2...3, results: 0...0, traits: .hasEffects,
    attributes: [
      .optional("boundaryCheck", .i32Array),
      .optional("cache", .enumeration(CacheModifier.self)),
      .optional("evict", .enumeration(EvictionPolicy.self)),
    ], declaredBy: Store.self)

  public var pointer, value: ValueID
  public var mask: ValueID?
  public var cache: CacheModifier
  public var eviction: EvictionPolicy
  /// For a block pointer: the dimensions whose bounds are checked.
  public var boundaryCheck: [Int]

  public init(
    pointer: ValueID, value: ValueID, mask: ValueID? = nil, cache: CacheModifier = .none,
    eviction: EvictionPolicy = .normal, boundaryCheck: [Int] = []
  ) {
    (self.pointer, self.value, self.mask) = (pointer, value, mask)
    (self.cache, self.eviction, self.boundaryCheck) = (cache, eviction, boundaryCheck)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    pointer = module.operand(0, of: op)
    value = module.operand(1, of: op)
    mask = module.operandCount(of: op) > 2 ? module.operand(2, of: op) : nil
    cache = module.keyword("cache", of: op, default: .none)
    eviction = module.keyword("evict", of: op, default: .normal)
    boundaryCheck = module.integers("boundaryCheck", of: op)
  }

  public var draft: OpDraft {
    OpDraft(
      .store, operands: [pointer, value] + [mask].compactMap { $0 },
      attributes: [
        "cache": cache == .none ? nil : cache.attribute,
        "evict": eviction == .normal ? nil : eviction.attribute,
        "boundaryCheck": boundaryCheck.isEmpty
          ? nil : .denseArray(.i32, boundaryCheck.map { Int64($0) }),
      ])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let (to, what) = (module.type(of: pointer), module.type(of: value))
    guard let expected = to.pointedTo else {
      return report("cannot store through \(to), expected pointers")
    }
    if what != expected { report("cannot store \(what) through \(to), expected \(expected)") }
    if to.isBlockPointer {
      if mask != nil { report("has a mask, expected none for \(to)") }
      module.verifyBoundaryCheck(boundaryCheck, of: to, report: report)
    } else if !boundaryCheck.isEmpty {
      report("boundaryCheck needs a block pointer, not \(to)")
    }
    module.verifyMask(mask, for: expected, report: report)
  }
}
