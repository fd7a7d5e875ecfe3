import SwiftDiagnostics
import SwiftSyntax
import SwiftSyntaxMacros

/// `@Device`: a function with control flow that kernels call.
public struct DeviceMacro: BodyMacro {
  /// Text keeps the lines and columns that it has in the user's file.
  public static var formatMode: FormatMode { .disabled }

  /// The body that records the function's control flow; an inert one where it is refused.
  public static func expansion(
    of node: AttributeSyntax,
    providingBodyFor declaration: some DeclSyntaxProtocol & WithOptionalCodeBlockSyntax,
    in context: some MacroExpansionContext
  ) -> [CodeBlockItemSyntax] {
    guard let function = declaration.as(FunctionDeclSyntax.self) else {
      context.diagnose(Diagnostic(node: node, message: KernelDiagnostic.notAFunction("Device")))
      return FunctionExpansion.inertBody
    }
    guard let body = function.body else { return [] }
    guard SignatureRules(context: context).accept(function) else {
      return FunctionExpansion.inertBody
    }
    return FunctionExpansion(function: function, body: body, context: context, isCalled: true)
      .statements()
  }
}
