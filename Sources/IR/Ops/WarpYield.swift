/// `ttg.warp_yield %values : types`
///
/// Ends the default region of a `ttg.warp_specialize`.
public struct WarpYield: Operation {
  public static let opcode = Opcode.warpYield
  public static let info = OpInfo(
    "ttg.warp_yield", operands: OpInfo.any, results: 0...0, traits: .terminator,
    declaredBy: WarpYield.self)

  public var values: [ValueID]

  public init(values: [ValueID] = []) { self.values = values }

  public init(reading op: OpID, of module: borrowing Module) { values = module.operands(of: op) }

  public var draft: OpDraft { OpDraft(.warpYield, operands: values) }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    guard let block = module.block(of: op),
      let specialize = module.view(module.parent(of: block), as: WarpSpecialize.self),
      module.position(ofRegionWith: block) == 0
    else { return report("must stand directly in the default region of a ttg.warp_specialize") }
    let found = values.map { module.type(of: $0) }
    if found != specialize.types {
      report("yields \(found.listed), expected \(specialize.types.listed)")
    }
  }
}
