import Support

/// A module that was read, and where in the text each of its statements stands.
package struct PTXReading: Hashable, Sendable {
  /// What the text says.
  package var module: PTXModule
  /// The line of each statement.
  package var lines: StatementLines

  /// Reads `source`.
  ///
  /// - Throws: What is wrong with the text and where: it is not PTX, or it uses an opcode that the
  ///   table does not list.
  package init(_ source: SourceText) throws(Diagnostic) {
    var reader = try PTXReader(source)
    try reader.readModule()
    (module, lines) = (reader.module, reader.lines)
  }
}
