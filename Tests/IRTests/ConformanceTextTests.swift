import Foundation
import IR
import Support
import Testing

/// The modules that Triton wrote: real text, which nobody here made up.
@Suite("Recorded modules", .enabled(if: ConformanceFiles.folder != nil, "no recorded modules"))
struct ConformanceTextTests {
  /// Every module reads, is well formed, and is the same when it is written and read again.
  @Test func roundTrip() throws {
    #expect(ConformanceFiles.all.count >= 1_900)
    for file in ConformanceFiles.all {
      let source = SourceText(name: file.path, bytes: [UInt8](try Data(contentsOf: file)))
      do {
        let module = try Module.parse(source)
        #expect(!module.functions.isEmpty)
        try module.requireWellFormed()
        let text = module.text()
        let again = try Module.parse(SourceText(name: "\(file.path), written", text: text))
        if let difference = again.firstDifference(from: module) {
          Issue.record("\(file.path) reads differently when it was written: \(difference)")
        }
      } catch {
        Issue.record("\(error)")
      }
    }
  }

  /// A text without locations is written exactly as Triton writes it.
  @Test func sameText() throws {
    for file in ConformanceFiles.all {
      let text = try String(contentsOf: file, encoding: .utf8)
      if text.contains("loc(") || text.contains("\n#") || text.hasPrefix("#") { continue }
      let written = try Module.parse(SourceText(name: file.path, text: text))
        .text(locations: false)
      if let (expected, found) = firstDifferentLine(text, written) {
        Issue.record("\(file.path):\nexpected \(expected)\nfound    \(found)")
      }
    }
  }

  private func firstDifferentLine(_ expected: String, _ found: String) -> (String, String)? {
    if expected == found { return nil }
    let lines = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let others = found.split(separator: "\n", omittingEmptySubsequences: false)
    for (line, other) in zip(lines, others) where line != other {
      return (String(line), String(other))
    }
    return ("\(lines.count) lines", "\(others.count) lines")
  }
}
