/// The text of a module and where in it each statement stands.
package struct PTXText: Hashable, Sendable {
  /// The text in UTF-8.
  package var bytes: [UInt8]
  /// The line of each statement, counted from 1, by function and by statement.
  package var lines: StatementLines

  /// The text as a string.
  package var string: String { String(decoding: bytes, as: UTF8.self) }
}
