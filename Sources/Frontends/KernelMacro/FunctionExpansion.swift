import SwiftDiagnostics
import SwiftOperators
import SwiftSyntax
import SwiftSyntaxBuilder
import SwiftSyntaxMacros

/// The expansion of a function's body.
struct FunctionExpansion {
  /// The function.
  let function: FunctionDeclSyntax
  /// Its body.
  let body: CodeBlockSyntax
  /// Knows where the function stands, and takes diagnostics.
  let context: any MacroExpansionContext
  /// Whether other functions call this one, under control flow of their own.
  let isCalled: Bool

  /// A body that does nothing, for a function with an error: what the compiler would say about the
  /// user's own statements has been said, or makes no sense before the error is gone.
  static let inertBody: [CodeBlockItemSyntax] = ["fatalError()"]

  /// The statements to take the place of the body's.
  func statements() -> [CodeBlockItemSyntax] {
    // The parser has reported syntax errors.
    if body.hasError { return Self.inertBody }
    guard let rewritten = rewrittenText() else { return Self.inertBody }
    return Array(CodeBlockItemListSyntax(stringLiteral: rewritten))
  }

  /// The body's new text; nil if an error was reported.
  ///
  /// It is one `do` statement, as the compiler puts line breaks between statements.
  private func rewrittenText() -> String? {
    guard
      let location = context.location(
        of: body.leftBrace, at: .afterLeadingTrivia, filePathMode: .filePath),
      let line = Int(location.line.trimmedDescription),
      let column = Int(location.column.trimmedDescription)
    else { return nil }
    let file = location.file.trimmedDescription
    let source = SourceText(
      body, at: SourceText.Position(line: line, column: column), file: file)
    let rewriter = BodyRewriter(source) { diagnostic, position in
      report(diagnostic, at: position)
    }
    rewriter.changesSelf = function.mutatingModifier != nil
    rewriter.isInstanceMember = isInstanceMember
    rewriter.function.isCalledInRegions = isCalled
    let rewritten = rewriter.rewriteFunction(function.signature, body.operatorsFolded)
    if rewriter.isStaged, let modifier = function.mutatingModifier {
      context.diagnose(Diagnostic(node: modifier, message: KernelDiagnostic.mutatingStaged))
      return nil
    }
    if rewriter.hasFailed { return nil }
    return "do {\(rewritten.opening)"
      + source.directive(line: line) + rewritten.text + rewritten.closing
      + "\n#sourceLocation()\n}"
  }

  /// Whether `self` is a value that closures can capture.
  private var isInstanceMember: Bool {
    guard let type = context.lexicalContext.first?.asProtocol((any DeclGroupSyntax).self),
      type.inheritanceClause?.description.contains("~") != true
    else { return false }
    let modifiers: [Keyword] = [.static, .class, .mutating, .consuming, .borrowing]
    return !function.modifiers.contains { modifier in
      modifiers.contains { modifier.name.tokenKind == .keyword($0) }
    }
  }

  /// Reports at a position relative to the body, on the token that stands there.
  private func report(_ diagnostic: KernelDiagnostic, at position: AbsolutePosition) {
    let place = AbsolutePosition(utf8Offset: body.position.utf8Offset + position.utf8Offset)
    let node = body.token(at: place).map { Syntax($0) } ?? Syntax(body)
    context.diagnose(Diagnostic(node: node, message: diagnostic))
  }
}

extension CodeBlockSyntax {
  /// The block, detached, with its operator sequences folded into trees.
  ///
  /// An operator of unknown precedence is taken for one of the default precedence.
  fileprivate var operatorsFolded: CodeBlockSyntax {
    let folded = OperatorTable.standardOperators.foldAll(detached) { _ in }
    return folded.cast(CodeBlockSyntax.self)
  }
}

extension FunctionDeclSyntax {
  /// The modifier `mutating`, if the function has it.
  var mutatingModifier: DeclModifierSyntax? {
    modifiers.first { $0.name.tokenKind == .keyword(.mutating) }
  }
}
