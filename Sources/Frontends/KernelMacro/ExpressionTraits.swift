import SwiftSyntax

extension InfixOperatorExprSyntax {
  /// The operator's text, if it is an operator proper and not `=`.
  private var operatorText: String? {
    self.operator.as(BinaryOperatorExprSyntax.self)?.operator.text
  }

  /// Whether this is `=` or a compound assignment such as `+=`.
  var isAssignment: Bool {
    guard let text = operatorText else { return self.operator.is(AssignmentExprSyntax.self) }
    return text.hasSuffix("=") && !["==", "!=", "<=", ">=", "===", "!==", "~="].contains(text)
  }

  /// Whether the right operand is evaluated only sometimes.
  var isShortCircuiting: Bool { ["&&", "||", "??"].contains(operatorText) }

  /// Whether the operator can be evaluated in a statement of its own.
  fileprivate var isMovable: Bool {
    guard let text = operatorText else { return false }
    return !isAssignment && !isShortCircuiting && !["...", "..<", "~=", "->"].contains(text)
  }
}

extension ExprSyntax {
  /// Whether the expression means the same without what surrounds it.
  ///
  /// `1 / 2` does not: in `1 / 2 * x` its type comes from `x`.
  var standsAlone: Bool {
    if let inner = parenthesized { return inner.standsAlone }
    if let infix = self.as(InfixOperatorExprSyntax.self) {
      return infix.isMovable && !infix.leftOperand.isContextual && !infix.rightOperand.isContextual
        && (infix.leftOperand.standsAlone || infix.rightOperand.standsAlone)
    }
    if let prefix = self.as(PrefixOperatorExprSyntax.self) { return prefix.expression.standsAlone }
    return !self.is(IntegerLiteralExprSyntax.self) && !self.is(FloatLiteralExprSyntax.self)
      && !isContextual
  }

  /// Whether the expression has no type of its own: `.zero`, `nil`, `[1]`, a closure, `&x`.
  private var isContextual: Bool {
    if let inner = parenthesized { return inner.isContextual }
    if let member = self.as(MemberAccessExprSyntax.self) {
      return member.base?.isContextual ?? true
    }
    if let call = self.as(FunctionCallExprSyntax.self) { return call.calledExpression.isContextual }
    return self.is(NilLiteralExprSyntax.self) || self.is(ArrayExprSyntax.self)
      || self.is(DictionaryExprSyntax.self) || self.is(ClosureExprSyntax.self)
      || self.is(InOutExprSyntax.self)
  }

  /// The expression inside the parentheses, if this is one in parentheses.
  private var parenthesized: ExprSyntax? {
    guard let tuple = self.as(TupleExprSyntax.self), tuple.elements.count == 1,
      let element = tuple.elements.first, element.label == nil
    else { return nil }
    return element.expression
  }
}
