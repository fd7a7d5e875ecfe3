import IR

/// Carries one number around a loop instead of a tile that advances by the same distance everywhere.
///
///     scf.for … iter_args(%p = %start) {        scf.for … iter_args(%n = 0) {
///       %x = tt.load %p                           %p = tt.addptr %start, tt.splat %n
///       %q = tt.addptr %p, tt.splat %d     ->     %x = tt.load %p
///       scf.yield %q                              %m = arith.addi %n, %d
///     }                                           scf.yield %m
///                                               }
///
/// A thread then holds a register for each start that it reads from, and one for the distance, in
/// place of one for each element. Applies to tiles of pointers, whose distance is counted in 64 bits,
/// since each step is 64 bits wide as well, and to tiles of integers, whose sums wrap as the
/// distance's do.
public struct ScalarizeInductions: FunctionPass {
  public static let name = "scalarize-induction"

  public init() {}

  public func run(on function: OpID, in module: inout Module) {
    // Inner loops first: what they start from may be what an outer loop carries.
    for loop in module.descendants(of: function).reversed() where module.opcode(of: loop) == .for {
      module.scalarizeInductions(of: loop)
    }
  }
}

extension Module {
  fileprivate mutating func scalarizeInductions(of loop: OpID) {
    guard let body = onlyBlock(0, of: loop), let end = terminator(of: body) else { return }
    let parameters = Array(parameters(of: body).dropFirst())
    for (position, parameter) in parameters.enumerated() where type(of: parameter).isTensor {
      if let steps = uniformSteps(from: parameter, to: operands(of: end)[position], in: body) {
        carryDistance(position, of: loop, parameter, steps, body: body)
      }
    }
  }

  /// The operations that lead from `parameter` to `next`, each of which adds one number everywhere;
  /// `nil` if there is something else between them.
  private func uniformSteps(
    from parameter: ValueID, to next: ValueID, in body: BlockID
  ) -> [ValueID]? {
    var steps: [ValueID] = []
    var value = next
    while value != parameter {
      guard let op = definingOp(of: value), block(of: op) == body,
        opcode(of: op) == .addptr || opcode(of: op) == .addi
      else { return nil }
      let (lhs, rhs) = (operands(of: op)[0], operands(of: op)[1])
      if isUniform(rhs) {
        (value, steps) = (lhs, steps + [rhs])
      } else if opcode(of: op) == .addi, isUniform(lhs) {
        (value, steps) = (rhs, steps + [lhs])
      } else {
        return nil
      }
    }
    return steps.isEmpty ? nil : steps.reversed()
  }

  private func isUniform(_ value: ValueID) -> Bool {
    constantBits(value) != nil || splatSource(value) != nil
  }

  /// Makes `loop` carry how far the tile at `position` has moved by `steps`.
  private mutating func carryDistance(
    _ position: Int, of loop: OpID, _ parameter: ValueID, _ steps: [ValueID], body: BlockID
  ) {
    guard let first = firstOp(of: body), let end = terminator(of: body) else { return }
    let tile = type(of: parameter)
    let distance: Type = tile.isPointer ? .i64 : tile.scalarized
    let start = operands(of: loop)[3 + position]
    let result = result(position, of: loop)
    let zero = insertNumber(0, distance, before: loop)

    replaceByMoved(start, by: parameter, distance, at: .before(first), from: loop)
    if isUsed(result) { replaceByMoved(start, by: result, distance, at: .after(loop), from: loop) }
    setOperand(3 + position, of: loop, to: zero)
    setType(of: parameter, to: distance)
    setType(of: result, to: distance)
    var next = parameter
    for step in steps {
      next = insertBinary(.addi, next, scalar(of: step, as: distance, before: end), before: end)
    }
    setOperand(position, of: end, to: next)
  }

  /// Makes users of the tile `moved`, which is about to become a distance, use `start` at that
  /// distance.
  private mutating func replaceByMoved(
    _ start: ValueID, by moved: ValueID, _ distance: Type, at point: InsertionPoint,
    from loop: OpID
  ) {
    let tile = type(of: start)
    let offsets = distance.with(shape: tile.shape)
    let splat = insert(Splat(source: moved, type: offsets), at: point, origin: origin(of: loop))
    let sum = OpDraft(
      tile.isPointer ? .addptr : .addi, operands: [start, self.result(of: splat)],
      results: [tile])
    let op = insert(sum, at: .after(splat), origin: origin(of: loop))
    replaceUses(of: moved, with: self.result(of: op))
    setOperand(0, of: splat, to: moved)
  }

  /// The number that stands everywhere in `tile`, as one of type `type`.
  private mutating func scalar(of tile: ValueID, as type: Type, before op: OpID) -> ValueID {
    if let number = constantInteger(tile) { return insertNumber(Int(number), type, before: op) }
    guard let source = splatSource(tile) else {
      preconditionFailure("the elements of a step differ")
    }
    if self.type(of: source) == type { return source }
    return insertValue(OpDraft(.extsi, operands: [source], results: [type]), before: op)
  }
}
