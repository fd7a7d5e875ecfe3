import SwiftSyntax

/// Finds the names through which an expression may change something: what `&` stands before, what a
/// method is called on, and what is called.
final class PossibleChanges: SyntaxVisitor {
  private var names: Set<String> = []

  /// The names in `node`, closures included.
  static func names(in node: some SyntaxProtocol) -> Set<String> {
    let visitor = PossibleChanges(viewMode: .sourceAccurate)
    visitor.walk(node)
    return visitor.names
  }

  override func visitPost(_ node: InOutExprSyntax) { note(node.expression) }
  override func visitPost(_ node: FunctionCallExprSyntax) { note(node.calledExpression) }

  private func note(_ place: ExprSyntax) {
    if let name = place.root?.name { names.insert(name) }
  }
}
