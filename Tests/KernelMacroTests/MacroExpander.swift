import KernelMacro
import SwiftDiagnostics
import SwiftParser
import SwiftSyntax
@_spi(ExperimentalLanguageFeature) import SwiftSyntaxMacroExpansion
import SwiftSyntaxMacros

/// Expands the macros of a source file as the compiler does, in this process.
struct MacroExpander {
  /// The expansions of all roles, each under a line that says what it is of.
  private(set) var text = ""
  /// The diagnostics as `line:column: message`, in the order in which they were reported.
  private(set) var diagnostics: [String] = []

  /// Expands `@Kernel` and `@Device` on all declarations of `source`, nested ones included.
  init(_ source: String, fileName: String) {
    let file = Parser.parse(source: source)
    let finder = AttributeFinder(viewMode: .sourceAccurate)
    finder.walk(file)
    for (attribute, declaration) in finder.found {
      expand(attribute, on: declaration, in: file, fileName)
    }
  }

  private mutating func expand(
    _ attribute: AttributeSyntax, on declaration: DeclSyntax, in file: SourceFileSyntax,
    _ fileName: String
  ) {
    let name = attribute.attributeName.trimmedDescription
    let context = BasicMacroExpansionContext(
      lexicalContext: declaration.allMacroLexicalContexts(),
      sourceFiles: [file: .init(moduleName: "Test", fullFilePath: fileName)])
    let subject = declaration.as(FunctionDeclSyntax.self)?.name.text ?? "declaration"
    let isKernel = name == "Kernel"
    let definition: any Macro.Type = isKernel ? KernelMacro.self : DeviceMacro.self
    for role in isKernel ? [MacroRole.body, .peer] : [.body] {
      if role == .body, !declaration.is(FunctionDeclSyntax.self) { continue }
      let expansion = expandAttachedMacro(
        definition: definition, macroRole: role, attributeNode: attribute,
        node: declaration, parentDeclNode: nil, extendedType: nil, conformanceList: nil,
        in: context)
      if let expansion, !expansion.isEmpty {
        text += "// \(role) of \(subject)\n\(expansion)\n"
      }
    }
    for diagnostic in context.diagnostics {
      let location = context.location(
        for: diagnostic.position, anchoredAt: diagnostic.node, fileName: fileName)
      diagnostics.append("\(location.line):\(location.column): \(diagnostic.message)")
    }
  }
}

/// Collects the declarations that carry one of the macros. What is inside such a function is part
/// of its expansion.
private final class AttributeFinder: SyntaxVisitor {
  private(set) var found: [(AttributeSyntax, DeclSyntax)] = []

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { find(on: node) }
  override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { find(on: node) }

  private func find(
    on node: some DeclSyntaxProtocol & WithAttributesSyntax
  ) -> SyntaxVisitorContinueKind {
    let attribute = node.attributes.lazy.compactMap { $0.as(AttributeSyntax.self) }
      .first { ["Kernel", "Device"].contains($0.attributeName.trimmedDescription) }
    guard let attribute else { return .visitChildren }
    found.append((attribute, DeclSyntax(node)))
    return .skipChildren
  }
}
