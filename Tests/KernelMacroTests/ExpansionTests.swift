import Foundation
import SwiftParser
import Testing

/// Compares expansions with recorded ones: `Expansions/NAME.swift` with `NAME.expansion`, which
/// UPDATE_TESTS=1 rewrites.
struct ExpansionTests {
  @Test(arguments: try ExpansionTests.inputs())
  func expandsAsRecorded(_ name: String) throws {
    let input = Self.folder.appendingPathComponent("\(name).swift")
    let recorded = Self.folder.appendingPathComponent("\(name).expansion")
    let source = try String(contentsOf: input, encoding: .utf8)
    let expander = MacroExpander(source, fileName: "\(name).swift")
    #expect(expander.diagnostics.isEmpty)
    #expect(!Parser.parse(source: expander.text).hasError, "the expansion does not parse")
    if ProcessInfo.processInfo.environment["UPDATE_TESTS"] == "1" {
      try expander.text.write(to: recorded, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: recorded, encoding: .utf8) == expander.text)
  }

  /// Every statement of an expansion stands on the line that it has in the input, as far as the
  /// compiler is concerned: checked by names that say on which line they are.
  @Test(arguments: try ExpansionTests.inputs())
  func keepsLines(_ name: String) throws {
    let input = Self.folder.appendingPathComponent("\(name).swift")
    let lines = try String(contentsOf: input, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated().map { index, line in
      line.replacing(#/\bmark\d*\(\)/#, with: "mark\(index + 1)()")
    }
    let expander = MacroExpander(lines.joined(separator: "\n"), fileName: "\(name).swift")
    for (line, number) in PresumedLines(expander.text).marks {
      #expect(line == number, "mark\(number)() counts as line \(line)")
    }
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Expansions")

  static func inputs() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") }.map { String($0.dropLast(6)) }.sorted()
  }
}
