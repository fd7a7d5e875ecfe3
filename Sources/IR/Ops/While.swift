/// `%r = scf.while (%x = %init) : (types) -> types { … scf.condition … } do { … scf.yield … }`
///
/// The first region decides whether to go on and what to pass to the second one, or to yield at
/// the end; the second one yields what the first takes next.
public struct While: Operation {
  public static let opcode = Opcode.while
  public static let info = OpInfo(
    "scf.while", operands: OpInfo.any, results: OpInfo.any, regions: 2...2,
    traits: .hasRecursiveEffects, declaredBy: While.self)

  public var initialValues: [ValueID]
  public var types: [Type]

  public init(initialValues: [ValueID], types: [Type]) {
    (self.initialValues, self.types) = (initialValues, types)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    initialValues = module.operands(of: op)
    types = module.results(of: op).map { module.type(of: $0) }
  }

  public var draft: OpDraft {
    OpDraft(.while, operands: initialValues, results: types, regions: 2)
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    guard let before = module.firstBlock(of: module.region(0, of: op)),
      let after = module.firstBlock(of: module.region(1, of: op))
    else { return report("region has no block") }
    let carried = initialValues.map { module.type(of: $0) }
    let taken = module.parameters(of: before).map { module.type(of: $0) }
    if taken != carried { report("region takes \(taken.listed), expected \(carried.listed)") }
    let passed = module.parameters(of: after).map { module.type(of: $0) }
    if passed != types { report("region takes \(passed.listed), expected \(types.listed)") }
  }
}
