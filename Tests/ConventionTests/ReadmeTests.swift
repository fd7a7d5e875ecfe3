import Foundation
import Testing

/// What the documents promise is there.
@Suite struct ReadmeTests {
  private let readme: String

  init() throws { readme = try Tree.text(of: "README.md") }

  @Test func firstCommandRunsTheDemo() throws {
    let commands = commandBlocks(in: readme).flatMap { $0 }
    #expect(commands.first == "swift run -c release nereid demo")
    let manifest = try Tree.text(of: "Package.swift")
    #expect(manifest.contains(".executable(name: \"nereid\""))
  }

  @Test func secondCommandIsTheTestScript() throws {
    let commands = commandBlocks(in: readme).flatMap { $0 }
    #expect(commands.dropFirst().first == "Scripts/test")
    #expect(try Tree.text(of: ".ci/run").contains("Scripts/test"))
  }

  @Test(arguments: ["Scripts/test", "Scripts/lint", "Scripts/fuzz", ".ci/run"])
  func scriptCanBeExecuted(path: String) {
    let url = Tree.root.appendingPathComponent(path)
    #expect(FileManager.default.isExecutableFile(atPath: url.path))
  }

  @Test func kernelIsTheOneThatIsBuilt() throws {
    let kernels = blocks(in: readme, language: "swift").filter { $0.contains("@Kernel") }
    try #require(kernels.count == 1)
    let example = try Tree.text(of: exampleFile)
    #expect(example.contains(kernels[0]), "README.md shows another kernel than \(exampleFile)")
  }

  @Test(arguments: ["README.md", "ARCHITECTURE.md", "CONVENTIONS.md"])
  func linksLeadToFiles(document: String) throws {
    let text = try Tree.text(of: document)
    for link in text.matches(of: /\]\(([^)#:]+)\)/) {
      #expect(Tree.contains(String(link.output.1)), "\(document) links to \(link.output.1)")
    }
  }
}

/// A user's package that builds the kernel that README.md shows.
private let exampleFile = "Tests/DependentPackage/Sources/UsesNereid/Softmax.swift"

/// The lines of each block of shell commands in `markdown`.
private func commandBlocks(in markdown: String) -> [[String]] {
  blocks(in: markdown, language: "sh").map { block in
    block.split(separator: "\n").map(String.init)
  }
}

/// The contents of the code blocks in `markdown` that name `language`.
private func blocks(in markdown: String, language: String) -> [String] {
  markdown.components(separatedBy: "\n```\(language)\n").dropFirst().compactMap {
    $0.components(separatedBy: "\n```").first
  }
}
