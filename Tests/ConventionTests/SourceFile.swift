import Foundation

/// A file of the repository, by its path below the root.
struct SourceFile: Sendable, CustomStringConvertible {
  /// The path below the root, with `/` between its parts.
  let path: String

  var description: String { path }

  /// The file's last path component without its extension.
  var name: String {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    return last.split(separator: ".").first.map(String.init) ?? last
  }

  /// The file's lines, without their ends; `nil` for a file that is not UTF-8 text.
  func lines() -> [String]? {
    guard let data = try? Data(contentsOf: Tree.root.appendingPathComponent(path)),
      let text = String(data: data, encoding: .utf8)
    else { return nil }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The lines with comments and the contents of string literals taken out, so that words in them
  /// are not mistaken for code.
  func codeLines() -> [String] {
    SwiftCode.stripped(lines() ?? [])
  }
}
