/// `%r = "tt.map_elementwise"(%a) <{pack = 1}> ({ ^bb0(%x: f32): … }) : (types) -> types`
///
/// Runs a function of scalars, with control flow of its own, for each element, or for `pack`
/// neighbouring elements at a time: the region takes `pack` values for each operand and returns
/// `pack` for each result, those of one operand side by side.
public struct MapElementwise: Operation {
  public static let opcode = Opcode.mapElementwise
  public static let info = OpInfo(
    "tt.map_elementwise", operands: 1...Int(UInt16.max), results: 1...Int(UInt16.max),
    regions: 1...1, traits: .hasRecursiveEffects, attributes: [.required("pack", .i32)],
    declaredBy: MapElementwise.self)

  public var sources: [ValueID]
  public var pack: Int
  public var types: [Type]

  public init(sources: [ValueID], pack: Int, types: [Type]) {
    (self.sources, self.pack, self.types) = (sources, pack, types)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    sources = module.operands(of: op)
    pack = module.integer("pack", of: op, default: 1)
    types = module.results(of: op).map { module.type(of: $0) }
  }

  public var draft: OpDraft {
    OpDraft(
      .mapElementwise, operands: sources, results: types, attributes: ["pack": .i32(pack)],
      regions: 1)
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let inputs = sources.map { module.type(of: $0) }
    for type in inputs + types where !type.isTensor || type.shape != inputs[0].shape {
      report("has \(type), expected tensors of the shape of \(inputs[0])")
    }
    if pack < 1 || pack & (pack - 1) != 0 || pack > inputs[0].shape.count {
      return report("pack is \(pack), expected a power of two up to the number of elements")
    }
    guard let entry = module.firstBlock(of: module.region(0, of: op)) else {
      return report("region has no block")
    }
    let found = module.parameters(of: entry).map { module.type(of: $0) }
    Self.verifyPacked(found, of: inputs, pack: pack) { report("region takes \($0)") }
  }

  /// Reports `found` if it is not `pack` values for each of `types`, those of one side by side.
  static func verifyPacked(
    _ found: [Type], of types: [Type], pack: Int, report: (String) -> Void
  ) {
    // What is expected may be far too long to be written out, or even made.
    guard found.count == pack * types.count else {
      return report("\(found.count) values, expected \(pack) for each of \(types.listed)")
    }
    let expected = types.flatMap { Array(repeating: $0.scalarized, count: pack) }
    if found != expected { report("\(found.listed), expected \(expected.listed)") }
  }
}
