/// `ttg.warp_specialize(%captures) default { … } partition0(%x: type) num_warps(4) { … } : …`
///
/// Runs the default region and each partition on warps of their own, at the same time. The first
/// region is the default one, which sees all values and yields the results; the others take the
/// captured values.
public struct WarpSpecialize: Operation {
  public static let opcode = Opcode.warpSpecialize
  public static let info = OpInfo(
    "ttg.warp_specialize", operands: OpInfo.any, results: OpInfo.any, regions: 1...33,
    traits: .hasRecursiveEffects, attributes: [.required("partitionNumWarps", .i32Array)],
    declaredBy: WarpSpecialize.self)

  public var captures: [ValueID]
  /// How many warps each partition has.
  public var partitionWarps: [Int]
  public var types: [Type]

  public init(captures: [ValueID], partitionWarps: [Int], types: [Type]) {
    (self.captures, self.partitionWarps, self.types) = (captures, partitionWarps, types)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    captures = module.operands(of: op)
    partitionWarps = module.integers("partitionNumWarps", of: op)
    types = module.results(of: op).map { module.type(of: $0) }
  }

  public var draft: OpDraft {
    OpDraft(
      .warpSpecialize, operands: captures, results: types,
      attributes: ["partitionNumWarps": .denseArray(.i32, partitionWarps.map { Int64($0) })],
      regions: 1 + partitionWarps.count)
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    if module.regionCount(of: op) != 1 + partitionWarps.count {
      report(
        "has \(module.regionCount(of: op) - 1) partitions, expected \(partitionWarps.count)")
    }
    let expected = captures.map { module.type(of: $0) }
    for (position, region) in module.regions(of: op).enumerated() {
      guard let block = module.firstBlock(of: region) else {
        report("region has no block")
        continue
      }
      let found = module.parameters(of: block).map { module.type(of: $0) }
      if position == 0, !found.isEmpty {
        report("default region takes \(found.listed), expected ()")
      }
      if position > 0, found != expected {
        report("partition takes \(found.listed), expected \(expected.listed)")
      }
    }
    for warps in partitionWarps where warps < 1 || warps & (warps - 1) != 0 {
      report("partition has \(warps) warps, expected a power of two")
    }
  }
}
