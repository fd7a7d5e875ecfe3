/// `%r = tt.load %pointer, %mask, %other cacheModifier = ca evictionPolicy = evict_last : type`
///
/// Where the mask is false memory is not touched; the element is that of `other`, or undefined.
public struct Load: Operation {
  public static let opcode = Opcode.load
  /// The attribute that ``readsWholeVectors`` stands for. Triton has none.
  private static let wholeVectorsName = "nereid.whole_vectors"
  public static let info = OpInfo(
    "tt.load", operands: 1...3, traits: .readsMemory,
    attributes: [
      .optional("boundaryCheck", .i32Array), .optional("padding", .enumeration(Padding.self)),
      .optional("cache", .enumeration(CacheModifier.self)),
      .optional("evict", .enumeration(EvictionPolicy.self)), .optional("isVolatile", .bool),
      .optional(wholeVectorsName, .bool),
      .optional(OpInfo.segmentsName, .i32Array),
    ], declaredBy: Load.self)

  public var pointer: ValueID
  public var mask, other: ValueID?
  public var type: Type
  public var cache: CacheModifier
  public var eviction: EvictionPolicy
  public var isVolatile: Bool
  /// The multiples of 16 bytes that elements lie in may be read as a whole.
  public var readsWholeVectors: Bool
  /// For a block pointer: the dimensions whose bounds are checked.
  public var boundaryCheck: [Int]
  /// For a block pointer: what lies outside.
  public var padding: Padding?

  /// What lies beside elements may be read with them, and memory more than once.
  public var mayReadSurroundings: Bool { readsWholeVectors && !isVolatile && cache != .cv }

  public init(
    pointer: ValueID, mask: ValueID? = nil, other: ValueID? = nil, type: Type,
    cache: CacheModifier = .none, eviction: EvictionPolicy = .normal, isVolatile: Bool = false,
    readsWholeVectors: Bool = false, boundaryCheck: [Int] = [], padding: Padding? = nil
  ) {
    (self.pointer, self.mask, self.other, self.type) = (pointer, mask, other, type)
    (self.cache, self.eviction, self.isVolatile) = (cache, eviction, isVolatile)
    self.readsWholeVectors = readsWholeVectors
    (self.boundaryCheck, self.padding) = (boundaryCheck, padding)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    let count = module.operandCount(of: op)
    pointer = module.operand(0, of: op)
    mask = count > 1 ? module.operand(1, of: op) : nil
    other = count > 2 ? module.operand(2, of: op) : nil
    type = module.resultType(of: op)
    cache = module.keyword("cache", of: op, default: .none)
    eviction = module.keyword("evict", of: op, default: .normal)
    isVolatile = module.bool("isVolatile", of: op)
    readsWholeVectors = module.bool(Self.wholeVectorsName, of: op)
    boundaryCheck = module.integers("boundaryCheck", of: op)
    let raw = module.integer("padding", of: op)
    padding = Padding(rawValue: Int32(truncatingIfNeeded: raw))
  }

  public var draft: OpDraft {
    OpDraft(
      .load, operands: [pointer] + [mask, other].compactMap { $0 }, results: [type],
      attributes: [
        "cache": cache == .none ? nil : cache.attribute,
        "evict": eviction == .normal ? nil : eviction.attribute,
        "isVolatile": isVolatile ? .bool(true) : nil,
        Self.wholeVectorsName: readsWholeVectors ? .bool(true) : nil,
        "boundaryCheck": boundaryCheck.isEmpty
          ? nil : .denseArray(.i32, boundaryCheck.map { Int64($0) }),
        "padding": padding?.attribute,
      ])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let from = module.type(of: pointer)
    guard let expected = from.pointedTo else {
      return report("cannot load through \(from), expected pointers")
    }
    if type != expected { report("result has type \(type), expected \(expected)") }
    if from.isBlockPointer {
      if mask != nil { report("has a mask, expected none for \(from)") }
      module.verifyBoundaryCheck(boundaryCheck, of: from, report: report)
      if padding == .nan, !expected.isFloat {
        report("cannot pad \(expected) with nan, expected float elements")
      }
    } else if !boundaryCheck.isEmpty || padding != nil {
      report("boundaryCheck and padding need a block pointer, not \(from)")
    }
    module.verifyMask(mask, for: expected, report: report)
    if let other, module.type(of: other) != expected {
      report("other has type \(module.type(of: other)), expected \(expected)")
    }
  }
}

extension Module {
  /// Reports what is no dimension of the tile that `pointer` points to, or is named twice.
  func verifyBoundaryCheck(_ dimensions: [Int], of pointer: Type, report: (String) -> Void) {
    let rank = pointer.pointedTo?.rank ?? 0
    var named: Set<Int> = []
    for dimension in dimensions {
      if dimension < 0 || dimension >= rank {
        report("boundaryCheck has dimension \(dimension), expected dimensions of \(pointer)")
      } else if !named.insert(dimension).inserted {
        report("boundaryCheck has dimension \(dimension) twice, expected it once")
      }
    }
  }

  /// Reports a mask that does not say for each element of `type` whether it is meant.
  func verifyMask(_ mask: ValueID?, for type: Type, report: (String) -> Void) {
    guard let mask else { return }
    let expected = type.with(element: .i1)
    let found = self.type(of: mask)
    if found != expected { report("mask has type \(found), expected \(expected)") }
  }
}
