/// A function of a test file, line by line.
struct TestFunction: Sendable {
  /// How the first line begins.
  static let keyword = "tt.func"

  /// The number of the first line in the file.
  let firstLine: Int
  var lines: [String] = []

  init(firstLine: Int) { self.firstLine = firstLine }

  /// Only other functions of the file can name it.
  var isPrivate: Bool { lines.first?.hasPrefix(Self.keyword + " private") ?? false }

  /// The name without `@`.
  var name: String { Self.names(in: lines.first ?? "").first ?? "" }

  /// The functions that the body names.
  var namedFunctions: [String] { lines.dropFirst().flatMap { Self.names(in: $0) } }

  /// The words of `line` that begin with `@`, without it.
  private static func names(in line: String) -> [String] {
    line.split(separator: "@").dropFirst().map { part in
      String(part.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    }
  }
}
