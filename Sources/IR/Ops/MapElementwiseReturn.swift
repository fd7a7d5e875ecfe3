/// `tt.map_elementwise.return %values : types`
public struct MapElementwiseReturn: Operation {
  public static let opcode = Opcode.mapElementwiseReturn
  public static let info = OpInfo(
    "tt.map_elementwise.return", operands: OpInfo.any, results: 0...0, traits: .terminator,
    declaredBy: MapElementwiseReturn.self)

  public var values: [ValueID]

  public init(values: [ValueID]) { self.values = values }

  public init(reading op: OpID, of module: borrowing Module) { values = module.operands(of: op) }

  public var draft: OpDraft { OpDraft(.mapElementwiseReturn, operands: values) }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    guard let parent = module.parent(of: op),
      let map = module.view(parent, as: MapElementwise.self)
    else { return report("must stand directly in a tt.map_elementwise") }
    let found = values.map { module.type(of: $0) }
    MapElementwise.verifyPacked(found, of: map.types, pack: map.pack) { report("returns \($0)") }
  }
}
