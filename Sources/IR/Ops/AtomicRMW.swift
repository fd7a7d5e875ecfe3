/// `%old = tt.atomic_rmw fadd, acq_rel, gpu, %pointer, %value, %mask : (types) -> type`
///
/// Combines memory with a value in one step, and yields what was there before.
public struct AtomicRMW: Operation {
  public static let opcode = Opcode.atomicRMW
  public static let info = OpInfo(
    "tt.atomic_rmw", operands: 2...3, traits: [.hasEffects, .readsMemory],
    attributes: [
      .required("atomic_rmw_op", .enumeration(AtomicOperation.self)),
      .required("sem", .enumeration(MemoryOrdering.self)),
      .required("scope", .enumeration(MemoryScope.self)),
    ], declaredBy: AtomicRMW.self)

  public var operation: AtomicOperation
  public var ordering: MemoryOrdering
  public var scope: MemoryScope
  public var pointer, value: ValueID
  public var mask: ValueID?
  public var type: Type

  public init(
    _ operation: AtomicOperation, ordering: MemoryOrdering, scope: MemoryScope, pointer: ValueID,
    value: ValueID, mask: ValueID? = nil, type: Type
  ) {
    (self.operation, self.ordering, self.scope) = (operation, ordering, scope)
    (self.pointer, self.value, self.mask, self.type) = (pointer, value, mask, type)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    operation = module.keyword("atomic_rmw_op", of: op, default: .add)
    ordering = module.keyword("sem", of: op, default: .acquireRelease)
    scope = module.keyword("scope", of: op, default: .gpu)
    pointer = module.operand(0, of: op)
    value = module.operand(1, of: op)
    mask = module.operandCount(of: op) > 2 ? module.operand(2, of: op) : nil
    type = module.resultType(of: op)
  }

  public var draft: OpDraft {
    OpDraft(
      .atomicRMW, operands: [pointer, value] + [mask].compactMap { $0 }, results: [type],
      attributes: [
        "atomic_rmw_op": operation.attribute, "sem": ordering.attribute, "scope": scope.attribute,
      ])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let to = module.type(of: pointer)
    guard !to.isBlockPointer, let expected = to.pointedTo else {
      return report("cannot update memory through \(to), expected pointers")
    }
    let found = module.type(of: value)
    if found != expected { report("value has type \(found), expected \(expected)") }
    if type != expected { report("result has type \(type), expected \(expected)") }
    module.verifyMask(mask, for: expected, report: report)
    let width = expected.element?.bitWidth ?? 0
    let fits: Bool
    let words: String
    switch operation {
    case .addFloat:
      (fits, words) = (expected.isFloat && width >= 16, "floats of 16, 32 or 64 bits")
    case .exchange:
      (fits, words) = (!expected.isPointer && width >= 32, "numbers of 32 or 64 bits")
    default:
      (fits, words) = (expected.isInteger && width >= 32, "integers of 32 or 64 bits")
    }
    if !fits { report("cannot \(operation.keyword) on \(expected), expected \(words)") }
  }
}
