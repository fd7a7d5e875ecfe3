/// A line of a source file that instructions come from, what `.loc` says (PTX ISA 11.5.3).
package struct SourceLocation: Hashable, Sendable, BitwiseCopyable {
  /// The file's index in the module's table, from 0.
  package var file: UInt32
  /// Counted from 1.
  package var line: UInt32
  /// Counted from 1; 0 when only the line is known.
  package var column: UInt32

  /// Column `column` of line `line` of file number `file`.
  package init(file: Int, line: Int, column: Int = 0) {
    self.file = UInt32(file)
    self.line = UInt32(line)
    self.column = UInt32(column)
  }
}
