import SwiftSyntax

/// `if`, `guard` and `switch` as statements.
extension BodyRewriter {
  /// Rewrites an `if` that stands as a statement.
  func rewriteIf(_ node: IfExprSyntax) { rewriteIf(node, isElseIf: false) }

  private func rewriteIf(_ node: IfExprSyntax, isElseIf: Bool) {
    let conditions = Array(node.conditions)
    let first = conditions.firstIndex { $0.expression != nil } ?? conditions.count
    let expressions = conditions[first...].compactMap(\.expression)
    let isSplit = first > 0 && node.elseBody == nil && !expressions.isEmpty
    // Bindings and patterns are the host's; what follows them can be staged if there is no `else`.
    guard expressions.count == conditions.count - first, first == 0 || isSplit else {
      return rewriteHostIf(node)
    }
    variables.enterScope()
    var start = node.textStart
    if isSplit {
      for condition in conditions[..<first] { rewriteHostCondition(condition) }
      start = conditions[first - 1].condition.textEnd
    }
    let number = nextNumber()
    let head = conditionStatement("__condition\(number)", expressions)
    let region = rewriteRegion("__branch\(number)", of: node) {
      rewriteBlock(node.body.statements)
      switch node.elseBody {
      case .codeBlock(let block): rewriteBlock(block.statements)
      case .ifExpr(let inner): rewriteIf(inner, isElseIf: true)
      default: break
      }
    }
    edits.replace(
      start..<node.body.leftBrace.textEnd,
      with: (isElseIf || isSplit ? " { " : "") + head
        + branch(number, label: region.label, cells: region.cells, at: expressions[0].textStart)
        + resumption(in: node.body))
    edits.insert(isElseIf || isSplit ? " } }" : " }", at: node.textEnd)
    variables.leaveScope()
  }

  /// The header of a branch on the condition with `number`, which stands at `offset`.
  func branch(
    _ number: Int, label: String, cells: String, at offset: Int, isNegated: Bool = false
  ) -> String {
    let hook = isNegated ? "branchUnless" : "branch"
    let opening = "\(label)for __taken\(number) in __k"
    return source.calling(hook, on: opening, at: offset)
      + "(__condition\(number), \(cells)) { if __taken\(number) {"
  }

  /// Visits a staged statement's blocks with `visit`; returns its label's prefix and its cells.
  private func rewriteRegion(
    _ label: String, of node: some SyntaxProtocol, _ visit: () -> Void
  ) -> (label: String, cells: String) {
    let outer = raised
    raised = []
    frames.append(Frame(kind: .region, stagedLabel: label))
    visit()
    frames.removeLast()
    let cells = cells(mentionedIn: [node], raising: raised)
    raised.formUnion(outer)
    return (labelPrefix(label), cells)
  }

  /// What brings the line counter back to the block's brace.
  func resumption(in block: CodeBlockSyntax) -> String {
    source.directive(line: source.line(of: block.leftBrace.textStart))
  }

  /// Rewrites what is inside an `if` whose conditions bind or match, which only the host can do.
  private func rewriteHostIf(_ node: IfExprSyntax) {
    variables.enterScope()
    node.conditions.forEach(rewriteHostCondition)
    rewriteBlock(node.body.statements)
    variables.leaveScope()
    switch node.elseBody {
    case .codeBlock(let block): rewriteBlock(block.statements)
    case .ifExpr(let inner): rewriteIf(inner, isElseIf: true)
    default: break
    }
  }

  /// Visits a condition that Swift itself evaluates and makes the names that it binds visible.
  func rewriteHostCondition(_ condition: ConditionElementSyntax) {
    walk(condition.condition)
    switch condition.condition {
    case .optionalBinding(let binding):
      let isVariable = binding.bindingSpecifier.tokenKind == .keyword(.var)
      let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text
      let leadsToObjects =
        binding.initializer.map { variables.mayLeadToObjects($0.value) }
        ?? name.map { variables.leadsToObjects($0) } ?? false
      variables.declare(
        binding.pattern, isMutable: isVariable, leadsToObjects: leadsToObjects)
    case .matchingPattern(let match):
      variables.declare(match.pattern, isMutable: false)
    default: break
    }
  }

  /// `guard C else { B }` becomes a branch on the opposite of `C`.
  func rewriteGuard(_ node: GuardStmtSyntax) {
    let expressions = node.conditions.compactMap(\.expression)
    guard expressions.count == node.conditions.count else {
      rewriteBlock(node.body.statements)
      return node.conditions.forEach(rewriteHostCondition)
    }
    if node.body.statements.last?.leavesBlock != true {
      diagnose(.guardFallsThrough, at: node.body.rightBrace)
    }
    let number = nextNumber()
    let head = conditionStatement("__condition\(number)", expressions)
    let region = rewriteRegion("__branch\(number)", of: node) {
      rewriteBlock(node.body.statements)
    }
    edits.replace(
      node.textStart..<node.body.leftBrace.textEnd,
      with: head
        + branch(
          number, label: region.label, cells: region.cells, at: expressions[0].textStart,
          isNegated: true)
        + resumption(in: node.body))
    edits.insert(" }", at: node.textEnd)
  }

  // MARK: Switch

  /// Rewrites what is inside a `switch`, which is the host's.
  func rewriteSwitch(_ node: SwitchExprSyntax, label: LabeledStmtSyntax?) {
    rewriteBreakable(node, .switchStatement, label: label) {
      walk(node.subject)
      walk(node.cases)
    }
  }

  /// Visits with `visit` a statement that `break` leaves but that is no loop.
  private func rewriteBreakable(
    _ node: some SyntaxProtocol, _ kind: Frame.Kind, label: LabeledStmtSyntax?, _ visit: () -> Void
  ) {
    let number = nextNumber()
    frames.append(Frame(kind: kind, number: number, userLabel: label?.label.text))
    let range = label?.textRange ?? node.textRange
    let text = rendered(range, visit)
    frames.removeLast()
    let flag = JumpFlag.broken(number)
    let isRaised = raised.remove(flag) != nil
    edits.replace(
      range,
      with: (isRaised ? declaration(of: flag) + source.synchronized(to: range.lowerBound) : "")
        + text)
  }

  /// Rewrites the statements of a case, in which the names that its patterns bind are visible.
  func rewriteCase(_ node: SwitchCaseSyntax) {
    variables.enterScope()
    if let label = node.label.as(SwitchCaseLabelSyntax.self) {
      for item in label.caseItems { variables.declare(item.pattern, isMutable: false) }
    }
    rewriteBlock(node.statements)
    variables.leaveScope()
  }

  /// Rewrites a statement with a label.
  func rewriteLabelled(_ node: LabeledStmtSyntax) {
    let statement = node.statement
    if let loop = statement.as(ForStmtSyntax.self) { return rewriteFor(loop, label: node) }
    if let loop = statement.as(WhileStmtSyntax.self) { return rewriteWhile(loop, label: node) }
    if let loop = statement.as(RepeatStmtSyntax.self) { return rewriteRepeat(loop, label: node) }
    if let choice = statement.as(ExpressionStmtSyntax.self)?.expression.as(SwitchExprSyntax.self) {
      return rewriteSwitch(choice, label: node)
    }
    rewriteBreakable(statement, .labelled, label: node) { rewriteUnlabelled(node) }
  }

  /// Rewrites the statement behind a label; a label in front of staged text would fall on the first
  /// of its statements, so `do {` is put between.
  private func rewriteUnlabelled(_ node: LabeledStmtSyntax) {
    if node.statement.is(DoStmtSyntax.self) { return walk(node.statement) }
    edits.insert("do { ", at: node.statement.textStart)
    walk(node.statement)
    edits.insert(" }", at: node.statement.textEnd)
  }
}

extension ConditionElementSyntax {
  /// The condition, if it is an expression.
  var expression: ExprSyntax? {
    guard case .expression(let expression) = condition else { return nil }
    return expression
  }
}

extension CodeBlockItemSyntax {
  /// Whether control cannot get behind the item, as far as syntax tells.
  fileprivate var leavesBlock: Bool {
    switch item {
    case .stmt(let statement):
      statement.is(ReturnStmtSyntax.self) || statement.is(BreakStmtSyntax.self)
        || statement.is(ContinueStmtSyntax.self) || statement.is(ThrowStmtSyntax.self)
        || statement.is(ExpressionStmtSyntax.self)
    case .expr(let expression):
      expression.isControlFlow
        || ["fatalError", "preconditionFailure"].contains(
          expression.as(FunctionCallExprSyntax.self)?.calledExpression.trimmedDescription)
    default: false
    }
  }
}
