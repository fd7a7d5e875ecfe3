import SwiftSyntax

/// What the rewriting of a function or closure body needs to know of the function.
struct FunctionContext {
  /// The type of the function's result as written; nil for `Void` and for closures.
  var result: TypeSyntax?
  /// Whether this is a closure, whose result type is not written.
  var isClosure = false
  /// Whether the function is called from elsewhere, where that may be under control flow of the
  /// device.
  var isCalledInRegions = false
  /// Whether the function or closure is written under control flow that may be the device's.
  var standsInRegion = false
  /// The names given to a closure's `$0`, `$1`, …; nil if they keep theirs.
  var anonymousParameters: AnonymousParameters?
  /// The names and types of `inout` parameters.
  var inoutParameters: [(name: String, type: String)] = []
  /// Whether some `return` stores its value and goes on to the end of the function.
  var storesResult = false
  /// Whether it was reported that the function cannot return a value early.
  var refusesEarlyReturn = false

  /// The context of a closure.
  init(_ closure: ClosureExprSyntax) {
    isClosure = true
    anonymousParameters = AnonymousParameters(of: closure)
  }

  /// What holds outside of functions.
  init() {}

  /// The context of a function with `signature`.
  init(_ signature: FunctionSignatureSyntax) {
    if let type = signature.returnClause?.type, !type.isVoid { result = type }
    for parameter in signature.parameterClause.parameters {
      guard let type = parameter.type.as(AttributedTypeSyntax.self), type.isInout else { continue }
      inoutParameters.append((parameter.localName.text, type.baseType.trimmedDescription))
    }
  }
}

extension FunctionParameterSyntax {
  /// The name that the parameter has in the function's body.
  var localName: TokenSyntax { secondName ?? firstName }

  /// Whether the parameter is marked `@Constexpr`.
  var isConstexpr: Bool {
    attributes.contains {
      $0.as(AttributeSyntax.self)?.attributeName.trimmedDescription == "Constexpr"
    }
  }
}

extension AttributedTypeSyntax {
  /// Whether the type is marked `inout`.
  var isInout: Bool {
    specifiers.contains {
      $0.as(SimpleTypeSpecifierSyntax.self)?.specifier.tokenKind == .keyword(.inout)
    }
  }
}

extension TypeSyntax {
  /// Whether this is `Void` or `()`.
  var isVoid: Bool {
    self.as(TupleTypeSyntax.self)?.elements.isEmpty == true || trimmedDescription == "Void"
  }
}
