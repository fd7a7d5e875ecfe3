import IR
import Layouts
import Support

/// The work of `AssignLayouts` on one function.
struct LayoutAssignment {
  /// The layouts so far, of new values as well.
  private(set) var layouts: TileLayouts
  private let natural: NaturalLayouts
  /// Tiles in other layouts than their own.
  private var copies = SecondaryMap<ValueID, [Copy]>()
  private var cheapness = SecondaryMap<ValueID, Bool>()

  private struct Copy {
    let layout: LinearLayout
    let value: ValueID
  }

  /// How many operations are looked through to see whether a tile is cheap to make again.
  private static let maximumDepth = 24

  /// An assignment that adds what `natural` says to `result`.
  init(natural: NaturalLayouts, result: TileLayouts) {
    self.natural = natural
    layouts = result
  }

  /// Gives every tile of `function` its layout, and every operation its operands as it needs them.
  mutating func assign(in function: OpID, of module: inout Module) {
    let ops = module.descendants(of: function)
    for op in ops {
      for result in module.results(of: op) { adopt(result) }
      for region in module.regions(of: op) {
        for block in module.blocks(in: region) {
          for parameter in module.parameters(of: block) { adopt(parameter) }
        }
      }
    }
    for block in module.blocks(in: module.region(0, of: function)) {
      for parameter in module.parameters(of: block) { adopt(parameter) }
    }
    for op in ops {
      let needs = (0..<module.operandCount(of: op)).map { needed($0, of: op, in: module) }
      for (position, layout) in needs.enumerated() {
        let operand = module.operand(position, of: op)
        guard let layout, let held = layouts[operand], held != layout else { continue }
        module.setOperand(
          position, of: op, to: converted(operand, to: layout, for: op, in: &module))
      }
    }
  }

  private mutating func adopt(_ value: ValueID) {
    if let layout = natural.layouts[value] { layouts[value] = layout }
  }

  /// How operand `position` of `op` must be held; `nil` if in any way.
  private func needed(_ position: Int, of op: OpID, in module: borrowing Module) -> LinearLayout? {
    let own = module.results(of: op).first.flatMap { layouts[$0] }
    switch module.opcode(of: op).layoutRule {
    case .same:
      return own ?? layouts[module.operand(0, of: op)]
    case .split where own == nil:
      // Two scalars: every thread holds both.
      return layouts.spread(over: []).joined()
    case .expandDims, .broadcast, .reshape, .transpose, .split:
      return own.map { layouts.operandLayout(position, of: op, for: $0, in: module) }
    case .join, .cat, .reduce:
      // The operand whose layout the result was made from is the one with the most to lose, which
      // comes out of the result's layout again only for one operand.
      return natural.source(of: op, in: module)
    case .scan:
      return layouts.scanned(
        over: module.type(of: module.operand(position, of: op)).shape.extents,
        axis: Scan(reading: op, of: module).axis)
    case .access: return natural.accesses[op]
    case .product: return position == 2 ? own : nil
    case .gather: return position == 1 ? own : nil
    case .loop: return position >= 3 ? layouts[module.result(position - 3, of: op)] : nil
    case .repetition:
      let before = module.firstBlock(of: module.region(0, of: op))
      return before.flatMap { parameter(position, of: $0, in: module) }
    // The mask is held like what it masks.
    case .histogram: return position == 1 ? layouts[module.operand(0, of: op)] : nil
    case .call, .free, .source, .conditional: return boundary(position, of: op, in: module)
    case .terminator: return passed(position, of: op, in: module)
    }
  }

  /// How a callee or a partition takes its operands.
  private func boundary(_ position: Int, of op: OpID, in module: borrowing Module) -> LinearLayout?
  {
    let opcode = module.opcode(of: op)
    guard opcode == .call || opcode == .warpSpecialize else { return nil }
    return layouts.spread(
      over: module.type(of: module.operand(position, of: op)).shape.extents)
  }

  /// How a terminator must pass on its operand `position`.
  private func passed(_ position: Int, of op: OpID, in module: borrowing Module) -> LinearLayout? {
    guard let parent = module.parent(of: op) else { return nil }
    switch module.opcode(of: op) {
    case .condition:
      guard position > 0, let after = module.firstBlock(of: module.region(1, of: parent)) else {
        return nil
      }
      return parameter(position - 1, of: after, in: module)
    case .yield where module.opcode(of: parent) == .while:
      let before = module.firstBlock(of: module.region(0, of: parent))
      return before.flatMap { parameter(position, of: $0, in: module) }
    case .yield: return layouts[module.result(position, of: parent)]
    default:
      // Between blocks and functions tiles are spread in the same way everywhere.
      return layouts.spread(
        over: module.type(of: module.operand(position, of: op)).shape.extents)
    }
  }

  private func parameter(
    _ position: Int, of block: BlockID, in module: borrowing Module
  ) -> LinearLayout? {
    let parameters = module.parameters(of: block)
    return layouts[parameters[parameters.startIndex + position]]
  }

  /// `value` held in `layout`: made behind its definition if it is cheap, or else converted in front of
  /// `user`, the first that needs it, or of the loop or branch around it.
  ///
  /// Users come in the order of the text, so that what stands in front of one is there for those
  /// behind it.
  private mutating func converted(
    _ value: ValueID, to layout: LinearLayout, for user: OpID?, in module: inout Module
  ) -> ValueID {
    if layouts[value] == layout { return value }
    let known = copies[value] ?? []
    if let copy = known.first(where: { $0.layout == layout }) { return copy.value }
    // `nil` if the user stands in a block that `value` is not defined in or around.
    let near = user.flatMap { module.ancestor(of: $0, in: module.block(of: value)) }
    let result: ValueID
    if let definition = module.definingOp(of: value), isCheap(value, in: module) {
      result = remade(definition, in: layout, for: nil, in: &module)
    } else if let near, let definition = module.definingOp(of: value), module.widens(definition) {
      result = remade(definition, in: layout, for: near, in: &module)
    } else {
      let op = module.insert(
        ConvertLayout(source: value, type: module.type(of: value)),
        at: near.map { .before($0) } ?? module.pointBehind(value),
        origin: module.origin(behind: value))
      result = module.result(of: op)
    }
    layouts[result] = layout
    copies[value] = known + [Copy(layout: layout, value: result)]
    return result
  }

  /// The result of `op`, made once more in `layout`, in front of `user` or else behind `op`.
  private mutating func remade(
    _ op: OpID, in layout: LinearLayout, for user: OpID?, in module: inout Module
  ) -> ValueID {
    var mapping: [ValueID: ValueID] = [:]
    for position in 0..<module.operandCount(of: op) {
      let operand = module.operand(position, of: op)
      guard layouts[operand] != nil else { continue }
      let needed = layouts.operandLayout(position, of: op, for: layout, in: module)
      mapping[operand] = converted(operand, to: needed, for: user, in: &module)
    }
    // Behind the original, where its operands in the layout are known as well.
    let copy = module.clone(op, at: user.map { .before($0) } ?? .after(op), mapping: &mapping)
    return module.result(of: copy)
  }

  /// Whether `value` is made from constants, ranges and scalars by operations on single elements.
  private mutating func isCheap(_ value: ValueID, in module: borrowing Module) -> Bool {
    isCheap(value, in: module, depth: 0)
  }

  private mutating func isCheap(
    _ value: ValueID, in module: borrowing Module, depth: Int
  ) -> Bool {
    if !module.type(of: value).isTensor { return true }
    if let known = cheapness[value] { return known }
    guard depth < Self.maximumDepth, let op = module.definingOp(of: value) else { return false }
    var result: Bool
    switch module.opcode(of: op).layoutRule {
    case .source: result = true
    case .same, .expandDims, .broadcast, .transpose:
      result =
        module.resultCount(of: op) == 1 && module.regionCount(of: op) == 0
        && module.isPure(op)
      for operand in module.operands(of: op) where result {
        result = isCheap(operand, in: module, depth: depth + 1)
      }
    default: result = false
    }
    cheapness[value] = result
    return result
  }
}

extension Module {
  /// Whether `op` converts each element to more bits, so that less changes hands if its operand does.
  fileprivate func widens(_ op: OpID) -> Bool {
    switch opcode(of: op) {
    case .extf, .extsi, .extui, .fpToFp, .sitofp, .uitofp:
      guard let operand = operands(of: op).first, let result = results(of: op).first,
        let narrow = type(of: operand).element, let wide = type(of: result).element
      else { return false }
      return narrow.byteWidth < wide.byteWidth
    default: return false
    }
  }

  /// The block that `value` is defined in.
  fileprivate func block(of value: ValueID) -> BlockID? {
    switch definition(of: value) {
    case .result(let op, _): block(of: op)
    case .parameter(let block): block
    }
  }

  /// `op`, or the operation around it that stands in `block`; `nil` if none does.
  fileprivate func ancestor(of op: OpID, in block: BlockID?) -> OpID? {
    var next: OpID? = op
    while let current = next, self.block(of: current) != block { next = parent(of: current) }
    return next
  }

  /// The first place at which `value` is defined.
  fileprivate func pointBehind(_ value: ValueID) -> InsertionPoint {
    switch definition(of: value) {
    case .result(let op, _): .after(op)
    case .parameter(let block): .start(of: block)
    }
  }

  /// Where what makes `value` comes from.
  fileprivate func origin(behind value: ValueID) -> Origin {
    definingOp(of: value).map { origin(of: $0) } ?? .unknown
  }
}
