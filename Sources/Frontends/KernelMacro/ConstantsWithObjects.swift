import SwiftSyntax

// Constants that may lead to objects, as far as syntax shows it.
//
// What a constant of the kernel leads to has to be watched like what a variable leads to: a method
// of its own may change it. Most constants of a kernel are tiles, and need no watching.

extension TypeSyntax {
  /// Whether a constant of this type may lead to an object that a kernel can change, and can be
  /// captured by the closure that looks.
  var mayLeadToObjects: Bool {
    if let type = self.as(IdentifierTypeSyntax.self) {
      return !plainTypes.contains(type.name.text)
    }
    if let type = self.as(OptionalTypeSyntax.self) { return type.wrappedType.mayLeadToObjects }
    if let type = self.as(ArrayTypeSyntax.self) { return type.element.mayLeadToObjects }
    if let type = self.as(DictionaryTypeSyntax.self) {
      return type.key.mayLeadToObjects || type.value.mayLeadToObjects
    }
    if let type = self.as(TupleTypeSyntax.self) {
      return type.elements.contains { $0.type.mayLeadToObjects }
    }
    if let type = self.as(MemberTypeSyntax.self) { return !plainTypes.contains(type.name.text) }
    return self.is(SomeOrAnyTypeSyntax.self)
  }
}

extension FunctionParameterSyntax {
  /// Whether the parameter may lead to an object that a kernel can change, as far as its type and
  /// its uses in `body` show it.
  ///
  /// A name of a type may mean that of a function, which no closure may capture unless it is
  /// `@escaping`. What has members or elements is no function.
  func mayLeadToObjects(in body: CodeBlockSyntax) -> Bool {
    guard type.mayLeadToObjects else { return false }
    return isConstexpr
      || body.tokens(viewMode: .sourceAccurate).contains { token in
        guard token.tokenKind == .identifier(localName.text),
          let previous = token.previousToken(viewMode: .sourceAccurate)?.tokenKind,
          let next = token.nextToken(viewMode: .sourceAccurate)?.tokenKind
        else { return false }
        return previous != .period
          && ([.period, .leftSquare, .postfixQuestionMark, .exclamationMark].contains(next)
            || previous == .keyword(.in))
      }
  }
}

extension VisibleVariables {
  /// Whether `value` may lead to an object: it is made of calls of initializers, of members of types
  /// and of what is not declared in the kernel or may lead to objects itself.
  ///
  /// What a function returns is taken for a tile.
  func mayLeadToObjects(_ value: ExprSyntax) -> Bool {
    if let name = value.as(DeclReferenceExprSyntax.self) { return mayLeadToObjects(name) }
    if let member = value.as(MemberAccessExprSyntax.self) {
      guard let base = member.base else { return false }
      return base.isTypeWithObjects || mayLeadToObjects(base)
    }
    if let call = value.as(FunctionCallExprSyntax.self) {
      return call.calledExpression.isTypeWithObjects
        || call.arguments.contains { mayLeadToObjects($0.expression) && call.isOfType }
    }
    if let element = value.as(SubscriptCallExprSyntax.self) {
      return mayLeadToObjects(element.calledExpression)
    }
    let isMadeOfParts =
      value.is(ArrayExprSyntax.self) || value.is(TupleExprSyntax.self)
      || value.is(DictionaryExprSyntax.self)
      || value.as(InfixOperatorExprSyntax.self)?.isShortCircuiting == true
      || value.is(ForceUnwrapExprSyntax.self) || value.is(OptionalChainingExprSyntax.self)
      || value.is(TernaryExprSyntax.self) || value.is(AsExprSyntax.self)
    return isMadeOfParts && parts(of: value).contains { mayLeadToObjects($0) }
  }

  private func mayLeadToObjects(_ name: DeclReferenceExprSyntax) -> Bool {
    let text = name.baseName.text
    return isDeclared(text) ? leadsToObjects(text) : !text.startsWithCapital
  }

  /// The outermost expressions inside of `node`.
  private func parts(of node: some SyntaxProtocol) -> [ExprSyntax] {
    node.children(viewMode: .sourceAccurate).flatMap { child in
      child.as(ExprSyntax.self).map { [$0] } ?? parts(of: child)
    }
  }
}

extension FunctionCallExprSyntax {
  /// Whether this calls an initializer.
  fileprivate var isOfType: Bool {
    calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text.startsWithCapital == true
  }
}

extension ExprSyntax {
  /// Whether this names a type whose values may lead to objects.
  fileprivate var isTypeWithObjects: Bool {
    if let name = self.as(DeclReferenceExprSyntax.self)?.baseName.text {
      return name.startsWithCapital && !plainTypes.contains(name)
    }
    if let member = self.as(MemberAccessExprSyntax.self) {
      let name = member.declName.baseName.text
      if name == "init" { return member.base?.isTypeWithObjects ?? false }
      return name.startsWithCapital && !plainTypes.contains(name)
    }
    return self.as(GenericSpecializationExprSyntax.self)?.expression.isTypeWithObjects ?? false
  }
}

extension String {
  fileprivate var startsWithCapital: Bool { first?.isUppercase ?? false }
}

/// Types whose values lead to no object that a kernel can change, or only to those of their parts.
private let plainTypes: Set<String> = [
  "Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64", "Bool",
  "Float", "Float16", "BFloat16", "Double", "String", "Void", "Array", "Set", "Optional", "Range",
  "Tile", "Scalar", "Pointer", "BlockPointer", "TensorDescriptor", "TileRange", "ScaledFactor",
  "Span", "MutableSpan", "RawSpan",
]
