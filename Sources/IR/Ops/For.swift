/// `%r = scf.for %i = %lower to %upper step %step iter_args(%x = %init) -> (types) : i32 { … }`
///
/// Runs its region for each integer from `lower` up to, but not including, `upper`. The region's
/// block takes the integer and the loop-carried values, and yields their next values.
public struct For: Operation {
  public static let opcode = Opcode.for
  public static let info = OpInfo(
    "scf.for", operands: 3...Int(UInt16.max), results: OpInfo.any, regions: 1...1,
    traits: .hasRecursiveEffects,
    attributes: [
      .optional("tt.num_stages", .i32), .optional("tt.loop_unroll_factor", .i32),
      .optional("tt.disallow_acc_multi_buffer", .unit), .optional("tt.flatten", .unit),
      .optional("tt.warp_specialize", .unit), .optional("unsignedCmp", .unit),
    ], declaredBy: For.self)

  public var lower, upper, step: ValueID
  public var initialValues: [ValueID]
  public var types: [Type]

  public init(
    lower: ValueID, upper: ValueID, step: ValueID, initialValues: [ValueID], types: [Type]
  ) {
    (self.lower, self.upper, self.step) = (lower, upper, step)
    (self.initialValues, self.types) = (initialValues, types)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    let operands = module.operands(of: op)
    (lower, upper, step) = (operands[0], operands[1], operands[2])
    initialValues = Array(operands.dropFirst(3))
    types = module.results(of: op).map { module.type(of: $0) }
  }

  public var draft: OpDraft {
    OpDraft(.for, operands: [lower, upper, step] + initialValues, results: types, regions: 1)
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let index = module.type(of: lower)
    if !index.isScalarNumber || !index.isInteger {
      return report("lower bound has type \(index), expected an integer")
    }
    for bound in [upper, step] where module.type(of: bound) != index {
      report("bound or step has type \(module.type(of: bound)), expected \(index)")
    }
    let carried = initialValues.map { module.type(of: $0) }
    if carried != types {
      report("takes \(carried.listed) into the loop but yields \(types.listed)")
    }
    guard let body = module.firstBlock(of: module.region(0, of: op)) else {
      return report("region has no block")
    }
    let found = module.parameters(of: body).map { module.type(of: $0) }
    if found != [index] + carried {
      report("region takes \(found.listed), expected \(([index] + carried).listed)")
    }
  }
}
