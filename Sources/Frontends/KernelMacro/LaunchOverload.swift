import SwiftSyntax
import SwiftSyntaxBuilder
import SwiftSyntaxMacros

/// The overload of a kernel on host types, which makes a `KernelCall`.
///
///     func scale<T>(x: Pointer<T>, n: Scalar<Int32>, @Constexpr block: Int = 64)
///
/// gets beside it
///
///     func scale<T>(x: Pointer<T>.Launch, n: Scalar<Int32>.Launch, block: Int = 64) -> KernelCall
///
/// so that labels, defaults and generics of a launch are the kernel's own. The header is the
/// user's text on the user's lines, so that an error in it ("type 'S' has no member 'Launch'")
/// names the parameter.
struct LaunchOverload {
  /// The kernel.
  let function: FunctionDeclSyntax
  /// Knows where the kernel stands.
  let context: any MacroExpansionContext

  /// The overload, behind the directive that places it.
  func declarations() -> [DeclSyntax] {
    let start: Syntax = function.modifiers.first.map { Syntax($0) } ?? Syntax(function.funcKeyword)
    guard
      let location = context.location(of: start, at: .afterLeadingTrivia, filePathMode: .filePath),
      let line = Int(location.line.trimmedDescription),
      let column = Int(location.column.trimmedDescription)
    else { return [] }
    let file = location.file.trimmedDescription
    let padding = String(repeating: " ", count: column - 1)
    // Only the header stands where the user's text stands.
    let text = padding + header(from: start) + " {\n#sourceLocation()\n"
      + body(file: file, line: line) + "\n}"
    // The compiler puts an empty line between the directive and the function.
    return [
      "#sourceLocation(file: \(raw: file), line: \(raw: max(line - 1, 1)))",
      DeclSyntax(stringLiteral: text),
    ]
  }

  /// The kernel's header with host types, from `start` on.
  private func header(from start: Syntax) -> String {
    let source = SourceText(
      function, at: SourceText.Position(line: 1, column: 1), file: "")
    let origin = function.position.utf8Offset
    func range(_ node: some SyntaxProtocol) -> Range<Int> {
      node.textStart - origin..<node.textEnd - origin
    }
    var edits = TextEdits()
    for modifier in function.modifiers where modifier.isDropped {
      edits.replace(range(modifier), with: "")
    }
    for parameter in function.signature.parameterClause.parameters {
      for attribute in parameter.attributes {
        // Blanks keep the columns of what follows.
        let attribute = range(attribute)
        edits.replace(attribute, with: String(repeating: " ", count: attribute.count))
      }
      if !parameter.isConstexpr { edits.insert(".Launch", at: range(parameter.type).upperBound) }
    }
    let clause = range(function.signature.parameterClause)
    if let result = function.signature.returnClause {
      edits.replace(range(result), with: "-> KernelCall")
    } else {
      edits.insert(" -> KernelCall", at: clause.upperBound)
    }
    let end = function.genericWhereClause.map { range($0) } ?? range(function.signature)
    return edits.take(from: 0, in: range(start).lowerBound..<end.upperBound, of: source)
  }

  /// The overload's body, which packs the arguments and a closure that runs the kernel.
  private func body(file: String, line: Int) -> String {
    var call: [String] = [], arguments: [String] = [], constexprs: [String] = []
    var parameters: [String] = []
    for parameter in function.signature.parameterClause.parameters {
      let name = parameter.localName.text, label = parameter.firstName.text
      let prefix = label == "_" ? "" : "\(label): "
      if parameter.isConstexpr {
        call.append(prefix + name)
        constexprs.append("(\"\(name)\", \(name))")
      } else {
        let type = "(\(parameter.type.trimmedDescription))"
        call.append("\(prefix)\(type).parameter(\(parameters.count), \"\(name)\", \(name))")
        arguments.append("\(type).argument(\(name))")
        parameters.append("\"\(name)\"")
      }
    }
    func list(_ elements: [String]) -> String { "[" + elements.joined(separator: ", ") + "]" }
    let name = function.name.text
    let receiver = isMember ? "self." : ""
    return """
        KernelCall(
          KernelInfo(
            name: "\(name)", file: \(file), line: \(line),
            source: \(StringLiteralExprSyntax(content: function.trimmedDescription)),
            parameters: \(list(parameters))),
          arguments: \(list(arguments)),
          constexprs: \(list(constexprs))
        ) {
          let _: Void = \(receiver)\(name)(\(call.joined(separator: ", ")))
        }
      """
  }

  /// Whether the kernel is a member of a type.
  private var isMember: Bool {
    context.lexicalContext.contains { $0.asProtocol((any DeclGroupSyntax).self) != nil }
  }
}

extension DeclModifierSyntax {
  /// Whether the overload must not have the modifier: it overrides nothing.
  fileprivate var isDropped: Bool { name.tokenKind == .keyword(.override) }
}
