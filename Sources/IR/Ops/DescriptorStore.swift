/// `tt.descriptor_store %descriptor[%indices], %source : descriptor, tensor`
///
/// Writes a tile; what reaches past the tensor is dropped.
public struct DescriptorStore: Operation {
  public static let opcode = Opcode.descriptorStore
  public static let info = OpInfo(
    "tt.descriptor_store", operands: 2...Int(UInt16.max), results: 0...0, traits: .hasEffects,
    declaredBy: DescriptorStore.self)

  public var descriptor, source: ValueID
  public var indices: [ValueID]

  public init(descriptor: ValueID, indices: [ValueID], source: ValueID) {
    (self.descriptor, self.indices, self.source) = (descriptor, indices, source)
  }

  /// The operands in order: descriptor, source, indices.
  public init(reading op: OpID, of module: borrowing Module) {
    descriptor = module.operand(0, of: op)
    source = module.operand(1, of: op)
    indices = Array(module.operands(of: op).dropFirst(2))
  }

  public var draft: OpDraft {
    OpDraft(.descriptorStore, operands: [descriptor, source] + indices)
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    module.verifyDescriptorAccess(
      descriptor, indices: indices, tile: module.type(of: source), report: report)
  }
}
