import Testing

/// The corpus keeps its own rules.
@Suite struct MalformedCorpusTests {
  @Test func hasEnoughMalformedInputs() throws {
    let malformed = try MalformedCorpus.all().filter { $0.expectation != .accepted }
    #expect(malformed.count >= 300)
    let written = malformed.filter { if case .prefix = $0.content { false } else { true } }
    #expect(written.count >= 300, "cuts of whole kernels come on top")
  }

  @Test func everyThemeHasMalformedInputs() throws {
    for (name, cases) in try MalformedCorpus.themes() {
      #expect(cases.contains { $0.expectation != .accepted }, "\(name).malformed")
    }
  }

  @Test func namesAreUniqueClaims() throws {
    var seen: Set<String> = []
    for malformed in try MalformedCorpus.all() {
      let isPlain = malformed.name.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "_")
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      }
      #expect(isPlain, "\(malformed.testDescription)")
      #expect(seen.insert(malformed.fileName).inserted, "\(malformed.testDescription) stands twice")
    }
  }

  @Test func contentsAreUnique() throws {
    var seen: [[UInt8]: String] = [:]
    for malformed in try MalformedCorpus.all() {
      if case .repetition = malformed.content { continue }
      let earlier = seen.updateValue(
        malformed.testDescription, forKey: try malformed.content.expanded())
      #expect(earlier == nil, "\(malformed.testDescription) says what \(earlier ?? "") says")
    }
  }

  @Test func expectedPositionsAreInsideTheInput() throws {
    for malformed in try MalformedCorpus.all() {
      guard case .error(let lines?, let column, _) = malformed.expectation else { continue }
      let bytes = try malformed.content.expanded()
      let texts = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      guard lines.upperBound <= texts.count else {
        Issue.record("\(malformed.testDescription) has \(texts.count) lines, not \(lines)")
        continue
      }
      if let column {
        #expect(column <= texts[lines.lowerBound - 1].count + 1, "\(malformed.testDescription)")
      }
    }
  }

  @Test func cutsEndBeforeTheKernelDoes() throws {
    #expect(try MalformedContent.cuts(of: "module {\n}\n", count: 3) == [2, 4, 6])
  }

  @Test func repetitionsAreExpanded() throws {
    #expect(
      try MalformedContent.repetition("a⟦3|bc⟧d⟦2|$i<$j ⟧").expanded()
        == Array("abcbcbcd0<1 1<2 ".utf8))
    #expect(throws: MalformedCorpusError.self) {
      try MalformedContent.repetition("⟦x|y⟧").expanded()
    }
    #expect(throws: MalformedCorpusError.self) {
      try MalformedContent.repetition("⟦3|y").expanded()
    }
  }

  @Test func bytesAreDecoded() throws {
    #expect(
      try MalformedContent.bytes("FF \"a b\" 0a\n00").expanded() == [0xFF, 97, 32, 98, 10, 0])
    #expect(throws: MalformedCorpusError.self) { try MalformedContent.bytes("F").expanded() }
    #expect(throws: MalformedCorpusError.self) { try MalformedContent.bytes("\"F").expanded() }
  }

  @Test(
    arguments: [
      "//# two_fields | 1:1", "//# no_column | 1 | *", "//# no_such_form | 1:1 | * | cube",
      "//# line_zero | 0:1 | *", "//# empty_range | 4-2:1 | *",
      "//# nothing_to_cut | 1:1 | * | cut 3",
    ])
  func wrongHeadersAreRefused(_ header: String) {
    #expect(throws: MalformedCorpusError.self) {
      try MalformedCorpus.cases(in: header + "\ntext", theme: "t")
    }
  }

  @Test func headersAreRead() throws {
    let cases = try MalformedCorpus.cases(
      in: "About.\n\n//# one | 2-3:4 | %x|%y\na\n\n//# two | accept | *\n", theme: "t")
    #expect(cases.map(\.name) == ["one", "two"])
    #expect(cases.map(\.content) == [.text("a"), .text("")])
    #expect(
      cases.map(\.expectation) == [
        .error(lines: 2...3, column: 4, words: ["%x", "%y"]), .accepted,
      ])
  }
}
