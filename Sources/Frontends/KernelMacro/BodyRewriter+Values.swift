import SwiftSyntax

/// Conditions and values that are chosen: `?:`, `if` and `switch` as expressions.
extension BodyRewriter {
  /// `let name = …` with the value of `expression` on its own line and column, behind what is
  /// hoisted out of it.
  func valueStatement(_ name: String, _ expression: ExprSyntax) -> String {
    let range = expression.textRange
    let (text, hoisted) = hoistedText(of: expression) {
      rendered(range) { walkRoot(expression) }
    }
    return hoisted + "\n" + positionCall(range.lowerBound)
      + source.splitting("let \(name) =", before: range.lowerBound) + text
  }

  /// `let name = …` with the value of a condition list.
  func conditionStatement(_ name: String, _ conditions: [ExprSyntax]) -> String {
    if conditions.count == 1 { return valueStatement(name, conditions[0]) }
    return "\n" + positionCall(conditions[0].textStart) + "; let \(name) = "
      + conjunction(conditions)
  }

  /// A closure that evaluates a loop's condition, one operator per statement if it is long.
  func conditionClosure(_ conditions: [ExprSyntax]) -> String {
    let start = conditions[0].textStart
    let outer = temporaries
    defer { temporaries = outer }
    if conditions.count > 1 {
      return "{ \(positionCall(start)); return \(conjunction(conditions)) }"
    }
    let (text, hoisted) = hoistedText(of: conditions[0]) {
      rendered(conditions[0].textRange) { walkRoot(conditions[0]) }
    }
    return "{" + hoisted + "\n" + positionCall(start)
      + source.splitting("return (", before: start) + text + ") }"
  }

  /// A call that evaluates conditions from left to right as long as they may hold.
  private func conjunction(_ conditions: [ExprSyntax]) -> String {
    "__k.all(" + conditions.map { thunk($0) }.joined(separator: ", ") + ")"
  }

  /// A closure around `expression`, which keeps its line and column.
  private func thunk(_ expression: ExprSyntax) -> String {
    let range = expression.textRange
    let text = rendered(range) { withoutHoisting { walk(expression) } }
    return "{" + source.synchronized(to: range.lowerBound) + text + " }"
  }

  /// `C ? a : b` becomes a selection.
  func rewriteTernary(_ node: TernaryExprSyntax) {
    let first = thunk(node.thenExpression)
    let second = thunk(node.elseExpression)
    edits.replace(node.textRange, with: selection([node.condition], first, second, of: node))
  }

  /// The choice between two closures, of which each may change variables of the kernel.
  private func selection(
    _ conditions: [ExprSyntax], _ first: String, _ second: String, of node: some SyntaxProtocol
  ) -> String {
    let changed = PossibleChanges.names(in: node)
    let cells = cells(naming: changed, raising: [])
    let last = cells == "[]" ? "" : ", " + cells
    let condition = conditions.count == 1 ? thunk(conditions[0]) : "{ \(conjunction(conditions)) }"
    return "__k.select(\(condition), \(first), \(second)\(last))"
  }

  /// An `if` that stands as a value becomes a selection, unless its conditions bind or match.
  func rewriteIfValue(_ node: IfExprSyntax) {
    let expressions = node.conditions.compactMap(\.expression)
    guard expressions.count == node.conditions.count else { return rewriteHostIfValue(node) }
    guard let elseBody = node.elseBody else { return diagnose(.ifValueNeedsElse, at: node) }
    guard let first = value(of: node.body) else { return }
    let second: String?
    if case .codeBlock(let block) = elseBody {
      second = value(of: block)
    } else {
      second = elseBody.as(IfExprSyntax.self).map { thunk(ExprSyntax($0)) }
    }
    guard let second else { return }
    let selection = selection(expressions, first, second, of: node)
    edits.replace(node.textRange, with: selection + lineBreaks(toEndOf: node))
  }

  /// The line breaks between the last value of an `if` and its closing brace, so that the line
  /// counter is right behind it.
  private func lineBreaks(toEndOf node: IfExprSyntax) -> String {
    guard case .codeBlock(let block) = node.elseBody, let value = block.statements.last else {
      return ""
    }
    let count = source.line(of: node.textEnd) - source.line(of: value.textEnd)
    return String(repeating: "\n", count: count)
  }

  /// A closure around the only expression of a block; reports an error if there is none.
  private func value(of block: CodeBlockSyntax) -> String? {
    guard block.statements.count == 1, let expression = block.statements.first?.onlyExpression
    else {
      diagnose(.ifValueNeedsExpression, at: block)
      return nil
    }
    return thunk(expression)
  }

  private func rewriteHostIfValue(_ node: IfExprSyntax) {
    withoutHoisting {
      variables.enterScope()
      node.conditions.forEach(rewriteHostCondition)
      walkValue(of: node.body.statements)
      variables.leaveScope()
      switch node.elseBody {
      case .codeBlock(let block): walkValue(of: block.statements)
      case .ifExpr(let inner): rewriteHostIfValue(inner)
      default: break
      }
    }
  }

  /// Rewrites what is inside a `switch` that stands as a value.
  func rewriteSwitchValue(_ node: SwitchExprSyntax) {
    withoutHoisting {
      walk(node.subject)
      for element in node.cases {
        guard case .switchCase(let item) = element else { continue }
        walkValue(of: item.statements)
      }
    }
  }

  /// Visits a block that stands for a value: no statement may be put into it.
  private func walkValue(of list: CodeBlockItemListSyntax) {
    for item in list {
      if let expression = item.onlyExpression { walk(expression) } else { walk(item.item) }
    }
  }
}

extension CodeBlockItemSyntax {
  /// The item's expression, also if it is an `if` or `switch` that was parsed as a statement.
  var onlyExpression: ExprSyntax? {
    item.as(ExprSyntax.self) ?? item.as(ExpressionStmtSyntax.self)?.expression
  }
}
