/// `tt.descriptor_reduce add, %descriptor[%indices], %source : descriptor, tensor`
///
/// Combines a tile with the tensor in memory, atomically for each element.
public struct DescriptorReduce: Operation {
  public static let opcode = Opcode.descriptorReduce
  public static let info = OpInfo(
    "tt.descriptor_reduce", operands: 2...Int(UInt16.max), results: 0...0,
    traits: [.hasEffects, .readsMemory],
    attributes: [.required("kind", .enumeration(DescriptorReduction.self))],
    declaredBy: DescriptorReduce.self)

  public var kind: DescriptorReduction
  public var descriptor, source: ValueID
  public var indices: [ValueID]

  public init(
    _ kind: DescriptorReduction, descriptor: ValueID, indices: [ValueID], source: ValueID
  ) {
    (self.kind, self.descriptor) = (kind, descriptor)
    (self.indices, self.source) = (indices, source)
  }

  /// The operands in order: descriptor, source, indices.
  public init(reading op: OpID, of module: borrowing Module) {
    kind = module.keyword("kind", of: op, default: .add)
    descriptor = module.operand(0, of: op)
    source = module.operand(1, of: op)
    indices = Array(module.operands(of: op).dropFirst(2))
  }

  public var draft: OpDraft {
    OpDraft(
      .descriptorReduce, operands: [descriptor, source] + indices,
      attributes: ["kind": kind.attribute])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let tile = module.type(of: source)
    module.verifyDescriptorAccess(descriptor, indices: indices, tile: tile, report: report)
    guard let element = tile.scalar else { return }
    let elements = Self.elements(of: kind)
    if !elements.contains(element) {
      let words = elements.map(\.name).joined(separator: ", ")
      report("cannot \(kind.keyword) on \(tile), expected elements of one of \(words)")
    }
  }

  /// The elements on which memory does what `kind` says.
  private static func elements(of kind: DescriptorReduction) -> [ScalarType] {
    switch kind {
    case .add: [.i32, .i64, .f16, .bf16, .f32]
    case .min, .max: [.i32, .i64, .f16, .bf16]
    case .and, .or, .xor: [.i32, .i64]
    case .increment, .decrement: [.i32]
    }
  }
}
