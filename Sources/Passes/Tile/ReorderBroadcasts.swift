import IR

/// Computes before it repeats.
///
///     %0 = tt.splat %a                   %0 = arith.addi %a, %b
///     %1 = tt.splat %b            ->     %1 = tt.splat %0
///     %2 = arith.addi %0, %1
///
///     %0 = tt.broadcast %a               %0 = arith.constant dense<2> of the type of %a
///     %1 = arith.constant dense<2>  ->   %1 = arith.muli %a, %0
///     %2 = arith.muli %0, %1             %2 = tt.broadcast %1
///
/// Applies to pure elementwise operations whose operands are all splats, or are broadcasts from one
/// shape and splats. Operations are visited in order, so a chain of them moves in one run.
public struct ReorderBroadcasts: FunctionPass {
  public static let name = "reorder-broadcast"

  public init() {}

  public func run(on function: OpID, in module: inout Module) {
    for op in module.descendants(of: function) {
      guard module.isMovable(op), let shape = module.sourceShape(of: op) else { continue }
      module.computeBeforeRepeating(op, in: shape)
    }
  }
}

extension Module {
  /// `op` computes each element alone, in whichever shape it stands.
  fileprivate func isMovable(_ op: OpID) -> Bool {
    guard traits(of: op).contains(.elementwise), resultCount(of: op) == 1,
      operandCount(of: op) > 0, resultType(of: op).isTensor, isPure(op)
    else { return false }
    // Inline assembly may take several elements at a time.
    return view(op, as: InlineAssembly.self).map { $0.packedElements == 1 } ?? true
  }

  /// The one shape that the operands of `op` are repeated from: that of its broadcasts, or a
  /// scalar's if there are only splats.
  fileprivate func sourceShape(of op: OpID) -> Shape? {
    var shape: Shape?
    var hasSplat = false
    for operand in operands(of: op) where type(of: operand).isTensor {
      if splatSource(operand) != nil {
        hasSplat = true
      } else if let source = self.operand(of: operand, definedBy: .broadcast) {
        let found = type(of: source).shape
        if found != shape ?? found { return nil }
        shape = found
      } else if constantBits(operand) == nil {
        return nil
      }
    }
    return shape ?? (hasSplat ? .scalar : nil)
  }

  /// Replaces `op` by the same operation on operands of `shape`, whose result is then repeated.
  fileprivate mutating func computeBeforeRepeating(_ op: OpID, in shape: Shape) {
    let type = resultType(of: op)
    let operands = operands(of: op).map { narrowed($0, to: shape, before: op) }
    let draft = OpDraft(
      opcode(of: op), operands: operands, results: [type.with(shape: shape)],
      attributes: attributes(of: op).withoutHints)
    let small = result(of: insert(draft, at: .before(op), origin: origin(of: op)))
    let repetition = OpDraft(
      shape.rank == 0 ? .splat : .broadcast, operands: [small], results: [type])
    replace(op, with: [result(of: insert(repetition, at: .before(op), origin: origin(of: op)))])
  }

  /// What `operand` is repeated from, in `shape`.
  private mutating func narrowed(
    _ operand: ValueID, to shape: Shape, before op: OpID
  ) -> ValueID {
    guard type(of: operand).isTensor else { return operand }
    if let source = self.operand(of: operand, definedBy: .broadcast) { return source }
    let type = type(of: operand).with(shape: shape)
    if let bits = constantBits(operand) {
      return result(
        of: insert(Constant(bits: bits, type: type), at: .before(op), origin: origin(of: op)))
    }
    guard let scalar = splatSource(operand) else {
      preconditionFailure("an operand is neither a splat nor a broadcast")
    }
    if shape.rank == 0 { return scalar }
    return result(
      of: insert(Splat(source: scalar, type: type), at: .before(op), origin: origin(of: op)))
  }
}

extension AttributeList {
  /// Without the promises about each dimension, which are true of the shape that was.
  fileprivate var withoutHints: AttributeList {
    var result = self
    for name in ["tt.divisibility", "tt.contiguity", "tt.constancy"] { result[name] = nil }
    return result
  }
}
