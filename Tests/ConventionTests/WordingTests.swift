import Testing

/// What no file of the repository says.
@Suite struct WordingTests {
  @Test(arguments: Tree.publicFiles())
  func saysNothingThatOnlyItsAuthorUnderstands(file: SourceFile) {
    for (index, line) in (file.lines() ?? []).enumerated() {
      for word in unwantedWords(in: line) {
        Issue.record("\(file):\(index + 1): '\(word)'")
      }
    }
  }

  @Test func findsUnwantedWords() {
    for word in unwanted {
      #expect(unwantedWords(in: "see \(word)x") == [word])
    }
    #expect(unwantedWords(in: "a network/worker in a folder").isEmpty)
  }

  @Test func readsTheWholeTree() {
    let paths = Set(Tree.publicFiles().map(\.path))
    for path in ["README.md", "Package.swift", "LICENSE", ".ci/run", "Scripts/test"] {
      #expect(paths.contains(path))
    }
  }
}

/// Folders of one machine, and marks of unfinished work. Written in halves, as this file is read too.
private let unwanted = [
  "/wo" + "rk/", "/ro" + "ot/", "/Us" + "ers/", "TO" + "DO", "FIX" + "ME", "TB" + "D-BY",
  "shared/" + "design", "shared/" + "prototypes",
]

private func unwantedWords(in line: String) -> [String] {
  unwanted.filter { line.contains($0) }
}
