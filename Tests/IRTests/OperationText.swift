import IR

/// An operation in its own form, and what it needs around it.
struct OperationText: Sendable, CustomStringConvertible {
  /// The parameters of the function that it stands in.
  let parameters: String
  /// The operation as it is read and written.
  let text: String

  init(_ parameters: String, _ text: String) {
    (self.parameters, self.text) = (parameters, text)
  }

  var description: String { text }

  /// A module with the operation in a function.
  var module: String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let body = lines.map { "    \($0)\n" }.joined()
    // A terminator ends the function itself.
    let end = text == "tt.return" ? "" : "    tt.return\n"
    return """
      module {
        tt.func private @callee(i32) -> f32
        tt.func public @f(\(parameters)) {
      \(body)\(end)  }
      }

      """
  }
}
