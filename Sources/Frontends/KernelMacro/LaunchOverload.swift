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
    guard
      let start = context.location(of: function, at: .afterLeadingTrivia, filePathMode: .filePath),
      let line = Int(start.line.trimmedDescription),
      let column = Int(start.column.trimmedDescription)
    else { return [] }
    let source = SourceText(
      function, at: SourceText.Position(line: line, column: column),
      file: start.file.trimmedDescription)
    let padding = String(repeating: " ", count: column - 1)
    let text = "\(padding)\(header(source)) {\(body(source))\n}"
    // The compiler puts an empty line between the directive and the function.
    return [
      "#sourceLocation(file: \(start.file), line: \(raw: max(line - 1, 1)))",
      DeclSyntax(stringLiteral: text),
    ]
  }

  /// The kernel's header with host types, without attributes except `@available`.
  private func header(_ source: SourceText) -> String {
    var edits = TextEdits()
    /// Takes `node` away; blanks keep the lines and columns of what follows.
    func blank(_ node: some SyntaxProtocol) {
      edits.replace(range(node), with: source.blanks(in: range(node)))
    }
    function.attributes.filter { !$0.isAvailability }.forEach(blank)
    function.modifiers.filter { $0.name.tokenKind == .keyword(.override) }.forEach(blank)
    for parameter in function.signature.parameterClause.parameters {
      parameter.attributes.forEach(blank)
      if !parameter.isConstexpr { edits.insert(".Launch", at: range(parameter.type).upperBound) }
    }
    if let result = function.signature.returnClause {
      edits.replace(range(result), with: "-> KernelCall")
    } else {
      edits.insert(" -> KernelCall", at: range(function.signature.parameterClause).upperBound)
    }
    let end = function.genericWhereClause.map { range($0) } ?? range(function.signature)
    return edits.take(from: 0, in: range(function).lowerBound..<end.upperBound, of: source)
  }

  /// The overload's body, which packs the arguments and a closure that runs the kernel.
  ///
  /// Each parameter is bound in a statement of its own on the user's line and column, so that there
  /// the compiler says what is wrong with its type.
  private func body(_ source: SourceText) -> String {
    var bindings = ""
    var call: [String] = []
    var arguments: [String] = []
    // What a member reads of its value is known when the kernel is compiled.
    var constexprs = isMember ? ["(\"self\", self)"] : []
    for parameter in function.signature.parameterClause.parameters {
      let name = parameter.localName.text
      let label = parameter.firstName.text
      let prefix = label == "_" ? "" : "\(label): "
      if parameter.isConstexpr {
        call.append(prefix + name)
        constexprs.append("(\"\(name)\", \(name))")
      } else {
        let bound = "__bound\(arguments.count)"
        bindings +=
          source.calling(
            "bind", on: "let \(bound) = KernelCall", at: range(parameter.type).lowerBound)
          + "((\(parameter.type.trimmedDescription)).self, "
          + "\(arguments.count), \"\(name)\", \(name))"
        call.append("\(prefix)\(bound).parameter")
        arguments.append("\(bound).argument")
      }
    }
    let name = function.name.text
    let line = source.line(of: range(function.funcKeyword).lowerBound)
    let text = StringLiteralExprSyntax(content: function.trimmedDescription)
    return bindings + """

      #sourceLocation()
        return KernelCall(
          KernelInfo(
            name: "\(name)", file: \(source.file), line: \(line),
            source: \(text)),
          arguments: [\(arguments.joined(separator: ", "))],
          constexprs: [\(constexprs.joined(separator: ", "))]
        ) {
          let _: Void = \(isMember ? "self." : "")\(name)(\(call.joined(separator: ", ")))
        }
      """
  }

  /// Where the text of `node` stands in the text of the function.
  private func range(_ node: some SyntaxProtocol) -> Range<Int> {
    let origin = function.position.utf8Offset
    return node.textStart - origin..<node.textEnd - origin
  }

  /// Whether the kernel is a member of a type.
  private var isMember: Bool {
    context.lexicalContext.contains { $0.asProtocol((any DeclGroupSyntax).self) != nil }
  }
}

extension AttributeListSyntax.Element {
  /// Whether this is `@available`, which holds for the overload too.
  fileprivate var isAvailability: Bool {
    self.as(AttributeSyntax.self)?.attributeName.trimmedDescription == "available"
  }
}
