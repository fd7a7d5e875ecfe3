/// `%old = tt.atomic_cas acq_rel, gpu, %pointer, %expected, %value : (types) -> type`
///
/// Stores `value` where memory holds the bits of `expected`, in one step, and yields what was
/// there before.
public struct AtomicCAS: Operation {
  public static let opcode = Opcode.atomicCAS
  public static let info = OpInfo(
    "tt.atomic_cas", operands: 3...3, traits: [.hasEffects, .readsMemory],
    attributes: [
      .required("sem", .enumeration(MemoryOrdering.self)),
      .required("scope", .enumeration(MemoryScope.self)),
    ], declaredBy: AtomicCAS.self)

  public var ordering: MemoryOrdering
  public var scope: MemoryScope
  public var pointer, expected, value: ValueID
  public var type: Type

  public init(
    ordering: MemoryOrdering, scope: MemoryScope, pointer: ValueID, expected: ValueID,
    value: ValueID, type: Type
  ) {
    (self.ordering, self.scope, self.pointer) = (ordering, scope, pointer)
    (self.expected, self.value, self.type) = (expected, value, type)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    ordering = module.keyword("sem", of: op, default: .acquireRelease)
    scope = module.keyword("scope", of: op, default: .gpu)
    pointer = module.operand(0, of: op)
    expected = module.operand(1, of: op)
    value = module.operand(2, of: op)
    type = module.resultType(of: op)
  }

  public var draft: OpDraft {
    OpDraft(
      .atomicCAS, operands: [pointer, expected, value], results: [type],
      attributes: ["sem": ordering.attribute, "scope": scope.attribute])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let to = module.type(of: pointer)
    guard !to.isBlockPointer, let content = to.pointedTo else {
      return report("cannot update memory through \(to), expected pointers")
    }
    for operand in [expected, value] where module.type(of: operand) != content {
      report("operand has type \(module.type(of: operand)), expected \(content)")
    }
    if type != content { report("result has type \(type), expected \(content)") }
    if let element = content.element, ![16, 32, 64].contains(element.bitWidth) {
      report("cannot compare and swap \(element), expected elements of 16, 32 or 64 bits")
    }
  }
}
