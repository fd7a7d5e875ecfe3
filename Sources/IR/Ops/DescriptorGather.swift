/// `%r = tt.descriptor_gather %descriptor[%rows, %column] : (types) -> tensor`
///
/// Takes the rows that a tile of indices names, from a column on.
public struct DescriptorGather: Operation {
  public static let opcode = Opcode.descriptorGather
  public static let info = OpInfo(
    "tt.descriptor_gather", operands: 3...3, traits: .readsMemory,
    declaredBy: DescriptorGather.self)

  public var descriptor, rows, column: ValueID
  public var type: Type

  public init(descriptor: ValueID, rows: ValueID, column: ValueID, type: Type) {
    (self.descriptor, self.rows, self.column, self.type) = (descriptor, rows, column, type)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    descriptor = module.operand(0, of: op)
    rows = module.operand(1, of: op)
    column = module.operand(2, of: op)
    type = module.resultType(of: op)
  }

  public var draft: OpDraft {
    OpDraft(.descriptorGather, operands: [descriptor, rows, column], results: [type])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    module.verifyRowAccess(descriptor, rows: rows, column: column, tile: type, report: report)
  }
}

extension Module {
  /// Reports what does not fit in an access to single rows of a tensor.
  func verifyRowAccess(
    _ descriptor: ValueID, rows: ValueID, column: ValueID, tile: Type, report: (String) -> Void
  ) {
    let from = type(of: descriptor)
    guard case .descriptor(let block, let scalar, _) = from, block.rank == 2, block[0] == 1 else {
      return report("cannot access rows through \(from), expected a descriptor of blocks of 1 row")
    }
    let rowType = type(of: rows)
    if rowType.rank != 1 || rowType.element != .scalar(.i32) {
      return report("rows have type \(rowType), expected a one-dimensional tensor of i32")
    }
    if type(of: column) != .i32 { report("column has type \(type(of: column)), expected i32") }
    guard let shape = Shape([rowType.shape[0], block[1]]) else { return }
    let expected = Type.of(shape, .scalar(scalar))
    if tile != expected { report("cannot move \(tile) through \(from), expected \(expected)") }
  }
}
