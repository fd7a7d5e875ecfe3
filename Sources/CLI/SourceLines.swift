import Support

/// Lines of source files, each file read once.
struct SourceLines {
  private var files: [String: [Substring]] = [:]

  /// No larger file is read for a line of it.
  private static let byteLimit = 16 << 20

  /// The line at `position`, without the blanks around it; `nil` if there is no such line or file.
  mutating func line(at position: SourcePosition) -> String? {
    let lines = files[position.file] ?? read(position.file)
    files[position.file] = lines
    guard lines.indices.contains(position.line - 1) else { return nil }
    let line = lines[position.line - 1].drop { $0 == " " || $0 == "\t" }
    return line.isEmpty ? nil : String(line)
  }

  private func read(_ path: String) -> [Substring] {
    let bytes = (try? readStart(ofFileAt: path, count: Self.byteLimit)) ?? []
    return String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }
}
