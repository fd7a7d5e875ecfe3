import SwiftSyntax

/// Functions and closures, each with jumps of its own.
extension BodyRewriter {
  /// A function's or closure's statements, rewritten, and what has to stand around them.
  struct Body {
    /// Declarations in front of the statements.
    var opening = ""
    /// The statements.
    var text = ""
    /// What has to follow the statements.
    var closing = ""
  }

  /// Rewrites the body of a function with `signature`, which is a local one or that of the kernel.
  func rewriteFunction(
    _ signature: FunctionSignatureSyntax, _ block: CodeBlockSyntax, isLocal: Bool = false
  ) -> Body {
    let range = block.leftBrace.textEnd..<block.rightBrace.textStart
    var context = FunctionContext(signature)
    context.isCalledInRegions = isLocal
    var body = rewriteBody(context, Frame(kind: .function), in: range) {
      for parameter in signature.parameterClause.parameters {
        let isInout = parameter.type.as(AttributedTypeSyntax.self)?.isInout == true
        variables.declare(
          parameter.localName.text, isMutable: isInout,
          leadsToObjects: parameter.mayLeadToObjects(in: block))
      }
      if let value = implicitlyReturned(from: block) {
        rewriteImplicitReturn(value)
      } else {
        rewriteBlock(block.statements)
      }
    }
    body.opening = begin(body) + body.opening
    return body
  }

  /// What begins a call of the function or closure with the rewritten `body`, and takes the
  /// position back to the caller's however the call ends.
  private func begin(_ body: Body) -> String {
    let begin = "Staging.begin(file: \(source.file))"
    // Without statements there would be a constant that is never used.
    guard body.text.contains("__k") else { return " \(begin).end();" }
    return " let __k = \(begin); defer { __k.end() };"
  }

  /// Rewrites with `visit` the statements of a function or closure in `range`.
  private func rewriteBody(
    _ context: FunctionContext, _ frame: Frame, in range: Range<Int>, _ visit: () -> Void
  ) -> Body {
    let outer = (function, frames, raised, hoisting)
    var context = context
    context.standsInRegion = isStaged(frames) || function.standsInRegion
    context.isCalledInRegions = context.isCalledInRegions || function.isCalledInRegions
    (function, frames, raised, hoisting) = (context, [frame], [], Hoisting())
    defer { (function, frames, raised, hoisting) = outer }
    variables.enterScope()
    var body = Body()
    body.text = rendered(range, visit)
    variables.leaveScope()
    for (name, type) in function.inoutParameters where carriedVariables.contains(name) {
      // Cells outlive the call as far as Swift knows, so they cannot refer to the parameter itself.
      body.opening +=
        " func __set_\(name)(_ value: \(type)) { \(name) = value };"
        + " do { var \(name) = \(name); defer { __set_\(name)(\(name)) };"
      body.closing += " }"
    }
    if raised.contains(.returned) { body.opening += " \(declaration(of: .returned));" }
    if function.storesResult, let type = function.result {
      body.opening += " var __result: \(type.trimmedDescription) = __k.undefined();"
      body.closing = "; return __result" + body.closing
    }
    return body
  }

  /// The expression that a function returns without saying `return`.
  private func implicitlyReturned(from block: CodeBlockSyntax) -> ExprSyntax? {
    guard function.result != nil, block.statements.count == 1,
      let expression = block.statements.first?.onlyExpression
    else { return nil }
    if expression.isControlFlow, ReturnStatements.exist(in: expression) { return nil }
    return expression
  }

  /// Rewrites a body that consists of the value that it returns.
  private func rewriteImplicitReturn(_ value: ExprSyntax) {
    let range = value.textRange
    let position = positionCall(range.lowerBound)
    if let choice = value.as(SwitchExprSyntax.self) {
      // Parentheses are not allowed around `switch`.
      edits.insert(position + "; return ", at: range.lowerBound)
      return rewriteSwitchValue(choice)
    }
    let (text, hoisted) = hoistedText(of: value) { rendered(range) { walkOnlyExpression(value) } }
    let opening = source.splitting("return (", before: range.lowerBound)
    edits.replace(range, with: hoisted + "\n" + position + opening + text + ")")
  }

  /// Visits an expression that is a whole body, where an `if` is a value though it is parsed as a
  /// statement.
  private func walkOnlyExpression(_ value: ExprSyntax) {
    if let choice = value.as(IfExprSyntax.self) {
      rewriteIfValue(choice)
    } else if let choice = value.as(SwitchExprSyntax.self) {
      rewriteSwitchValue(choice)
    } else {
      walkRoot(value)
    }
  }

  /// Rewrites a function inside the kernel.
  func rewriteLocalFunction(_ node: FunctionDeclSyntax) {
    for attribute in node.attributes {
      let name = attribute.as(AttributeSyntax.self)?.attributeName.trimmedDescription
      if name == "Kernel" || name == "Device" {
        return diagnose(.attributeOnLocalFunction(name ?? ""), at: attribute)
      }
    }
    guard let block = node.body else { return }
    let body = rewriteFunction(node.signature, block, isLocal: true)
    let range = block.leftBrace.textEnd..<block.rightBrace.textStart
    edits.replace(
      range,
      with: body.opening + (body.opening.isEmpty ? "" : resumption(in: block)) + body.text
        + body.closing)
  }

  /// Rewrites a closure. A closure that is one expression stays one, so that Swift still infers its
  /// type from it.
  func rewriteClosure(_ node: ClosureExprSyntax) {
    if let capture = node.signature?.capture { diagnose(.captureList, at: capture) }
    let start = node.signature?.textEnd ?? node.leftBrace.textEnd
    let range = start..<node.rightBrace.textStart
    let context = FunctionContext(node)
    // The body of `forEach` returns nothing that Swift would have to infer.
    let value = node.isBodyOfForEach ? nil : node.statements.onlyValue
    let body = rewriteBody(context, Frame(kind: .closure), in: range) {
      declareParameters(of: node)
      if let value {
        withoutHoisting { walkOnlyExpression(value) }
      } else {
        rewriteBlock(node.statements)
      }
    }
    let opening =
      (context.anonymousParameters?.signature ?? "") + (value != nil ? "" : begin(body))
      + body.opening
    let resumption = opening.isEmpty ? "" : source.synchronized(to: start)
    edits.replace(range, with: opening + resumption + body.text + body.closing)
  }

  /// Gives `$0`, `$1`, … in `node` the names that they have in the rewritten closure, if any.
  func nameAnonymousParameters(in node: some SyntaxProtocol) {
    guard let parameters = function.anonymousParameters else { return }
    for token in AnonymousUses(in: node).tokens {
      guard let index = token.parameterIndex else { continue }
      edits.replace(token.textRange, with: parameters.name(index))
    }
  }

  private func declareParameters(of node: ClosureExprSyntax) {
    switch node.signature?.parameterClause {
    case .simpleInput(let parameters):
      for parameter in parameters { variables.declareClosureParameter(parameter.name.text) }
    case .parameterClause(let clause):
      for parameter in clause.parameters {
        variables.declareClosureParameter((parameter.secondName ?? parameter.firstName).text)
      }
    default: break
    }
  }
}

extension CodeBlockItemListSyntax {
  /// The expression that a closure with these statements consists of.
  ///
  /// An `if` is taken for one if each of its arms is one.
  fileprivate var onlyValue: ExprSyntax? {
    guard count == 1, let expression = first?.onlyExpression else { return nil }
    if let choice = expression.as(IfExprSyntax.self) { return choice.isValue ? expression : nil }
    let isStatement = expression.is(SwitchExprSyntax.self) && ReturnStatements.exist(in: expression)
    return isStatement ? nil : expression
  }
}

extension IfExprSyntax {
  /// Whether each arm, of which one is `else`, consists of an expression that is no assignment.
  fileprivate var isValue: Bool {
    guard body.statements.isArm, let elseBody else { return false }
    if case .codeBlock(let block) = elseBody { return block.statements.isArm }
    return elseBody.as(IfExprSyntax.self)?.isValue ?? false
  }
}

extension CodeBlockItemListSyntax {
  /// Whether this is one expression that is no assignment.
  fileprivate var isArm: Bool {
    guard count == 1, let expression = first?.onlyExpression else { return false }
    return expression.as(InfixOperatorExprSyntax.self)?.isAssignment != true
  }
}

/// Finds out whether an expression contains a `return` of the function around it.
private final class ReturnStatements: SyntaxVisitor {
  private var found = false

  /// Whether `node` contains a `return` outside closures and functions.
  static func exist(in node: some SyntaxProtocol) -> Bool {
    let visitor = ReturnStatements(viewMode: .sourceAccurate)
    visitor.walk(node)
    return visitor.found
  }

  override func visit(_ node: ReturnStmtSyntax) -> SyntaxVisitorContinueKind {
    found = true
    return .skipChildren
  }

  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}
