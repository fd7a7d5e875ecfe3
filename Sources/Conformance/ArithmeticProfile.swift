import IR

/// What kinds of inexact arithmetic a module does, which decides how closely its results must
/// agree with recorded ones.
public struct ArithmeticProfile: Hashable, Sendable {
  /// Something rounds in a way that implementations may choose: another order of summation,
  /// another approximation.
  public var isInexact = false
  /// A matrix product rounds its operands before it multiplies.
  public var roundsOperands = false
  /// Sums or products of floats are formed over this many elements; 1 without any.
  public var reductionLength = 1
  /// The narrowest float type in which something is computed that may round differently.
  public var narrowest: ScalarType?

  /// How many iterations a loop is taken to have where its bounds are not constants.
  private static let assumedTripCount = 16

  /// The arithmetic of all operations in `module`, those in loops counted for every iteration.
  public init(of module: borrowing Module) {
    for op in module.descendants(of: module.root) { add(op, of: module) }
  }

  private mutating func add(_ op: OpID, of module: borrowing Module) {
    switch module.opcode(of: op) {
    case .divf, .remf, .exp, .exp2, .log, .log2, .sin, .cos, .erf, .sqrt, .rsqrt, .fma, .addf,
      .subf, .mulf, .preciseDivf, .preciseSqrt, .externElementwise:
      note(module.results(of: op).first.flatMap { module.type(of: $0).scalar })
    case .dot:
      guard let dot = module.view(op, as: Dot.self), dot.type.isFloat else { return }
      let depth = module.type(of: dot.lhs).shape.extents.last ?? 1
      note(dot.type.scalar)
      lengthen(by: depth, at: op, of: module)
      if module.type(of: dot.lhs).scalar == .f32, dot.precision != .ieee { roundsOperands = true }
    case .dotScaled:
      guard let dot = module.view(op, as: DotScaled.self) else { return }
      note(.f32)
      lengthen(by: 2 * (module.type(of: dot.lhs).shape.extents.last ?? 1), at: op, of: module)
    case .reduce, .scan:
      let source = module.type(of: module.operand(0, of: op))
      let axis = Int(module.attribute("axis", of: op)?.integerValue ?? 0)
      if source.isFloat, axis < source.rank {
        lengthen(by: source.shape[axis], at: op, of: module)
      }
    case .atomicRMW, .descriptorReduce:
      let source = module.type(of: module.operand(1, of: op))
      if source.isFloat {
        note(source.scalar)
        lengthen(by: max(Self.assumedTripCount, source.shape.count), at: op, of: module)
      }
    default: break
    }
  }

  private mutating func note(_ type: ScalarType?) {
    guard let type, type.isFloat else { return }
    isInexact = true
    if narrowest.map({ type.bitWidth < $0.bitWidth }) ?? true { narrowest = type }
  }

  /// Counts a sum over `extent` elements in each iteration of the loops around `op`.
  private mutating func lengthen(by extent: Int, at op: OpID, of module: borrowing Module) {
    var length = extent
    var parent = module.parent(of: op)
    while let place = parent {
      if [.for, .while].contains(module.opcode(of: place)) { length *= Self.assumedTripCount }
      parent = module.parent(of: place)
    }
    reductionLength = max(reductionLength, length)
  }
}
