/// `%r = "tt.scan"(%a) <{axis = 0 : i32, reverse = false}> ({ … }) : (types) -> types`
///
/// Replaces each element by the combination of all elements up to it along `axis`; from the other
/// end if `isReverse`.
public struct Scan: Operation {
  public static let opcode = Opcode.scan
  public static let info = OpInfo(
    "tt.scan", operands: 1...Int(UInt16.max), results: 1...Int(UInt16.max), regions: 1...1,
    traits: .hasRecursiveEffects,
    attributes: [.required("axis", .i32), .required("reverse", .bool)], declaredBy: Scan.self)

  public var sources: [ValueID]
  public var axis: Int
  public var isReverse: Bool

  public init(sources: [ValueID], axis: Int, isReverse: Bool, types: [Type]) {
    (self.sources, self.axis, self.isReverse, self.types) = (sources, axis, isReverse, types)
  }

  public var types: [Type]

  public init(reading op: OpID, of module: borrowing Module) {
    sources = module.operands(of: op)
    axis = module.integer("axis", of: op)
    isReverse = module.bool("reverse", of: op)
    types = module.results(of: op).map { module.type(of: $0) }
  }

  public var draft: OpDraft {
    OpDraft(
      .scan, operands: sources, results: types,
      attributes: ["axis": .i32(axis), "reverse": .bool(isReverse)], regions: 1)
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let inputs = sources.map { module.type(of: $0) }
    guard module.verifyCombination(op, of: inputs, axis: axis, report: report) else { return }
    if types != inputs { report("has results \(types.listed), expected \(inputs.listed)") }
  }
}
