import SwiftSyntax

/// Rewrites the body of a kernel so that running it traces it.
///
/// Control flow stays Swift's own: only the headers of statements change, so that they run over
/// *staging sequences*, which run a region once for each time that it has to be traced.
///
///     for i in S { B }      ->  for i in __k.loop(S, [cells]) { B }
///     if C { A } else { B } ->  for t in __k.branch(C, [cells]) { if t { A } else { B } }
///     while C { B }         ->  for _ in __k.whileLoop({ C }, [cells]) { B }
///     C ? a : b             ->  __k.select({ C }, { a }, { b })
///     return                ->  __returned = __k.flag(true); continue <region>
///
/// What must stay true:
/// - A region is left only by reaching its end or by `continue` with its label: never by `break` or
///   `return`, which would leave its sequence in the middle.
/// - Where a statement ends, the compiler's line counter is right again, so that the text behind it
///   needs no directive.
/// - All edits that a visit makes lie in the range of the visited node.
///
/// The class is the table of contents: each `visit` hands over to an extension.
final class BodyRewriter: SyntaxVisitor {
  /// The text of the body.
  let source: SourceText
  /// The edits made so far.
  var edits = TextEdits()
  /// The local names that are visible where the visit is.
  var variables = VisibleVariables()
  /// What the visited statement is nested in, outermost first, within the innermost function.
  var frames: [Frame] = []
  /// The flags that the statements visited since the last reset raise.
  var raised: Set<JumpFlag> = []
  /// The innermost function or closure.
  var function = FunctionContext()
  /// Labels of staged sequences that some `continue` names.
  var usedLabels: Set<String> = []
  /// Variables that some staged statement carries.
  var carriedVariables: Set<String> = []
  /// What is being hoisted out of the visited statement.
  var hoisting = Hoisting()
  /// How many temporaries are visible, which makes the next one's name.
  var temporaries = 0
  /// How many calls the staging is told of so far.
  var calls = 0
  /// Whether the function belongs to a value or an object, which may lead to objects.
  var isInstanceMember = false
  /// Whether the function may change what it belongs to, as a `mutating` one may.
  var changesSelf = false
  /// Whether an error was reported.
  private(set) var hasFailed = false

  private var constructs = 0
  private let report: (KernelDiagnostic, AbsolutePosition) -> Void

  /// Prepares to rewrite a body whose text is `source`; `report` is told of errors with positions
  /// relative to the start of the body.
  init(_ source: SourceText, report: @escaping (KernelDiagnostic, AbsolutePosition) -> Void) {
    self.source = source
    self.report = report
    super.init(viewMode: .sourceAccurate)
  }

  /// Reports an error at `node`.
  func diagnose(_ diagnostic: KernelDiagnostic, at node: some SyntaxProtocol) {
    hasFailed = true
    report(diagnostic, node.positionAfterSkippingLeadingTrivia)
  }

  /// A number that no other construct of the body has.
  func nextNumber() -> Int {
    constructs += 1
    return constructs
  }

  /// Whether the body has control flow that may run on the device.
  var isStaged: Bool { constructs > 0 }

  /// Visits with `visit`, which edits inside `range` only, and returns the text of `range` that
  /// results.
  func rendered(_ range: Range<Int>, _ visit: () -> Void) -> String {
    let mark = edits.mark
    visit()
    return edits.take(from: mark, in: range, of: source)
  }

  // MARK: Statements

  override func visit(_ node: CodeBlockItemListSyntax) -> SyntaxVisitorContinueKind {
    rewriteBlock(node)
    return .skipChildren
  }

  override func visit(_ node: IfConfigDeclSyntax) -> SyntaxVisitorContinueKind {
    rewriteConditionalCompilation(node)
    return .skipChildren
  }

  override func visit(_ node: LabeledStmtSyntax) -> SyntaxVisitorContinueKind {
    rewriteLabelled(node)
    return .skipChildren
  }

  override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
    rewriteFor(node, label: nil)
    return .skipChildren
  }

  override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind {
    rewriteWhile(node, label: nil)
    return .skipChildren
  }

  override func visit(_ node: RepeatStmtSyntax) -> SyntaxVisitorContinueKind {
    rewriteRepeat(node, label: nil)
    return .skipChildren
  }

  override func visit(_ node: GuardStmtSyntax) -> SyntaxVisitorContinueKind {
    rewriteGuard(node)
    return .skipChildren
  }

  override func visit(_ node: SwitchCaseSyntax) -> SyntaxVisitorContinueKind {
    rewriteCase(node)
    return .skipChildren
  }

  override func visit(_ node: ReturnStmtSyntax) -> SyntaxVisitorContinueKind {
    rewriteReturn(node)
    return .skipChildren
  }

  override func visit(_ node: BreakStmtSyntax) -> SyntaxVisitorContinueKind {
    rewriteJump(node, .break(label: node.label?.text))
    return .skipChildren
  }

  override func visit(_ node: ContinueStmtSyntax) -> SyntaxVisitorContinueKind {
    rewriteJump(node, .continue(label: node.label?.text))
    return .skipChildren
  }

  override func visit(_ node: FallThroughStmtSyntax) -> SyntaxVisitorContinueKind {
    refuseStagedFallthrough(node)
    return .skipChildren
  }

  override func visit(_ node: DeferStmtSyntax) -> SyntaxVisitorContinueKind {
    diagnose(.deferStatement, at: node)
    return .skipChildren
  }

  override func visit(_ node: ThrowStmtSyntax) -> SyntaxVisitorContinueKind {
    diagnose(.throwStatement, at: node)
    return .skipChildren
  }

  override func visit(_ node: CatchClauseSyntax) -> SyntaxVisitorContinueKind {
    diagnose(.catchClause, at: node)
    return .skipChildren
  }

  // MARK: Declarations

  override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
    rewriteVariable(node)
    return .skipChildren
  }

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    rewriteLocalFunction(node)
    return .skipChildren
  }

  override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

  // MARK: Expressions

  override func visit(_ node: IfExprSyntax) -> SyntaxVisitorContinueKind {
    node.isStatement ? rewriteIf(node) : rewriteIfValue(node)
    return .skipChildren
  }

  override func visit(_ node: SwitchExprSyntax) -> SyntaxVisitorContinueKind {
    node.isStatement ? rewriteSwitch(node, label: nil) : rewriteSwitchValue(node)
    return .skipChildren
  }

  override func visit(_ node: TernaryExprSyntax) -> SyntaxVisitorContinueKind {
    rewriteTernary(node)
    return .skipChildren
  }

  override func visit(_ node: InfixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
    rewriteOperator(node)
    return .skipChildren
  }

  override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    refuseStagedMutation(by: node)
    return .visitChildren
  }

  override func visitPost(_ node: FunctionCallExprSyntax) { hoisting.callsLeftInPlace += 1 }

  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
    rewriteClosure(node)
    return .skipChildren
  }

  override func visit(_ node: InOutExprSyntax) -> SyntaxVisitorContinueKind {
    refuseStagedChange(of: node.expression)
    return .visitChildren
  }

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    nameAnonymousParameters(in: node)
    return .visitChildren
  }

  /// A line break, and so a directive, may not stand in a string literal.
  override func visit(_ node: StringLiteralExprSyntax) -> SyntaxVisitorContinueKind {
    nameAnonymousParameters(in: node)
    return .skipChildren
  }

  override func visit(_ node: TryExprSyntax) -> SyntaxVisitorContinueKind {
    diagnose(.tryExpression, at: node)
    return .skipChildren
  }

  override func visit(_ node: AwaitExprSyntax) -> SyntaxVisitorContinueKind {
    diagnose(.awaitExpression, at: node)
    return .skipChildren
  }
}

extension SyntaxProtocol {
  /// The offsets of the node's text in the body, without leading and trailing trivia.
  var textRange: Range<Int> { textStart..<textEnd }

  /// The offset of the node's first character behind its leading trivia.
  var textStart: Int { positionAfterSkippingLeadingTrivia.utf8Offset }

  /// The offset behind the node's last character before its trailing trivia.
  var textEnd: Int { endPositionBeforeTrailingTrivia.utf8Offset }
}

extension ExprSyntaxProtocol {
  /// Whether an `if` or `switch` stands as a statement, not as a value.
  fileprivate var isStatement: Bool {
    parent?.is(ExpressionStmtSyntax.self) == true || parent?.is(CodeBlockItemSyntax.self) == true
  }
}
