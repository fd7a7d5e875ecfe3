import SwiftDiagnostics
import SwiftSyntax
import SwiftSyntaxMacros

/// `@Kernel`: a function that runs on the device for each program of a grid, and beside it an
/// overload on host types that makes a launch of it.
public struct KernelMacro: BodyMacro, PeerMacro {
  /// Text keeps the lines and columns that it has in the user's file.
  public static var formatMode: FormatMode { .disabled }

  /// The body that records the kernel; an inert one where the kernel is refused.
  public static func expansion(
    of node: AttributeSyntax,
    providingBodyFor declaration: some DeclSyntaxProtocol & WithOptionalCodeBlockSyntax,
    in context: some MacroExpansionContext
  ) -> [CodeBlockItemSyntax] {
    // What is wrong with the signature is reported by the other role, once.
    guard let function = declaration.as(FunctionDeclSyntax.self), let body = function.body else {
      return FunctionExpansion.inertBody
    }
    if context.isInsideFunction {
      // A local function's peers are never asked for.
      context.diagnose(Diagnostic(node: node, message: KernelDiagnostic.localKernel))
      return FunctionExpansion.inertBody
    }
    guard SignatureRules(context: nil).acceptKernel(function) else {
      return FunctionExpansion.inertBody
    }
    return FunctionExpansion(function: function, body: body, context: context, isCalled: false)
      .statements()
  }

  /// The overload on host types; none where the signature is refused.
  public static func expansion(
    of node: AttributeSyntax,
    providingPeersOf declaration: some DeclSyntaxProtocol,
    in context: some MacroExpansionContext
  ) -> [DeclSyntax] {
    guard let function = declaration.as(FunctionDeclSyntax.self) else {
      context.diagnose(Diagnostic(node: node, message: KernelDiagnostic.notAFunction("Kernel")))
      return []
    }
    guard SignatureRules(context: context).acceptKernel(function) else { return [] }
    return LaunchOverload(function: function, context: context).declarations()
  }
}

extension MacroExpansionContext {
  /// Whether what is expanded stands inside a function or closure.
  fileprivate var isInsideFunction: Bool {
    lexicalContext.contains {
      $0.is(FunctionDeclSyntax.self) || $0.is(ClosureExprSyntax.self)
        || $0.is(InitializerDeclSyntax.self) || $0.is(AccessorDeclSyntax.self)
    }
  }
}
