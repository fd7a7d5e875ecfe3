import Foundation
import Nereid
import Support
import Testing

/// Compares what wrong kernels report with what they should.
@Suite struct MistakeTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let source = folder.appendingPathComponent("Mistakes.swift")

  private static func found(in call: KernelCall) -> [Diagnostic] {
    do throws(KernelError) {
      _ = try call.module()
      return []
    } catch {
      return error.diagnostics
    }
  }

  /// Every mistake in `Mistakes.swift` is reported once, at the lines and columns that
  /// `Mistakes.expected` lists; `UPDATE_TESTS=1` rewrites the list.
  @Test func everyMistakeIsReportedAtItsPlace() throws {
    let diagnostics = Mistakes.all.flatMap { Self.found(in: $0) }
    #expect(diagnostics.allSatisfy { $0.position.file == Self.source.path })
    let found = diagnostics.map {
      "\($0.position.line):\($0.position.column): \($0.message)"
    }
    let list = Self.folder.appendingPathComponent("Mistakes.expected")
    if ProcessInfo.processInfo.environment["UPDATE_TESTS"] == "1" {
      try Data((found.joined(separator: "\n") + "\n").utf8).write(to: list)
    }
    let expected = try String(contentsOf: list, encoding: .utf8).split(separator: "\n")
      .map(String.init)
    for (found, expected) in zip(found, expected) { #expect(found == expected) }
    #expect(found.count == expected.count)
    #expect(expected.count >= 60)
  }

  @Test func diagnosticsShowTheLine() throws {
    let diagnostic = try #require(Self.found(in: Mistakes.all[0]).first)
    #expect(diagnostic.description.contains("    _ = i + j"))
    #expect(diagnostic.description.contains("\n      ^"))
  }

  @Test func launchesOfWrongKernelsThrow() {
    for call in Mistakes.all {
      #expect(throws: KernelError.self) { try call.launch(grid: 1) }
    }
  }
}
