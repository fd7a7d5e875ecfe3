import IR
import Layouts
import Support

/// The layout in which each tile comes about most easily, found from the operands to the results.
///
/// Accesses to memory and matrix products say how tiles are held; what is computed from them is
/// held alike. What is cheap to make is held in any way and asks for nothing.
struct NaturalLayouts {
  /// How much there is to lose if a tile is held in another way.
  enum Strength: Int, Comparable {
    case any, derived, memory, product
    static func < (lhs: Strength, rhs: Strength) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// The layouts.
  private(set) var layouts: TileLayouts
  /// How the operands of stores and other accesses are to be held.
  private(set) var accesses = SecondaryMap<OpID, LinearLayout>()
  private var strengths = SecondaryMap<ValueID, Strength>()
  private let access: AccessLayouts
  private let product: ProductLayouts

  /// How often a loop is looked at again because what it yields changed what it takes.
  private static let maximumVisits = 3

  /// The layouts of the tiles of `function`.
  init(
    of function: OpID, in module: borrowing Module, warpCount: Int, access: AccessLayouts,
    product: ProductLayouts
  ) {
    layouts = TileLayouts(warpCount: warpCount)
    self.access = access
    self.product = product
    visitBoundaries(of: module.region(0, of: function), in: module)
  }

  /// Visits a region whose blocks are entered from anywhere: their parameters are spread.
  private mutating func visitBoundaries(of region: RegionID, in module: borrowing Module) {
    for block in module.blocks(in: region) {
      for parameter in module.parameters(of: block) { spread(parameter, in: module) }
    }
    for block in module.blocks(in: region) { visit(block, in: module) }
  }

  private mutating func visit(_ block: BlockID, in module: borrowing Module) {
    for op in module.ops(in: block) { visit(op, in: module) }
  }

  private mutating func visit(_ op: OpID, in module: borrowing Module) {
    switch module.opcode(of: op).layoutRule {
    case .loop: visitLoop(op, in: module)
    case .conditional: visitConditional(op, in: module)
    case .repetition: visitRepetition(op, in: module)
    case .access: visitAccess(op, in: module)
    case .product:
      set(
        module.result(of: op), product.accumulator(of: op, in: module, layouts: layouts), .product)
    case .free:
      for region in module.regions(of: op) { visitBoundaries(of: region, in: module) }
      for result in module.results(of: op) { spread(result, in: module) }
    case .call, .source, .histogram, .broadcast:
      for result in module.results(of: op) { spread(result, in: module) }
    case .terminator: break
    case .same, .expandDims, .reshape, .transpose, .join, .split, .cat, .reduce, .scan, .gather:
      guard let (layout, strength) = strongest(of: op, in: module) else { return }
      for result in module.results(of: op) where module.type(of: result).isTensor {
        let own = layouts.resultLayout(of: op, from: layout, in: module)
        set(result, own, strength)
      }
    }
  }

  /// The layout that the results of `op` were made from.
  func source(of op: OpID, in module: borrowing Module) -> LinearLayout? {
    strongest(of: op, in: module)?.0
  }

  /// The layout of the operand that has the most to lose, of the indices for a gather.
  private func strongest(
    of op: OpID, in module: borrowing Module
  ) -> (LinearLayout, Strength)? {
    var best: (LinearLayout, Strength)?
    for operand in module.operands(of: op).reversed() {
      guard let layout = layouts[operand], let strength = strengths[operand] else { continue }
      if best.map({ $0.1 <= strength }) ?? true { best = (layout, strength) }
      if module.opcode(of: op) == .gather { break }
    }
    return best
  }

  private mutating func visitAccess(_ op: OpID, in module: borrowing Module) {
    guard let wanted = access.layout(of: op, in: module, layouts: layouts) else { return }
    var layout = wanted
    if module.opcode(of: op) == .store, let held = layouts[module.operand(1, of: op)],
      (strengths[module.operand(1, of: op)] ?? .any) >= .derived,
      access.isAsGood(held, as: wanted, for: op, in: module)
    {
      layout = held
    }
    accesses[op] = layout
    for result in module.results(of: op) { set(result, layout, .memory) }
  }

  private mutating func visitLoop(_ op: OpID, in module: borrowing Module) {
    guard let body = module.firstBlock(of: module.region(0, of: op)) else { return }
    let carried = Array(module.parameters(of: body).dropFirst())
    adopt(carried, from: For(reading: op, of: module).initialValues)
    for _ in 0..<Self.maximumVisits {
      visit(body, in: module)
      if !strengthen(carried, by: module.yielded(by: body)) { break }
    }
    adopt(Array(module.results(of: op)), from: carried)
  }

  private mutating func visitConditional(_ op: OpID, in module: borrowing Module) {
    let results = Array(module.results(of: op))
    for result in results { spread(result, in: module) }
    for region in module.regions(of: op) {
      guard let block = module.firstBlock(of: region) else { continue }
      visit(block, in: module)
      strengthen(results, by: module.yielded(by: block))
    }
  }

  private mutating func visitRepetition(_ op: OpID, in module: borrowing Module) {
    guard let before = module.firstBlock(of: module.region(0, of: op)),
      let after = module.firstBlock(of: module.region(1, of: op))
    else { return }
    let carried = Array(module.parameters(of: before))
    let passed = Array(module.parameters(of: after))
    adopt(carried, from: module.operands(of: op))
    for _ in 0..<Self.maximumVisits {
      visit(before, in: module)
      adopt(passed, from: Array(module.yielded(by: before).dropFirst()))
      visit(after, in: module)
      if !strengthen(carried, by: module.yielded(by: after)) { break }
    }
    adopt(Array(module.results(of: op)), from: passed)
  }

  /// Gives `values` the layouts of `sources`.
  private mutating func adopt(_ values: [ValueID], from sources: [ValueID]) {
    for (value, source) in zip(values, sources) {
      layouts[value] = layouts[source]
      strengths[value] = strengths[source]
    }
  }

  /// Gives `values` the layouts of those `sources` that have more to lose.
  ///
  /// - Returns: whether any changed.
  @discardableResult
  private mutating func strengthen(_ values: [ValueID], by sources: [ValueID]) -> Bool {
    var hasChanged = false
    for (value, source) in zip(values, sources) {
      guard let layout = layouts[source], let strength = strengths[source],
        strength > strengths[value] ?? .any
      else { continue }
      hasChanged = hasChanged || layouts[value] != layout
      set(value, layout, strength)
    }
    return hasChanged
  }

  private mutating func spread(_ value: ValueID, in module: borrowing Module) {
    guard module.type(of: value).isTensor else { return }
    set(value, layouts.spread(over: module.type(of: value).shape.extents), .any)
  }

  private mutating func set(_ value: ValueID, _ layout: LinearLayout, _ strength: Strength) {
    layouts[value] = layout
    strengths[value] = strength
  }
}
