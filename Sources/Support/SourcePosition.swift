/// A place in a file: what a diagnostic names before its message.
public struct SourcePosition: Hashable, Sendable, CustomStringConvertible {
  /// The path as the user wrote it.
  public var file: String
  /// Counted from 1; 0 when only the file is known.
  public var line: Int
  /// Counted from 1, in characters; 0 when only the line is known.
  public var column: Int

  /// A place in `file`.
  public init(file: String, line: Int = 0, column: Int = 0) {
    (self.file, self.line, self.column) = (file, line, column)
  }

  /// `file:line:column`, leaving out what is not known.
  public var description: String {
    if line == 0 { return file }
    return column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
  }
}
