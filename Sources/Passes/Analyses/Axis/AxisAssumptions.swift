import IR

/// What the assumptions at the start of a function say of values.
///
/// Only those directly in its first block count, since every run passes them.
struct AxisAssumptions {
  private var bounds: [ValueID: IntegerBounds] = [:]
  private var logDivisibility: [ValueID: Int] = [:]

  init(of function: OpID, in module: borrowing Module) {
    guard let entry = module.firstBlock(of: module.region(0, of: function)) else { return }
    for op in module.ops(in: entry) {
      guard let assume = module.view(op, as: Assume.self),
        let definer = module.definingOp(of: assume.condition)
      else { continue }
      note(definer, in: module)
    }
  }

  /// Notes that the condition which `op` computes holds.
  private mutating func note(_ op: OpID, in module: borrowing Module) {
    if module.opcode(of: op) == .andi {
      for operand in module.operands(of: op) {
        if let definer = module.definingOp(of: operand), module.opcode(of: definer) == .cmpi {
          note(definer, in: module)
        }
      }
      return
    }
    guard let compare = module.view(op, as: CompareInteger.self) else { return }
    if let number = module.constantInteger(compare.rhs) {
      note(compare.lhs, compare.predicate, number, in: module)
    }
  }

  private mutating func note(
    _ value: ValueID, _ predicate: CompareInteger.Predicate, _ number: Int64,
    in module: borrowing Module
  ) {
    guard let scalar = module.type(of: value).scalar else { return }
    let all = IntegerBounds(width: scalar.bitWidth)
    var limits: IntegerBounds?
    switch predicate {
    case .eq:
      limits = IntegerBounds(only: number)
      if number == 0 { noteDivisor(of: value, in: module) }
    case .sge: limits = IntegerBounds(lower: number, upper: all.upper)
    case .sgt where number < all.upper: limits = IntegerBounds(lower: number + 1, upper: all.upper)
    case .sle: limits = IntegerBounds(lower: all.lower, upper: number)
    case .slt where number > all.lower: limits = IntegerBounds(lower: all.lower, upper: number - 1)
    case .ult where number > 0: limits = IntegerBounds(lower: 0, upper: number - 1)
    case .ule where number >= 0: limits = IntegerBounds(lower: 0, upper: number)
    case .ne, .sgt, .slt, .ult, .ule, .ugt, .uge: break
    }
    guard let limits else { return }
    bounds[value] = (bounds[value] ?? all).clamped(to: limits)
  }

  /// Notes that the remainder `value` is zero.
  private mutating func noteDivisor(of value: ValueID, in module: borrowing Module) {
    guard let op = module.definingOp(of: value), [.remsi, .remui].contains(module.opcode(of: op)),
      let divisor = module.constantInteger(module.operand(1, of: op)), divisor > 0
    else { return }
    let dividend = module.operand(0, of: op)
    logDivisibility[dividend] = max(
      logDivisibility[dividend] ?? 0, divisor.trailingZeroBitCount)
  }

  /// What is known of `value` about which `facts` are known besides what is assumed.
  func applied(to facts: AxisFacts, of value: ValueID) -> AxisFacts {
    guard bounds[value] != nil || logDivisibility[value] != nil else { return facts }
    var result = facts
    if let limits = bounds[value] { result.bounds = facts.bounds?.clamped(to: limits) }
    if facts.type.rank == 0, let divisibility = logDivisibility[value] {
      result.dimensions[0].logDivisibility = max(
        result.dimensions[0].logDivisibility, divisibility)
    }
    return result.normalized()
  }
}
