import SwiftSyntax

/// Lists of statements: positions, and what runs only if no jump was taken.
extension BodyRewriter {
  /// Rewrites the statements of a block, which is a scope.
  func rewriteBlock(_ list: CodeBlockItemListSyntax) {
    let visible = temporaries
    variables.enterScope()
    declareFunctions(in: list)
    rewriteItems(Array(list))
    variables.leaveScope()
    temporaries = visible
  }

  /// Rewrites statements that follow each other.
  ///
  /// Behind a statement that may have raised a flag, the others run unless it is raised.
  private func rewriteItems(_ items: [CodeBlockItemSyntax]) {
    let outer = raised
    defer { raised.formUnion(outer) }
    raised = []
    for (index, item) in items.enumerated() {
      let watch = watch(of: item)
      markPosition(of: item, behind: index == 0 ? nil : items[index - 1], opening: watch?.opening)
      rewriteItem(item)
      if let watch { edits.insert("; " + watch.closing, at: item.item.textEnd) }
      let rest = Array(items[(index + 1)...])
      if !raised.isEmpty, !rest.isEmpty {
        rewriteRest(rest, behind: item)
        return
      }
    }
  }

  /// Puts the statements that follow `item` into a region that runs unless a flag is raised.
  private func rewriteRest(_ rest: [CodeBlockItemSyntax], behind item: CodeBlockItemSyntax) {
    let label = "__rest\(nextNumber())"
    let range = item.textEnd..<rest[rest.count - 1].textEnd
    let flags = raised
    raised = []
    frames.append(Frame(kind: .region, stagedLabel: label))
    variables.enterScope()
    let text = rendered(range) { rewriteItems(rest) }
    variables.leaveScope()
    frames.removeLast()
    let cells = cells(mentionedIn: rest, raising: raised)
    raised.formUnion(flags)
    // Nothing may follow a directive such as `#endif` on its line.
    let opening = item.isConditionalCompilation ? "\n" : item.semicolon == nil ? "; " : " "
    let closing =
      rest[rest.count - 1].isConditionalCompilation
      ? "\n}" + source.synchronized(afterLineOf: range.upperBound) : " }"
    edits.replace(
      range,
      with: opening + labelPrefix(label) + "for _ in __k.rest(unless: [\(flags.list)], \(cells)) {"
        + text + closing)
  }

  /// Tells the staging where the statement stands.
  ///
  /// The call goes behind the previous statement, in front of its comments, where it moves nothing;
  /// `opening`, what else has to stand before the statement, goes with it.
  private func markPosition(
    of item: CodeBlockItemSyntax, behind previous: CodeBlockItemSyntax?, opening: String?
  ) {
    guard item.isExecutable, let token = item.previousToken(viewMode: .sourceAccurate) else {
      return
    }
    let start = item.textStart
    let end = token.textEnd
    let call = positionCall(start) + (opening.map { "; " + $0 } ?? "")
    let followsDirective =
      token.tokenKind == .poundEndif
      || (previous == nil && item.parent?.parent?.is(IfConfigClauseSyntax.self) == true)
    if followsDirective || source.line(of: end) == source.line(of: start) {
      edits.insert(call + source.synchronized(to: start), at: start)
    } else {
      let separator = previous == nil || previous?.semicolon != nil ? " " : "; "
      edits.insert(separator + call + ";", at: end)
    }
  }

  /// The call that says that what follows stands at `offset`.
  func positionCall(_ offset: Int) -> String {
    let position = source.position(of: offset)
    return "__k.at(\(position.line), \(position.column))"
  }

  private func rewriteItem(_ item: CodeBlockItemSyntax) {
    switch item.item {
    case .expr(let expression) where !expression.isControlFlow:
      hoist(outOf: expression) { walkRoot(expression) }
    case .decl(let declaration):
      walk(declaration)
    default:
      walk(item.item)
    }
  }

  /// Rewrites `#if` and its clauses, whose statements belong to the block around it.
  func rewriteConditionalCompilation(_ node: IfConfigDeclSyntax) {
    for clause in node.clauses {
      switch clause.elements {
      case .statements(let statements): rewriteItems(Array(statements))
      case let elements?: walk(Syntax(elements))
      case nil: break
      }
    }
  }

  /// Makes the block's functions visible from its start, as they are in Swift.
  private func declareFunctions(in list: CodeBlockItemListSyntax) {
    for item in list {
      guard let function = item.item.as(FunctionDeclSyntax.self) else { continue }
      variables.declare(
        function.name.text, isMutable: false, mentions: function.body?.identifiers ?? [])
    }
  }

  // MARK: Cells

  /// The list of cells for a statement: access to each visible variable that `nodes` mention and to
  /// each of `flags`.
  ///
  /// A variable that is mentioned but not changed costs nothing: the staging finds it unchanged.
  /// Constants that may lead to objects are there to be watched.
  func cells(
    mentionedIn nodes: [some SyntaxProtocol], raising flags: Set<JumpFlag>, and more: [String] = []
  ) -> String {
    let names = nodes.reduce(into: Set<String>()) { $0.formUnion($1.identifiers) }
    return self.cells(naming: names, raising: flags, and: more)
  }

  /// The same for the variables that `names` name.
  func cells(
    naming names: Set<String>, raising flags: Set<JumpFlag>, and more: [String] = []
  ) -> String {
    let carried = variables.variables(mentionedBy: names)
    carriedVariables.formUnion(carried)
    var cells = carried.map { cell(named: $0, of: $0) }
    let constants = variables.constantsWithObjects(mentionedBy: names)
    cells += (constants + (isInstanceMember ? ["self"] : [])).map {
      "__k.constant(\"\($0)\", { \($0) })"
    }
    if flags.contains(.returned), function.storesResult {
      cells.append(cell(named: "return value", of: "__result"))
    }
    cells += flags.ordered.map { cell(named: $0.keyword, of: $0.name) } + more
    return "[" + cells.joined(separator: ", ") + "]"
  }

  /// A cell that gives the staging access to `variable` and calls it `name` in messages.
  func cell(named name: String, of variable: String) -> String {
    "__k.cell(\"\(name)\", { \(variable) }, { \(variable) = $0 })"
  }

  /// The label and its colon, if some `continue` names it.
  func labelPrefix(_ label: String) -> String {
    usedLabels.contains(label) ? "\(label): " : ""
  }

  /// The declaration of a flag that is not raised.
  func declaration(of flag: JumpFlag) -> String { "var \(flag.name) = __k.flag(false)" }
}

extension CodeBlockItemSyntax {
  /// Whether this is `#if` … `#endif`.
  var isConditionalCompilation: Bool { item.is(IfConfigDeclSyntax.self) }

  /// Whether the item does something where it stands, as a declaration of a function does not.
  fileprivate var isExecutable: Bool {
    guard case .decl(let declaration) = item else { return true }
    return declaration.is(VariableDeclSyntax.self)
  }
}

extension ExprSyntax {
  /// Whether this is `if` or `switch`.
  var isControlFlow: Bool { self.is(IfExprSyntax.self) || self.is(SwitchExprSyntax.self) }
}
