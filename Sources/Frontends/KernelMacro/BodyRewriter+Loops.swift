import SwiftSyntax

/// `for`, `while` and `repeat`.
extension BodyRewriter {
  /// Rewrites a `for` loop, which the host unrolls or the staging traces once.
  func rewriteFor(_ node: ForStmtSyntax, label: LabeledStmtSyntax?) {
    if let keyword = node.tryKeyword ?? node.awaitKeyword {
      diagnose(.asynchronousLoop, at: keyword)
    }
    let number = nextNumber()
    let sequence = "__sequence\(number)"
    let head = valueStatement(sequence, node.sequence)
    let leadsToObjects = variables.mayLeadToObjects(node.sequence)
    variables.enterScope()
    variables.declare(node.pattern, isMutable: false, leadsToObjects: leadsToObjects)
    let body = rewriteLoopBody(
      node.body, number: number, label: label, condition: node.whereClause?.condition)
    variables.leaveScope()

    let cells = cells(mentionedIn: [node], raising: body.leaving)
    let start = (label?.textStart ?? node.textStart)
    let keyword = node.forKeyword.textStart
    let name = label?.label.text ?? labelName(number)
    let labelled = label != nil || usedLabels.contains(name)
    let resumed =
      labelled
      ? source.splitting("\(name):", before: keyword) : source.synchronized(to: keyword)
    edits.replace(start..<keyword, with: body.declarations + head + resumed)
    edits.replace(node.sequence.textRange, with: "__k.loop(\(sequence), \(cells)\(body.until))")
    let brace = node.body.leftBrace
    let isMultiline = source.spansLines(node.sequence.textStart..<brace.textStart)
    let resumption = isMultiline || node.whereClause != nil ? resumption(in: node.body) : ""
    edits.replace(
      node.sequence.textEnd..<brace.textEnd, with: " {" + body.opening + resumption)
    edits.insert(body.closing, at: node.body.rightBrace.textStart)
  }

  /// Rewrites a `while` loop, which turns out to be the host's or the device's by its condition.
  func rewriteWhile(_ node: WhileStmtSyntax, label: LabeledStmtSyntax?) {
    let expressions = node.conditions.compactMap(\.expression)
    guard expressions.count == node.conditions.count else {
      return rewriteHostWhile(node, label: label)
    }
    let number = nextNumber()
    let condition = conditionClosure(expressions)
    let body = rewriteLoopBody(node.body, number: number, label: label)
    edits.replace(
      (label?.textStart ?? node.textStart)..<node.body.leftBrace.textEnd,
      with: header(
        "whileLoop", number, label, condition, at: expressions[0].textStart, of: node, body)
        + resumption(in: node.body))
    edits.insert(body.closing, at: node.body.rightBrace.textStart)
  }

  /// Rewrites `repeat { B } while C`, whose condition moves to the front as a closure.
  func rewriteRepeat(_ node: RepeatStmtSyntax, label: LabeledStmtSyntax?) {
    let number = nextNumber()
    let condition = conditionClosure([node.condition])
    let body = rewriteLoopBody(node.body, number: number, label: label)
    edits.replace(
      (label?.textStart ?? node.textStart)..<node.body.leftBrace.textEnd,
      with: header(
        "repeatLoop", number, label, condition, at: node.condition.textStart, of: node, body)
        + resumption(in: node.body))
    let brace = node.body.rightBrace.textStart
    let lines = source.line(of: node.textEnd) - source.line(of: brace)
    edits.replace(
      brace..<node.textEnd,
      with: body.closing + "}" + String(repeating: "\n", count: lines))
  }

  /// The header of a loop over the sequence that `hook` makes, with the body's opening.
  ///
  /// The hook stands at `offset`, the condition's, where an error in the condition's type is
  /// reported.
  private func header(
    _ hook: String, _ number: Int, _ label: LabeledStmtSyntax?, _ condition: String,
    at offset: Int, of node: some SyntaxProtocol, _ body: LoopBody
  ) -> String {
    let name = label?.label.text ?? labelName(number)
    let prefix = label != nil || usedLabels.contains(name) ? "\(name): " : ""
    let cells = cells(mentionedIn: [node], raising: body.leaving)
    return body.declarations + source.calling(hook, on: "\(prefix)for _ in __k", at: offset)
      + "(\(condition), \(cells)\(body.until)) {" + body.opening
  }

  /// A loop's body, rewritten, and what has to stand around it.
  private struct LoopBody {
    /// Declarations in front of the loop, each with a semicolon.
    var declarations = ""
    /// What stands behind the brace that opens the body.
    var opening = ""
    /// What stands before the brace that closes the body.
    var closing = ""
    /// The flags of jumps out of the loop.
    var leaving: Set<JumpFlag> = []

    /// The argument that tells the loop's sequence when to stop.
    var until: String { leaving.isEmpty ? "" : ", until: { [\(leaving.list)] }" }
  }

  /// Rewrites the statements of a staged loop; `condition` is that of `where`.
  ///
  /// An iteration does nothing if a jump out of the loop was taken before: neither the device in a
  /// loop whose trip count is fixed nor the host in a loop that it unrolls can always stop.
  private func rewriteLoopBody(
    _ block: CodeBlockSyntax, number: Int, label: LabeledStmtSyntax?,
    condition: ExprSyntax? = nil
  ) -> LoopBody {
    let outer = raised
    let depth = frames.count
    raised = []
    frames.append(
      Frame(
        kind: .loop, number: number, userLabel: label?.label.text,
        stagedLabel: label?.label.text ?? labelName(number)))
    let isLeft = LeavingJumps.exist(in: block, ofLoopLabelled: label?.label.text)
    let guardLabel = "__rest\(number)"
    let whereLabel = "__branch\(number)"
    if isLeft { frames.append(Frame(kind: .region, stagedLabel: guardLabel)) }
    let head = condition.map { conditionStatement("__condition\(number)", [$0]) }
    if head != nil { frames.append(Frame(kind: .region, stagedLabel: whereLabel)) }
    rewriteBlock(block.statements)
    frames.removeSubrange(depth...)

    var body = LoopBody()
    let continued = JumpFlag.continued(number)
    let broken = JumpFlag.broken(number)
    let inside = raised
    body.leaving = inside.subtracting([continued])
    raised = outer.union(body.leaving.subtracting([broken]))
    if body.leaving.contains(broken) { body.declarations = declaration(of: broken) + "; " }
    if inside.contains(continued) { body.opening += " \(declaration(of: continued));" }
    let cells = cells(mentionedIn: [block], raising: inside)
    if !body.leaving.isEmpty {
      body.opening +=
        " \(labelPrefix(guardLabel))"
        + "for _ in __k.rest(unless: [\(body.leaving.list)], \(cells)) {"
      body.closing += " }"
    }
    if let head, let condition {
      body.opening +=
        head
        + branch(
          number, label: labelPrefix(whereLabel), cells: cells, at: condition.textStart)
      body.closing += " } }"
    }
    return body
  }

  /// Rewrites what is inside a loop whose condition binds or matches, which only the host can do.
  private func rewriteHostWhile(_ node: WhileStmtSyntax, label: LabeledStmtSyntax?) {
    let number = nextNumber()
    variables.enterScope()
    node.conditions.forEach(rewriteHostCondition)
    let outer = raised
    raised = []
    frames.append(Frame(kind: .loop, number: number, userLabel: label?.label.text))
    rewriteBlock(node.body.statements)
    frames.removeLast()
    let continued = JumpFlag.continued(number)
    if raised.remove(continued) != nil {
      edits.insert(
        " \(declaration(of: continued));" + resumption(in: node.body),
        at: node.body.leftBrace.textEnd)
    }
    raised.formUnion(outer)
    variables.leaveScope()
  }

  /// The label that a staged loop gets if the user gave it none.
  private func labelName(_ number: Int) -> String { "__for\(number)" }
}
