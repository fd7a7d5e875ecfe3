import Testing

/// Every declaration that another target can see says what it is.
@Suite struct DocumentationTests {
  @Test(arguments: Tree.swiftFiles(in: ["Sources"]))
  func visibleDeclarationsAreDocumented(file: SourceFile) throws {
    let lines = try #require(file.lines())
    for declaration in undocumentedDeclarations(in: lines) {
      let isField = file.path.hasPrefix(opFolder) && declaration.isFieldOrInitializer
      if !isField {
        Issue.record("\(file):\(declaration.line): '\(declaration.name)' has no doc comment")
      }
    }
  }

  @Test func findsADeclarationWithoutAComment() {
    let lines = [
      "public struct A {", "  /// What it is.", "  public var b: Int", "  package init(c: Int) {}",
      "  // Not for readers of the interface.", "  public static func d() {}",
      "  @inlinable", "  public subscript(e: Int) -> Int { e }",
    ]
    #expect(undocumentedDeclarations(in: lines).map(\.name) == ["A", "init(c", "d", "subscript(e"])
  }

  @Test func acceptsACommentAboveAttributes() {
    let lines = [
      "/// What it is.", "@frozen", "@available(*, deprecated)", "public struct A {}",
      "/// What it does.", "@inlinable public func b() {}", "private func c() {}",
      "/** What it is. */", "public let d = 1", "public private(set) var e = \"public var f\"",
      "/// What it does.", "@available(", "  *, deprecated,", "  message: \"f\"", ")",
      "public func g() {}", "call(", "  0", ")", "public func h() {}",
    ]
    #expect(undocumentedDeclarations(in: lines).map(\.name) == ["e", "h"])
  }

  @Test func acceptsWitnessesThatTheirProtocolDocuments() {
    let lines = [
      "public var description: String { text }", "public func hash(into hasher: inout Hasher) {}",
      "public static func == (lhs: A, rhs: A) -> Bool { true }", "public init() {}",
    ]
    #expect(undocumentedDeclarations(in: lines).isEmpty)
  }
}

/// The folder whose types show their fields in the doc comment's line of syntax.
private let opFolder = "Sources/IR/Ops/"

/// Declarations whose protocol says what they are, and the initializer without parameters.
private let witnesses: Set = [
  "description", "debugDescription", "errorDescription", "hash", "==", "<", "encode", "init(from",
  "init()", "makeIterator", "next", "startIndex", "endIndex", "index", "opcode", "info", "draft",
  "verify", "init(reading", "name", "run", "configuration", "keyword", "rawValue", "init(rawValue",
  "init(index",
]

/// A declaration with `public` or `package` access and the number of its line.
private struct VisibleDeclaration {
  let keyword: String
  let name: String
  let line: Int

  var isFieldOrInitializer: Bool { ["let", "var", "init"].contains(keyword) }
}

/// The visible declarations in `lines` that no doc comment precedes and no protocol documents.
private func undocumentedDeclarations(in lines: [String]) -> [VisibleDeclaration] {
  let code = SwiftCode.stripped(lines)
  return code.indices.compactMap { index in
    guard let declaration = visibleDeclaration(in: code[index], line: index + 1),
      !witnesses.contains(declaration.name), !isDocumented(lines, code, at: index)
    else { return nil }
    return declaration
  }
}

private func visibleDeclaration(in code: String, line: Int) -> VisibleDeclaration? {
  let declaration =
    #/
    ^\s* (?: @\w+ (?: \([^)]*\) )? \s+ )*
    (?:public|package|open) \s+
    (?: (?:static|final|mutating|nonmutating|nonisolated|consuming|borrowing|prefix|postfix|infix
      |indirect|lazy|override|required|convenience|(?:private|fileprivate|package)\(set\))
      \s+ )*
    (struct|class|enum|protocol|actor|typealias|func|var|let|macro|init|subscript)
    \b [?]? \s*
    (`?\w+`? | [-+*\/%<>=!&|^~.]+ | \( \s* (?: \w+ | \) )?)?
    /#
  // Trying the pattern on every line would take most of the time of these tests.
  guard ["public", "package", "open"].contains(where: code.contains),
    let match = code.firstMatch(of: declaration)
  else { return nil }
  let keyword = String(match.output.1)
  let rest = match.output.2.map(String.init) ?? ""
  let isNamedByParameters = keyword == "init" || keyword == "subscript"
  return VisibleDeclaration(
    keyword: keyword, name: isNamedByParameters ? keyword + rest : rest, line: line)
}

/// Whether a doc comment ends right above line `index`, attributes of the declaration aside.
private func isDocumented(_ lines: [String], _ code: [String], at index: Int) -> Bool {
  var isInParentheses = false
  for above in lines[..<index].indices.reversed() {
    let text = lines[above].drop(while: \.isWhitespace)
    if isInParentheses {
      isInParentheses = !text.hasSuffix("(")
      if isInParentheses || text.hasPrefix("@") { continue }
      return false
    }
    if text.hasPrefix("///") || text.hasSuffix("*/") { return true }
    // An attribute over several lines ends like this, if it began like one.
    isInParentheses = text == ")"
    let isAttribute = text.hasPrefix("@") && !code[above].contains(/\b(?:func|var|let|init)\b/)
    if !isAttribute && !isInParentheses && !text.hasPrefix("#if") && !text.hasPrefix("names:") {
      return false
    }
  }
  return false
}
