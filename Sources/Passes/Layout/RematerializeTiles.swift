import IR
import Support

/// Makes wide tiles again behind a reduction where keeping them through it would take too many
/// registers.
///
///     %x = tt.load … : bf16                   %x = tt.load … : bf16
///     %y = arith.extf %x                      %y = arith.extf %x
///     %s = tt.reduce %y                 ->    %s = tt.reduce %y
///     %z = arith.mulf %y, %s                  %v = arith.extf %x {nereid.again}
///                                             %z = arith.mulf %v, %s
///
/// A reduction needs all of its operand before anything behind it can begin, so whatever is used on
/// both sides stands in registers in between: 65,536 numbers of 32 bits are the whole register file,
/// what they were loaded as is half of it. Only conversions and cheap arithmetic on single elements
/// are repeated, never loads. Tiles that fit are left alone.
package struct RematerializeTiles {
  /// Marks the first operation of what is made again: it must not be taken for the original.
  package static let mark = "nereid.again"

  /// How many warps hold a tile.
  package var warpCount: Int
  /// How many registers of 32 bits a thread takes at most; `nil` for as many as there are.
  package var maximumRegisters: Int?

  /// A pass for kernels of `warpCount` warps whose threads take at most `maximumRegisters` registers.
  package init(warpCount: Int, maximumRegisters: Int? = nil) {
    (self.warpCount, self.maximumRegisters) = (warpCount, maximumRegisters)
  }

  /// Repeats what is worth it in all functions of `module`.
  package func run(on module: inout Module) {
    for function in module.functions {
      for op in module.descendants(of: function) where module.opcode(of: op) == .reduce {
        // Those behind it see what this one leaves.
        relieve(op, in: &module)
      }
    }
  }

  /// The registers of 32 bits that the tiles around a reduction may take of each thread.
  private var budget: Int {
    RegisterBudget.forTiles(warpCount: warpCount, maximumRegisters: maximumRegisters)
  }

  /// Makes the tiles that are used on both sides of `reduction` again behind it, if they take more
  /// than the budget.
  private func relieve(_ reduction: OpID, in module: inout Module) {
    guard let block = module.block(of: reduction) else { return }
    let crossing = Crossing(over: reduction, in: block, of: module)
    var kept = Set(crossing.values)
    guard kept.reduce(0, { $0 + words(of: $1, in: module) }) > budget else { return }
    for value in crossing.values where module.type(of: value).isWide {
      guard let recipe = Recipe(for: value, in: module) else { continue }
      let others = kept.subtracting([value])
      let added = recipe.leaves.subtracting(others).reduce(0) { $0 + words(of: $1, in: module) }
      guard added < words(of: value, in: module) else { continue }
      remake(value, by: recipe, behind: reduction, for: crossing, in: &module)
      kept = others.union(recipe.leaves)
    }
  }

  /// How many registers of 32 bits `value` takes of each thread.
  private func words(of value: ValueID, in module: borrowing Module) -> Int {
    let type = module.type(of: value)
    guard type.isTensor, let element = type.element else { return 1 }
    // A truth takes a predicate, and neighbours mostly share it.
    let bits = element.byteWidth * 8
    return type.shape.count * (element == .scalar(.i1) ? 1 : bits) / (32 * 32 * warpCount)
  }

  /// Makes the users of `value` behind `reduction` use a copy that is made there.
  private func remake(
    _ value: ValueID, by recipe: Recipe, behind reduction: OpID, for crossing: Crossing,
    in module: inout Module
  ) {
    var mapping: [ValueID: ValueID] = [:]
    var point = InsertionPoint.after(reduction)
    for op in recipe.ops {
      let copy = module.clone(op, at: point, mapping: &mapping)
      if recipe.isFirst(op, in: module) {
        module.setAttribute(Self.mark, of: copy, to: .unit)
      }
      point = .after(copy)
    }
    guard let copy = mapping[value] else { return }
    for user in crossing.usersBehind(value, in: module) {
      for position in 0..<module.operandCount(of: user)
      where module.operand(position, of: user) == value {
        module.setOperand(position, of: user, to: copy)
      }
    }
  }
}

/// The tiles that are made before an operation and used behind it, but for those that follow from a
/// few registers, such as addresses and masks.
private struct Crossing {
  /// The tiles, in order.
  private(set) var values: [ValueID] = []
  /// The operations of the block up to the one that is crossed.
  private var isBefore = SecondaryMap<OpID, Bool>()
  private let block: BlockID

  init(over op: OpID, in block: BlockID, of module: borrowing Module) {
    self.block = block
    var candidates: [ValueID] = []
    for earlier in module.ops(in: block) {
      isBefore[earlier] = true
      if earlier == op { break }
      candidates += module.results(of: earlier).filter { module.type(of: $0).isTensor }
    }
    var cheap = SecondaryMap<ValueID, Bool>()
    values = candidates.filter {
      !module.isMadeOfScalars($0, known: &cheap) && !usersBehind($0, in: module).isEmpty
    }
  }

  /// The users of `value` that run behind the operation, perhaps inside of another.
  func usersBehind(_ value: ValueID, in module: borrowing Module) -> [OpID] {
    module.users(of: value).filter { user in
      var op = user
      while module.block(of: op) != block {
        guard let parent = module.parent(of: op) else { return false }
        op = parent
      }
      return isBefore[op] == nil
    }
  }
}

/// How a tile is made from narrower ones.
private struct Recipe {
  /// The operations to repeat, in order.
  private(set) var ops: [OpID] = []
  /// The tiles that they start from.
  private(set) var leaves: Set<ValueID> = []

  /// More would take longer than what is saved.
  private static let maximumLength = 8

  /// `nil` if `value` itself comes from what is not repeated, such as a load, or from too far away.
  init?(for value: ValueID, in module: borrowing Module) {
    guard add(value, in: module), !ops.isEmpty else { return nil }
  }

  /// Whether `op` starts from a tile that is not made again.
  func isFirst(_ op: OpID, in module: borrowing Module) -> Bool {
    module.operands(of: op).contains { leaves.contains($0) }
  }

  private mutating func add(_ value: ValueID, in module: borrowing Module) -> Bool {
    let type = module.type(of: value)
    guard type.isTensor else { return true }
    guard let op = module.definingOp(of: value), module.isWorthRepeating(op) else {
      leaves.insert(value)
      return true
    }
    if ops.contains(op) { return true }
    guard ops.count < Self.maximumLength else { return false }
    for operand in module.operands(of: op) {
      guard add(operand, in: module) else { return false }
    }
    ops.append(op)
    return true
  }
}

extension Module {
  /// The elements of `value` follow from their places and from numbers that are no tiles.
  fileprivate func isMadeOfScalars(
    _ value: ValueID, known: inout SecondaryMap<ValueID, Bool>
  ) -> Bool {
    guard type(of: value).isTensor else { return true }
    if let answer = known[value] { return answer }
    guard let op = definingOp(of: value), regionCount(of: op) == 0, isPure(op) else { return false }
    let answer = operands(of: op).allSatisfy { isMadeOfScalars($0, known: &known) }
    known[value] = answer
    return answer
  }

  /// `op` computes each element alone and fast.
  fileprivate func isWorthRepeating(_ op: OpID) -> Bool {
    switch opcode(of: op) {
    case .extf, .fpToFp, .extsi, .extui, .sitofp, .uitofp, .addf, .subf, .mulf, .select, .splat,
      .broadcast, .constant:
      true
    default: false
    }
  }
}

extension Type {
  /// An element takes a register or more.
  fileprivate var isWide: Bool { (element?.byteWidth ?? 0) >= 4 }
}
