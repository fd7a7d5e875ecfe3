import SwiftSyntax

/// Declarations of local constants and variables.
extension BodyRewriter {
  /// Rewrites the initial values and gives a variable without one an undefined value.
  ///
  /// Swift's rule that a constant is initialized once on each path cannot be checked over staging
  /// sequences, so `let x: T` becomes `var x: T`.
  func rewriteVariable(_ node: VariableDeclSyntax) {
    for modifier in node.modifiers where modifier.name.tokenKind == .keyword(.async) {
      diagnose(.asyncLet, at: modifier)
    }
    rewriteInitialValues(node)
    let isVariable = node.bindingSpecifier.tokenKind == .keyword(.var)
    for binding in node.bindings {
      if binding.accessorBlock != nil {
        variables.declare(
          binding.pattern, isMutable: false, mentions: binding.accessorBlock?.identifiers ?? [])
      } else if let value = binding.initializer?.value {
        let mentions = value.containsClosure ? value.identifiers : []
        let leadsToObjects =
          binding.typeAnnotation?.type.mayLeadToObjects ?? variables.mayLeadToObjects(value)
        variables.declare(
          binding.pattern, isMutable: isVariable, leadsToObjects: leadsToObjects,
          mentions: mentions)
      } else {
        giveUndefinedValue(to: binding, isVariable: isVariable)
        variables.declare(binding.pattern, isMutable: true)
      }
    }
    let isDeferred = node.bindings.contains { $0.initializer == nil && $0.accessorBlock == nil }
    if isDeferred, !isVariable { edits.replace(node.bindingSpecifier.textRange, with: "var") }
  }

  private func rewriteInitialValues(_ node: VariableDeclSyntax) {
    let values = node.bindings.compactMap(\.initializer?.value)
    // A later value may use an earlier name, which is not yet there in front of the statement.
    guard values.count == 1, node.bindings.count == 1 else {
      for value in values { withoutHoisting { walk(value) } }
      return
    }
    if values[0].isControlFlow { return walk(values[0]) }
    hoistInitialValue(values[0], of: node)
  }

  private func hoistInitialValue(_ value: ExprSyntax, of node: VariableDeclSyntax) {
    let (text, hoisted) = hoistedText(of: value) { rendered(value.textRange) { walkRoot(value) } }
    edits.replace(value.textRange, with: text)
    if hoisted.isEmpty { return }
    let start = node.textStart
    edits.insert(
      hoisted + "\n" + positionCall(start) + source.synchronized(to: start), at: start)
  }

  private func giveUndefinedValue(to binding: PatternBindingSyntax, isVariable: Bool) {
    guard let annotation = binding.typeAnnotation else {
      return diagnose(.variableNeedsType, at: binding)
    }
    // An optional variable is nil at first, as everywhere in Swift.
    if isVariable, annotation.type.is(OptionalTypeSyntax.self) { return }
    edits.insert(" = __k.undefined()", at: annotation.textEnd)
  }
}

extension SyntaxProtocol {
  /// Whether a closure occurs in the node.
  fileprivate var containsClosure: Bool {
    self.is(ClosureExprSyntax.self)
      || children(viewMode: .sourceAccurate).contains { $0.containsClosure }
  }
}
