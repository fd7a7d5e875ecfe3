import SwiftDiagnostics
import SwiftSyntax
import SwiftSyntaxMacros

/// What a kernel's or device function's signature must obey.
struct SignatureRules {
  /// Takes the diagnostics; nil to check without reporting.
  let context: (any MacroExpansionContext)?

  /// Whether `function` may be a device function.
  func accept(_ function: FunctionDeclSyntax) -> Bool {
    let effects = function.signature.effectSpecifiers
    var isFine = true
    if let keyword = effects?.asyncSpecifier { isFine = refuse(.asyncFunction, at: keyword) }
    if let clause = effects?.throwsClause { isFine = refuse(.throwingFunction, at: clause) }
    return isFine
  }

  /// Whether `function` may be a kernel.
  func acceptKernel(_ function: FunctionDeclSyntax) -> Bool {
    var isFine = accept(function)
    if let clause = function.signature.returnClause, !clause.type.isVoid {
      isFine = refuse(.kernelReturnsValue, at: clause)
    }
    if let modifier = function.mutatingModifier { isFine = refuse(.mutatingKernel, at: modifier) }
    for parameter in function.genericParameterClause?.parameters ?? [] {
      if parameter.specifier?.tokenKind == .keyword(.each) {
        isFine = refuse(.parameterPack, at: parameter)
      }
    }
    for parameter in function.signature.parameterClause.parameters where !accept(parameter) {
      isFine = false
    }
    return isFine
  }

  private func accept(_ parameter: FunctionParameterSyntax) -> Bool {
    let name = parameter.localName
    let type = parameter.type
    if name.tokenKind == .wildcard { return refuse(.unnamedKernelParameter, at: name) }
    if type.as(AttributedTypeSyntax.self)?.isInout == true {
      return refuse(.inoutKernelParameter, at: type)
    }
    if let ellipsis = parameter.ellipsis { return refuse(.variadicKernelParameter, at: ellipsis) }
    if parameter.isConstexpr {
      guard type.isPassedAtRunTime else { return true }
      return refuse(.runtimeConstexpr(name.text, type.trimmedDescription), at: type)
    }
    if type.isHostOnly {
      let diagnostic = KernelDiagnostic.hostParameter(
        name.text, type.trimmedDescription, suggestion: type.runtimeForm)
      return refuse(diagnostic, at: type)
    }
    if let value = parameter.defaultValue?.value, !value.is(NilLiteralExprSyntax.self) {
      return refuse(.defaultOfRuntimeParameter, at: value)
    }
    return true
  }

  private func refuse(_ diagnostic: KernelDiagnostic, at node: some SyntaxProtocol) -> Bool {
    context?.diagnose(Diagnostic(node: node, message: diagnostic))
    return false
  }
}

extension TypeSyntax {
  /// Swift's number types, which only the host has, and what a kernel takes instead.
  private static let runtimeForms = [
    "Int": "Scalar<Int32>", "UInt": "Scalar<UInt32>", "Bool": "Scalar<Bool>",
    "Int8": "Scalar<Int8>", "Int16": "Scalar<Int16>", "Int32": "Scalar<Int32>",
    "Int64": "Scalar<Int64>", "UInt8": "Scalar<UInt8>", "UInt16": "Scalar<UInt16>",
    "UInt32": "Scalar<UInt32>", "UInt64": "Scalar<UInt64>", "Float16": "Scalar<Float16>",
    "Float": "Scalar<Float>", "Double": "Scalar<Double>",
  ]

  /// What a parameter of this type is passed as at run time, if it is a number.
  fileprivate var runtimeForm: String? { Self.runtimeForms[trimmedDescription] }

  /// Whether the type is spelled as one that only the host can have.
  fileprivate var isHostOnly: Bool {
    runtimeForm != nil || trimmedDescription == "String" || self.is(ArrayTypeSyntax.self)
      || self.is(DictionaryTypeSyntax.self) || self.is(TupleTypeSyntax.self)
      || self.is(FunctionTypeSyntax.self)
  }

  /// Whether the type is spelled as one that is passed at run time.
  fileprivate var isPassedAtRunTime: Bool {
    let type = self.as(OptionalTypeSyntax.self)?.wrappedType ?? self
    let name = type.as(IdentifierTypeSyntax.self)?.name.text
    return ["Pointer", "Tile", "Scalar"].contains(name)
  }
}
