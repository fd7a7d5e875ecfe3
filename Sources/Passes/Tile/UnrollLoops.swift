import IR

/// Repeats the body of a loop that asks for it by `tt.loop_unroll_factor`.
///
///     scf.for %i = %a to %b step %s        scf.for %i = %a to %m step 2s {
///       { body(%i) }                         body(%i)
///       {tt.loop_unroll_factor = 2}   ->     body(%i + s)
///                                          }
///                                          scf.for %i = %m to %b step %s { body(%i) }
///
/// where `%m` is the end of the last full group of rounds. Where the number of rounds is known and
/// is a multiple of the factor, the second loop is left out. The second loop is not worth
/// pipelining, so it gets one stage.
///
/// - Requires: `%b - %a` fits the type of the bounds. Loops that compare without sign stay as they
///   are.
public struct UnrollLoops: FunctionPass {
  public static let name = "loop-unroll"

  /// The largest factor that is obeyed; a loop with a larger one is not unrolled.
  public static let maximumFactor = 1024

  public init() {}

  public func run(on function: OpID, in module: inout Module) {
    for loop in module.descendants(of: function).reversed() {
      guard let factor = module.takeUnrollFactor(of: loop) else { continue }
      if module.needsRemainder(loop, factor) { module.splitOffRemainder(of: loop, factor) }
      module.unroll(loop, by: factor)
    }
  }
}

extension Module {
  /// The factor that `op` asks for, which it no longer does afterwards.
  fileprivate mutating func takeUnrollFactor(of op: OpID) -> Int? {
    let name = "tt.loop_unroll_factor"
    guard opcode(of: op) == .for, let factor = attribute(name, of: op)?.integerValue,
      !comparesUnsigned(op)
    else { return nil }
    setAttribute(name, of: op, to: nil)
    return factor > 1 && factor <= UnrollLoops.maximumFactor ? Int(factor) : nil
  }

  fileprivate func needsRemainder(_ loop: OpID, _ factor: Int) -> Bool {
    tripCount(of: loop).map { $0 % UInt64(factor) != 0 } ?? true
  }

  /// Ends `loop` after its last full group of `factor` rounds and puts a copy behind it that runs
  /// the rounds that are left, in one stage.
  fileprivate mutating func splitOffRemainder(of loop: OpID, _ factor: Int) {
    guard let view = view(loop, as: For.self) else { return }
    let middle = lastGroupEnd(of: view, factor, before: loop)
    var mapping: [ValueID: ValueID] = [:]
    let remainder = clone(loop, at: .after(loop), mapping: &mapping)
    setOperand(1, of: loop, to: middle)
    for (old, new) in zip(results(of: loop), results(of: remainder)) where isUsed(old) {
      replaceUses(of: old, with: new)
    }
    setOperand(0, of: remainder, to: middle)
    for (position, result) in results(of: loop).enumerated() {
      setOperand(3 + position, of: remainder, to: result)
    }
    setAttribute("tt.num_stages", of: remainder, to: .i32(1))
  }

  /// `lower + (upper - lower) / (step * factor) * (step * factor)`: not above `upper`, and not
  /// above `lower` for a loop that does not run.
  private mutating func lastGroupEnd(
    of loop: For, _ factor: Int, before op: OpID
  ) -> ValueID {
    let type = type(of: loop.lower)
    let count = insertNumber(factor, type, before: op)
    let stride = insertBinary(.muli, loop.step, count, before: op)
    let distance = insertBinary(.subi, loop.upper, loop.lower, before: op)
    let groups = insertBinary(.divsi, distance, stride, before: op)
    let covered = insertBinary(.muli, groups, stride, before: op)
    return insertBinary(.addi, loop.lower, covered, before: op)
  }

  /// Makes each round of `loop` do what `factor` rounds did.
  fileprivate mutating func unroll(_ loop: OpID, by factor: Int) {
    guard let view = view(loop, as: For.self), let body = onlyBlock(0, of: loop),
      let end = terminator(of: body)
    else { return }
    let original = ops(in: body).filter { $0 != end }
    let parameters = Array(parameters(of: body))
    let yielded = operands(of: end)
    var passed = yielded
    for round in 1..<factor {
      var mapping = Dictionary(uniqueKeysWithValues: zip(parameters.dropFirst(), passed))
      let distance = insertNumber(round, type(of: view.step), before: end)
      let offset = insertBinary(.muli, view.step, distance, before: end)
      mapping[parameters[0]] = insertBinary(.addi, parameters[0], offset, before: end)
      for op in original { clone(op, at: .before(end), mapping: &mapping) }
      passed = yielded.map { mapping[$0] ?? $0 }
    }
    for (position, value) in passed.enumerated() { setOperand(position, of: end, to: value) }
    let count = insertNumber(factor, type(of: view.step), before: loop)
    setOperand(2, of: loop, to: insertBinary(.muli, view.step, count, before: loop))
  }
}
