import Testing

/// Telling code from comments and literals, on which the other tests rely.
@Suite struct SwiftCodeTests {
  @Test(arguments: [
    ("let a = 1  // import B", "let a = 1  "),
    ("let a = \"// no comment\" + b", "let a = \"\" + b"),
    ("let a = \"\\\"\" + b", "let a = \"\" + b"),
    ("let a = #\"a \" b\"# + c", "let a = \"\" + c"),
    ("let a = #\"\\\"# + c", "let a = \"\" + c"),
    ("a /* b /* c */ d */ e", "a  e"),
    ("let a = b / c", "let a = b / c"),
    ("let a = \"\"", "let a = \"\""),
  ])
  func stripsOneLine(line: String, code: String) {
    #expect(SwiftCode.stripped([line]) == [code])
  }

  @Test func stripsACommentOfSeveralLines() {
    #expect(SwiftCode.stripped(["a /* b", "import C", "d */ e"]) == ["a ", "", " e"])
  }

  @Test func stripsALiteralOfSeveralLines() {
    let quotes = "\"\"\""
    let lines = ["let a = \(quotes)", "  import \"B\"", "  // \\\(quotes)", "  \(quotes) + c"]
    #expect(SwiftCode.stripped(lines) == ["let a = \"\"", "", "", " + c"])
  }
}
