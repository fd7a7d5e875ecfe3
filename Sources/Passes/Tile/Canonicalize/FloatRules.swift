import Arithmetic
import IR

// What floats allow is less than what numbers do: `x + 0` turns -0 into 0, and `x * 0` and `x - x`
// are NaN where `x` is infinite or NaN.

extension Module {
  /// `x + -0 -> x`
  func simplifyFloatAddition(_ op: OpID) -> Replacement? {
    let operands = BinaryOperands(of: op, in: self)
    return operands.right == operands.minusZero && operands.right != nil
      ? .value(operands.lhs) : nil
  }

  /// `x - 0 -> x`, `-0 - x -> -x`
  func simplifyFloatSubtraction(_ op: OpID) -> Replacement? {
    let operands = BinaryOperands(of: op, in: self)
    if operands.right == 0 { return .value(operands.lhs) }
    guard let zero = operands.minusZero, operands.left == zero else { return nil }
    return .unary(.negf, operands.rhs, operands.type)
  }

  /// `x * 1 -> x`
  func simplifyFloatMultiplication(_ op: OpID) -> Replacement? {
    let operands = BinaryOperands(of: op, in: self)
    return operands.isRightOne ? .value(operands.lhs) : nil
  }

  /// `x / 1 -> x`
  func simplifyFloatDivision(_ op: OpID) -> Replacement? {
    let operands = BinaryOperands(of: op, in: self)
    return operands.isRightOne ? .value(operands.lhs) : nil
  }

  /// `-(-x) -> x`
  func simplifyNegation(_ op: OpID) -> Replacement? {
    operand(of: operand(0, of: op), definedBy: .negf).map { .value($0) }
  }

  /// `|(|x|)| -> |x|`, `|-x| -> |x|`
  func simplifyFloatAbsolute(_ op: OpID) -> Replacement? {
    let source = operand(0, of: op)
    if operand(of: source, definedBy: .absf) != nil { return .value(source) }
    return operand(of: source, definedBy: .negf).map { .unary(.absf, $0, type(of: source)) }
  }

  /// `min(x, x) -> x`
  func simplifyFloatExtremum(_ op: OpID) -> Replacement? {
    let operands = BinaryOperands(of: op, in: self)
    return operands.lhs == operands.rhs ? .value(operands.lhs) : nil
  }

  /// `floor(floor(x)) -> floor(x)`, and so for `ceil` and for one of the other
  func simplifyRounding(_ op: OpID) -> Replacement? {
    let source = operand(0, of: op)
    let isWhole =
      operand(of: source, definedBy: .floor) != nil || operand(of: source, definedBy: .ceil) != nil
    return isWhole ? .value(source) : nil
  }

  /// `x * 1 + y -> x + y`
  func simplifyMultiplyAdd(_ op: OpID) -> Replacement? {
    let factors = BinaryOperands(of: op, in: self)
    guard factors.isRightOne else { return nil }
    return .operation(
      OpDraft(.addf, operands: [factors.lhs, operand(2, of: op)], results: [factors.type]))
  }
}

extension BinaryOperands {
  /// Minus zero, where the format has one.
  fileprivate var minusZero: UInt64? {
    format.flatMap { $0.specialValues == .nanIsMinusZero ? nil : $0.signBit }
  }

  fileprivate var isRightOne: Bool { right != nil && right == format?.one }
}
