import SwiftSyntax

/// Finds out whether a jump inside a loop's body goes out of the loop.
///
/// Closures, functions and types inside the body have jumps of their own and are not looked into.
final class LeavingJumps: SyntaxVisitor {
  private var found = false
  private let ownLabel: String?
  private var innerLabels: Set<String> = []
  private var loopDepth = 0
  private var switchDepth = 0

  private init(ownLabel: String?) {
    self.ownLabel = ownLabel
    super.init(viewMode: .sourceAccurate)
  }

  /// Whether `body`, the body of a loop with the label `label`, contains a `break` out of the loop,
  /// a `return`, or a jump to a statement around the loop.
  static func exist(in body: CodeBlockSyntax, ofLoopLabelled label: String?) -> Bool {
    let visitor = LeavingJumps(ownLabel: label)
    visitor.walk(body)
    return visitor.found
  }

  override func visit(_ node: ReturnStmtSyntax) -> SyntaxVisitorContinueKind {
    found = true
    return .skipChildren
  }

  override func visit(_ node: BreakStmtSyntax) -> SyntaxVisitorContinueKind {
    if let label = node.label?.text {
      found = found || !innerLabels.contains(label)
    } else {
      found = found || (loopDepth == 0 && switchDepth == 0)
    }
    return .skipChildren
  }

  override func visit(_ node: ContinueStmtSyntax) -> SyntaxVisitorContinueKind {
    if let label = node.label?.text, label != ownLabel, !innerLabels.contains(label) {
      found = true
    }
    return .skipChildren
  }

  override func visit(_ node: LabeledStmtSyntax) -> SyntaxVisitorContinueKind {
    innerLabels.insert(node.label.text)
    return .visitChildren
  }

  override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind { enterLoop() }
  override func visitPost(_ node: ForStmtSyntax) { loopDepth -= 1 }
  override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind { enterLoop() }
  override func visitPost(_ node: WhileStmtSyntax) { loopDepth -= 1 }
  override func visit(_ node: RepeatStmtSyntax) -> SyntaxVisitorContinueKind { enterLoop() }
  override func visitPost(_ node: RepeatStmtSyntax) { loopDepth -= 1 }

  override func visit(_ node: SwitchExprSyntax) -> SyntaxVisitorContinueKind {
    switchDepth += 1
    return .visitChildren
  }
  override func visitPost(_ node: SwitchExprSyntax) { switchDepth -= 1 }

  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

  private func enterLoop() -> SyntaxVisitorContinueKind {
    loopDepth += 1
    return .visitChildren
  }
}
