import Arithmetic
import IR

extension Module {
  /// How many elements of a constant tile are computed one by one.
  private static var maximumFoldedElements: Int { 4096 }

  /// The result of `op` if its operands are constants and its elements have an exact meaning.
  func folded(_ op: OpID) -> Constant? {
    guard traits(of: op).isSuperset(of: [.pure, .elementwise]), resultCount(of: op) == 1,
      operandCount(of: op) > 0, let evaluation = ElementEvaluation(of: op, in: self)
    else { return nil }
    var operands: [Constant] = []
    for position in 0..<operandCount(of: op) {
      guard let constant = constant(operand(position, of: op)) else { return nil }
      operands.append(constant)
    }
    return fold(operands, into: resultType(of: op), with: evaluation)
  }

  private func fold(
    _ operands: [Constant], into type: Type, with evaluation: ElementEvaluation
  ) -> Constant? {
    let splats = operands.compactMap(\.splat)
    if splats.count == operands.count {
      return evaluation.result(of: splats).map { Constant(bits: $0, type: type) }
    }
    guard type.shape.count <= Self.maximumFoldedElements else { return nil }
    var bits: [UInt64] = []
    for index in 0..<type.shape.count {
      guard let element = evaluation.result(of: operands.map { $0.element(at: index) }) else {
        return nil
      }
      bits.append(element)
    }
    return Constant(value: .dense(DenseElements(type: type, bits: bits)), type: type)
  }
}

extension Constant {
  /// The bits of the element at `index` in row-major order; a number is all elements.
  func element(at index: Int) -> UInt64 {
    if case .dense(let elements) = value { return elements.element(at: index) }
    return splat ?? 0
  }
}
