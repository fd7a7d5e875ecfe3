/// `ttg.warp_return`
///
/// Ends a partition of a `ttg.warp_specialize`.
public struct WarpReturn: Operation {
  public static let opcode = Opcode.warpReturn
  public static let info = OpInfo(
    "ttg.warp_return", operands: 0...0, results: 0...0, traits: .terminator,
    declaredBy: WarpReturn.self)

  public init() {}
  public init(reading op: OpID, of module: borrowing Module) {}
  public var draft: OpDraft { OpDraft(.warpReturn) }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    guard let block = module.block(of: op),
      module.opcode(of: module.parent(of: block)) == .warpSpecialize,
      module.position(ofRegionWith: block) > 0
    else { return report("must stand directly in a partition of a ttg.warp_specialize") }
  }
}
