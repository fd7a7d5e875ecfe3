import SwiftSyntax

/// Calls that stand as statements.
///
///     counter.bump()      ->      let __call1 = __k.beginCall(counter)
///                                 counter.bump(); __k.endCall(__call1, "counter.bump()")
///
/// The staging undoes what a region does to the variables of the kernel. A function that changes
/// something else, an object or a global, would have changed it whichever way the device takes. No
/// syntax tells such a function from one that writes operations, so the staging is told of the call
/// and finds out what it did.
extension BodyRewriter {
  /// What has to stand before and behind a statement that the staging is told of; nil if it is not.
  func watch(of item: CodeBlockItemSyntax) -> (opening: String, closing: String)? {
    guard
      isStaged(frames) || function.standsInRegion || function.isCalledInRegions
        || function.isClosure, case .expr(let expression) = item.item,
      let call = expression.statementCall, !isTrusted(call), !item.leavesGuard
    else { return nil }
    calls += 1
    let name = "__call\(calls)"
    return (
      "let \(name) = __k.beginCall(\(watchedObject(of: call) ?? ""))",
      "__k.endCall(\(name), \"\(call.shortText)\")" + resumption(behind: item)
    )
  }

  /// Whether nothing has to be said of `call`: it is part of the language, or works on something
  /// that is watched in another way.
  private func isTrusted(_ call: ExprSyntax) -> Bool {
    guard let call = call.as(FunctionCallExprSyntax.self) else { return changesSelf }
    let callee = call.calledExpression
    if let name = callee.as(DeclReferenceExprSyntax.self)?.baseName.text {
      // What a mutating function calls may be one as well, and changes its caller's variable.
      if !variables.isDeclared(name), changesSelf { return true }
      return Self.languageStatements.contains(name) && !variables.isDeclared(name)
    }
    if call.isForEach { return true }
    guard let root = callee.root else { return false }
    if !variables.isDeclared(root.name) { return changesSelf && !root.name.hasPrefix("$") }
    // Cells watch the kernel's variables.
    return root.isPath && !variables.isConstant(root.name)
  }

  /// The object that a call may change, as an expression, if it is certain to be a value.
  private func watchedObject(of call: ExprSyntax) -> String? {
    guard let callee = call.as(FunctionCallExprSyntax.self)?.calledExpression,
      callee.is(MemberAccessExprSyntax.self), let root = callee.root
    else { return nil }
    if let chained = callee.chainedPath { return chained }
    return root.name == "self" || variables.isConstant(root.name) ? root.name : nil
  }

  /// What brings the column back behind `item`, if the end of its block follows on the line.
  private func resumption(behind item: CodeBlockItemSyntax) -> String {
    guard let next = item.lastToken(viewMode: .sourceAccurate)?.nextToken(viewMode: .all),
      next.tokenKind == .rightBrace,
      source.line(of: next.textStart) == source.line(of: item.textEnd)
    else { return "" }
    return source.synchronized(to: next.textStart)
  }

  /// The functions of the kernel language that stand as statements, and those of Swift that say
  /// something while a kernel is traced.
  private static let languageStatements: Set<String> = [
    "store", "atomicAdd", "atomicMax", "atomicMin", "atomicAnd", "atomicOr", "atomicXor",
    "atomicExchange", "atomicCompareAndSwap", "deviceAssert", "devicePrint", "staticAssert",
    "debugBarrier", "assume", "print", "debugPrint", "dump", "assert", "assertionFailure",
    "precondition", "preconditionFailure", "fatalError",
  ]
}

extension CodeBlockItemSyntax {
  /// Whether this ends the body of a `guard`, where a call does not return.
  fileprivate var leavesGuard: Bool {
    guard let list = parent?.as(CodeBlockItemListSyntax.self) else { return false }
    return list.parent?.parent?.is(GuardStmtSyntax.self) == true && list.last?.id == id
  }
}

extension FunctionCallExprSyntax {
  /// Whether this calls `forEach` with a closure, whose statements are looked at one by one.
  var isForEach: Bool {
    calledExpression.as(MemberAccessExprSyntax.self)?.declName.baseName.text == "forEach"
      && (trailingClosure ?? arguments.first?.expression.as(ClosureExprSyntax.self)) != nil
  }
}

extension ClosureExprSyntax {
  /// Whether this is what `forEach` does with each element.
  var isBodyOfForEach: Bool {
    let call =
      parent?.as(FunctionCallExprSyntax.self)
      ?? parent?.parent?.parent?.as(FunctionCallExprSyntax.self)
    return call?.isForEach ?? false
  }
}

extension ExprSyntax {
  /// The call that a statement consists of; with `_ =`, the first one in it.
  fileprivate var statementCall: ExprSyntax? {
    if let infix = self.as(InfixOperatorExprSyntax.self) {
      if !infix.isAssignment { return self }
      guard infix.leftOperand.is(DiscardAssignmentExprSyntax.self) else { return nil }
      return infix.rightOperand.firstCall
    }
    let isOperator =
      self.is(PrefixOperatorExprSyntax.self) || self.is(PostfixOperatorExprSyntax.self)
    return isOperator || self.is(FunctionCallExprSyntax.self) ? self : nil
  }

  /// What a message calls the call.
  fileprivate var shortText: String {
    guard let call = self.as(FunctionCallExprSyntax.self) else {
      return trimmedDescription.quotable
    }
    let hasArguments = !call.arguments.isEmpty || call.trailingClosure != nil
    return call.calledExpression.trimmedDescription.quotable + (hasArguments ? "(…)" : "()")
  }

  /// The name that a member's path begins with; nil if there is none.
  var root: (name: String, isPath: Bool)? {
    if let name = self.as(DeclReferenceExprSyntax.self) { return (name.baseName.text, true) }
    if let member = self.as(MemberAccessExprSyntax.self) { return member.base?.root }
    if let element = self.as(SubscriptCallExprSyntax.self) { return element.calledExpression.root }
    if let chain = self.as(OptionalChainingExprSyntax.self) { return chain.expression.root }
    if let value = self.as(ForceUnwrapExprSyntax.self) { return value.expression.root }
    // What a call returns may be an object that the name does not lead to.
    if let call = self.as(FunctionCallExprSyntax.self) {
      return call.calledExpression.root.map { ($0.name, false) }
    }
    return nil
  }

  /// What stands in front of the first `?` of a member's path, if it consists of names.
  fileprivate var chainedPath: String? {
    if let chain = self.as(OptionalChainingExprSyntax.self) {
      return chain.expression.chainedPath
        ?? (chain.expression.isNames ? chain.expression : nil)?
        .trimmedDescription
    }
    return self.as(MemberAccessExprSyntax.self)?.base?.chainedPath
  }

  private var isNames: Bool {
    if let name = self.as(DeclReferenceExprSyntax.self) {
      return !name.baseName.text.hasPrefix("$")
    }
    return self.as(MemberAccessExprSyntax.self)?.base?.isNames ?? false
  }
}

extension SyntaxProtocol {
  /// The first call in the node, outside of closures.
  fileprivate var firstCall: ExprSyntax? {
    if let call = self.as(FunctionCallExprSyntax.self) { return ExprSyntax(call) }
    if self.is(ClosureExprSyntax.self) { return nil }
    for child in children(viewMode: .sourceAccurate) {
      if let call = child.firstCall { return call }
    }
    return nil
  }
}

extension String {
  /// How much of a call's text a message shows.
  private static let longestName = 60

  /// The text in one line, as it may stand in a string literal.
  fileprivate var quotable: String {
    let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .replacing(" .", with: ".")
    let isShort = line.count <= Self.longestName
    return (isShort ? line : line.prefix(Self.longestName) + "…")
      .replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }
}
