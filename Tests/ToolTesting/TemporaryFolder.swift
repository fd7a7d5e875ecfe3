import Foundation

/// A folder that is gone when nobody holds it any more.
package final class TemporaryFolder: Sendable {
  /// The folder.
  package let url: URL

  /// A new folder.
  package init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "nereid-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// What is called `name` in the folder, whether it exists or not.
  package func file(_ name: String) -> URL { url.appendingPathComponent(name) }

  /// Writes `text` to a new file and returns it.
  package func write(_ text: String, to name: String) throws -> URL {
    try text.write(to: file(name), atomically: true, encoding: .utf8)
    return file(name)
  }
}
