import SwiftSyntax

/// One operator per statement for long expressions.
///
///     let y = a * b + c * d      ->      let __1 = a * b
///                                        let __2 = c * d
///                                        let y = __1 + __2
///
/// Swift's type checker gives up on a long expression with one wrong operand, after many seconds
/// and with no useful message; operator by operator it names the operand at once. The staging also
/// learns the position of each operator.
///
/// What must stay true:
/// - Calls run in the order in which they are written: an operator that contains a call moves only
///   if no call before it stays behind.
/// - What is evaluated only sometimes (behind `&&`, in `?:`, in closures) is not moved.
/// - An operand whose meaning depends on what surrounds it (`.zero`, a literal) is not parted from
///   the operator that gives it its type.
extension BodyRewriter {
  /// The number of operators from which an expression is taken apart.
  private static let longExpression = 3

  /// Visits `node`, which is a statement or its expression, with `visit`; what can be hoisted out
  /// of it is put in front.
  func hoist(outOf node: some SyntaxProtocol, _ visit: () -> Void) {
    let range = node.textRange
    let (text, hoisted) = hoistedText(of: node) { rendered(range, visit) }
    let prefix =
      hoisted.isEmpty
      ? ""
      : hoisted + "\n" + positionCall(range.lowerBound)
        + source.synchronized(to: range.lowerBound)
    edits.replace(range, with: prefix + text)
  }

  /// The text that `render` returns for `node`, and the statements that were hoisted out of it.
  func hoistedText(
    of node: some SyntaxProtocol, _ render: () -> String
  ) -> (text: String, hoisted: String) {
    let outer = hoisting
    hoisting = Hoisting(isEnabled: OperatorCount.operators(in: node) >= Self.longExpression)
    let text = render()
    let hoisted = hoisting.text
    hoisting = outer
    return (text, hoisted)
  }

  /// Visits with `visit` what must not be moved.
  func withoutHoisting(_ visit: () -> Void) {
    let isEnabled = hoisting.isEnabled
    hoisting.isEnabled = false
    hoisting.isAtRoot = false
    visit()
    hoisting.isEnabled = isEnabled
  }

  /// Visits the whole value of a statement.
  func walkRoot(_ expression: ExprSyntax) {
    hoisting.isAtRoot = expression.is(InfixOperatorExprSyntax.self)
    walk(expression)
    hoisting.isAtRoot = false
  }

  /// Visits an operator and its operands and hoists it if it may.
  func rewriteOperator(_ node: InfixOperatorExprSyntax) {
    let isRoot = hoisting.isAtRoot
    hoisting.isAtRoot = false
    if node.isAssignment {
      refuseStagedChange(of: node.leftOperand)
      walk(node.leftOperand)
      return walkRoot(node.rightOperand)
    }
    let callsBefore = hoisting.callsLeftInPlace
    if node.isShortCircuiting {
      walk(node.leftOperand)
      return withoutHoisting { walk(node.rightOperand) }
    }
    let range = node.textRange
    let text = rendered(range) {
      walk(node.leftOperand)
      walk(node.rightOperand)
    }
    let isOrdered = hoisting.callsLeftInPlace == callsBefore || callsBefore == 0
    let name = "__\(temporaries + 1)"
    // The temporary must fit into the operator's place, or what follows would change its column.
    let fits = name.utf8.count <= range.count
    guard hoisting.isEnabled, !isRoot, isOrdered, fits, ExprSyntax(node).standsAlone else {
      return edits.replace(range, with: text)
    }
    temporaries += 1
    hoisting.callsLeftInPlace = callsBefore
    hoisting.text +=
      "\n" + positionCall(node.operator.textStart)
      + source.splitting("let \(name) =", before: range.lowerBound) + text
    edits.replace(range, with: name + source.blanks(in: range, behind: name.utf8.count))
  }
}

/// Counts the operators of an expression that could be hoisted out of it.
private final class OperatorCount: SyntaxVisitor {
  private var count = 0

  /// The number of operators in `node`, without assignments and without what is inside closures.
  static func operators(in node: some SyntaxProtocol) -> Int {
    let visitor = OperatorCount(viewMode: .sourceAccurate)
    visitor.walk(node)
    return visitor.count
  }

  override func visitPost(_ node: InfixOperatorExprSyntax) {
    if !node.isAssignment { count += 1 }
  }

  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: CodeBlockSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}
