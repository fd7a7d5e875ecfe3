import IR
import Support

/// Reads an input as `nereid opt` does and returns what is wrong with it, as users see it; empty if
/// it is accepted.
let diagnoseMalformedInput: (@Sendable (_ bytes: [UInt8], _ name: String) -> [String])? = {
  (bytes, name) in
  do throws(Diagnostic) {
    let module = try Module.parse(SourceText(name: name, bytes: bytes))
    return module.verify().map(\.description)
  } catch {
    return [error.description]
  }
}
