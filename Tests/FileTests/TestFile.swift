import Foundation
import Testing

/// A file below `Cases`.
struct TestFile: CustomTestStringConvertible, Sendable {
  let url: URL
  /// The path below `Cases`.
  let name: String

  var testDescription: String { name }

  /// All files, in the order of their paths.
  static func all() throws -> [TestFile] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Cases")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return paths.filter { $0.hasSuffix(".ttir") }.sorted().map {
      TestFile(url: folder.appendingPathComponent($0), name: $0)
    }
  }
}
