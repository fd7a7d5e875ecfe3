import IR
import Support

/// The module that `text` holds.
func parse(_ text: String, limits: ParserLimits = .standard) throws(Diagnostic) -> Module {
  try Module.parse(SourceText(name: "test", text: text), limits: limits)
}

/// What is wrong with `text`, as `line:column: message`; `nil` if it reads.
func firstError(in text: String, limits: ParserLimits = .standard) -> String? {
  do throws(Diagnostic) {
    _ = try parse(text, limits: limits)
    return nil
  } catch {
    return "\(error.position.line):\(error.position.column): \(error.message)"
  }
}
