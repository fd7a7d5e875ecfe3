import IR
import Support

extension Code {
  /// What an operation on whole tiles does.
  func decodeTileAction(of op: OpID, _ module: borrowing Module) throws(Diagnostic) -> Action {
    switch module.opcode(of: op) {
    case .dot:
      let dot = Dot(reading: op, of: module)
      return .dot(
        DotShape(module.type(of: dot.lhs), module.type(of: dot.rhs), dot.type, dot.precision))
    case .dotScaled:
      return .dotScaled(ScaledDot(DotScaled(reading: op, of: module), module))
    case .reduce:
      return .structured(
        .reduce(combination(op, axis: Reduce(reading: op, of: module).axis, module)))
    case .scan:
      let scan = Scan(reading: op, of: module)
      return .structured(
        .scan(combination(op, axis: scan.axis, module), isReverse: scan.isReverse))
    case .histogram:
      return .histogram(
        count: operandShape(op, module).count, bins: resultShape(op, module).count)
    case .gather:
      let gather = Gather(reading: op, of: module)
      let indices = module.type(of: gather.indices)
      return .gather(
        GatherShape(
          source: operandShape(op, module), indices: indices.shape, axis: gather.axis,
          indexWidth: indices.element?.bitWidth ?? 32))
    default: throw cannotExecute(op, module)
    }
  }

  private func combination(_ op: OpID, axis: Int, _ module: borrowing Module) -> Combination {
    let block = entry(0, of: op, module) ?? 0
    return Combination(
      block: block, shape: operandShape(op, module), axis: axis,
      isElementwise: isElementwise(blocks[block]))
  }

  /// The block ends its region and does nothing but elementwise arithmetic, so that it may run for
  /// many elements at once.
  private func isElementwise(_ block: CodeBlock) -> Bool {
    guard case .pass = block.terminator else { return false }
    return block.instructions.allSatisfy {
      switch $0.action {
      case .elementwise, .constant, .programID, .programCount: true
      default: false
      }
    }
  }
}
