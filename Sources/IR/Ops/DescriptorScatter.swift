/// `tt.descriptor_scatter %descriptor[%rows, %column], %source : types`
///
/// Writes a tile to the rows that a tile of indices names, from a column on.
public struct DescriptorScatter: Operation {
  public static let opcode = Opcode.descriptorScatter
  public static let info = OpInfo(
    "tt.descriptor_scatter", operands: 4...4, results: 0...0, traits: .hasEffects,
    declaredBy: DescriptorScatter.self)

  public var descriptor, rows, column, source: ValueID

  public init(descriptor: ValueID, rows: ValueID, column: ValueID, source: ValueID) {
    (self.descriptor, self.rows) = (descriptor, rows)
    (self.column, self.source) = (column, source)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    descriptor = module.operand(0, of: op)
    rows = module.operand(1, of: op)
    column = module.operand(2, of: op)
    source = module.operand(3, of: op)
  }

  public var draft: OpDraft {
    OpDraft(.descriptorScatter, operands: [descriptor, rows, column, source])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    module.verifyRowAccess(
      descriptor, rows: rows, column: column, tile: module.type(of: source), report: report)
  }
}
