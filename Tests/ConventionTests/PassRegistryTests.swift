import Testing

/// Every pass can be asked for by name: it stands in the registry, once.
@Suite struct PassRegistryTests {
  @Test func everyPassIsRegisteredOnce() throws {
    let passes = Tree.swiftFiles(in: ["Sources/Passes"]).filter { $0.path != registry }
      .flatMap { passNames(in: $0.codeLines()) }
    if passes.isEmpty && !Tree.contains(registry) { return }
    let registryLines = SourceFile(path: registry).codeLines()
    try #require(!registryLines.isEmpty, "\(registry) is missing")
    for pass in passes {
      #expect(
        registrations(of: pass, in: registryLines) == 1, "\(pass) must stand once in \(registry)")
    }
  }

  @Test func findsPasses() {
    let lines = [
      "public struct SinkSplats: FunctionPass {", "struct Plan: Equatable {",
      "extension Inline: Sendable, ModulePass {", "public protocol FunctionPass: Sendable {",
    ]
    #expect(passNames(in: lines) == ["SinkSplats", "Inline"])
  }

  @Test func countsRegistrations() {
    let lines = ["  Canonicalize(),", "  CanonicalizeLoops(),", "  Inline(limit: 3),", "Inline()"]
    #expect(registrations(of: "Canonicalize", in: lines) == 1)
    #expect(registrations(of: "Inline", in: lines) == 2)
    #expect(registrations(of: "SinkSplats", in: lines) == 0)
  }
}

private let registry = "Sources/Passes/PassRegistry.swift"

/// The types that `code` declares, or extends, as passes.
private func passNames(in code: [String]) -> [String] {
  code.compactMap { line in
    line.firstMatch(of: /\b(?:struct|enum|class|extension)\s+(\w+)\s*:[^{]*\b\w*Pass\b/)
      .map { String($0.output.1) }
  }
}

/// On how many lines of `code` the word `pass` stands.
private func registrations(of pass: String, in code: [String]) -> Int {
  code.count { line in
    line.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" }).contains {
      $0 == pass
    }
  }
}
