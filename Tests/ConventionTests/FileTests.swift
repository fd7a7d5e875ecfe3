import Testing

/// Size and names of files and types.
@Suite struct FileTests {
  @Test(arguments: Tree.swiftFiles())
  func fileIsShortEnough(file: SourceFile) throws {
    let count = try #require(file.lines()).count
    #expect(count <= longestFile, "\(file) has \(count) lines; split it by what it describes")
  }

  @Test(arguments: Tree.swiftFiles())
  func nameSaysWhatIsInside(file: SourceFile) {
    let parts = file.path.split(whereSeparator: { $0 == "/" || $0 == "." || $0 == "+" })
    for part in parts.map(String.init) {
      #expect(!saysNothing(part), "\(file): '\(part)' does not say what is inside")
    }
    for type in declaredTypes(in: file.codeLines()) {
      #expect(!saysNothing(type), "\(file): '\(type)' does not say what it is")
    }
  }

  @Test func treeHasFiles() {
    #expect(Tree.swiftFiles(in: ["Sources"]).count >= 10)
    #expect(Tree.swiftFiles(in: ["Tests"]).contains { $0.path.hasSuffix("/FileTests.swift") })
  }

  @Test(arguments: ["Utils", "StringUtils", "TestHelpers", "Common", "Misc", "PassManager"])
  func refusesAnEmptyName(name: String) {
    #expect(saysNothing(name))
  }

  @Test(arguments: ["EliminateCommonSubexpressions", "Commonality", "ReadFile", "IR"])
  func acceptsAName(name: String) {
    #expect(!saysNothing(name))
  }

  @Test func findsDeclaredTypes() {
    let lines = ["public struct A: B {", "  final class C {}", "enum D<T> {", "let structE = 1"]
    #expect(declaredTypes(in: lines) == ["A", "C", "D"])
  }
}

/// The most lines a Swift file may have.
private let longestFile = 500

/// Names that say only that there is something.
private let emptyNames: Set = [
  "Utils", "Util", "Utilities", "Utility", "Helpers", "Helper", "Common", "Misc", "Manager",
]

/// Whether the last word of `name`, a name in upper camel case, is one that says nothing.
private func saysNothing(_ name: String) -> Bool {
  let words = name.matches(of: /[A-Z]+[a-z0-9]*|[a-z0-9]+/).map { String($0.output) }
  return words.last.map(emptyNames.contains) ?? false
}

/// The names of the types that `code` declares.
private func declaredTypes(in code: [String]) -> [String] {
  code.flatMap { line in
    line.matches(of: /\b(?:struct|class|enum|protocol|actor)\s+([A-Z]\w*)/)
      .map { String($0.output.1) }
  }
}
