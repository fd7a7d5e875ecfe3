import Foundation

/// The checkout that these tests were built from.
enum Tree {
  /// The package's root folder.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The text of the file at `path`, relative to the root.
  static func text(of path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// Whether a file or folder stands at `path`, relative to the root.
  static func contains(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
  }

  /// The Swift files below `folders`, in order of their paths.
  static func swiftFiles(in folders: [String] = ["Sources", "Tests"]) -> [SourceFile] {
    files(in: folders).filter { $0.path.hasSuffix(".swift") }
  }

  /// The files that a reader of the repository sees: everything but what git ignores, and pictures
  /// and recorded arrays, which hold no words.
  static func publicFiles() -> [SourceFile] {
    let folders = ["Sources", "Tests", "Fuzz", "Scripts", ".ci"]
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    let topLevel = names.filter { $0.hasSuffix(".md") || $0 == "Package.swift" || $0 == "LICENSE" }
    return topLevel.sorted().map { SourceFile(path: $0) } + files(in: folders)
  }

  private static func files(in folders: [String]) -> [SourceFile] {
    folders.flatMap { folder in
      let below = FileManager.default.enumerator(
        at: root.appendingPathComponent(folder), includingPropertiesForKeys: [.isRegularFileKey],
        options: folder.hasPrefix(".") ? [] : [.skipsHiddenFiles])
      let urls = (below?.compactMap { $0 as? URL } ?? []).filter { url in
        (try? url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
      }
      let prefix = root.appendingPathComponent(folder).standardizedFileURL.path
      return urls.map { folder + $0.standardizedFileURL.path.dropFirst(prefix.count) }.sorted()
        .map { SourceFile(path: $0) }
    }
  }
}
