import Support

/// Why reading ends.
///
/// A reference, where a diagnostic is eleven words: every call that can fail keeps room for its
/// error on the stack, and the parser is recursive.
indirect enum ParserError: Error {
  case found(Diagnostic)

  var diagnostic: Diagnostic {
    switch self {
    case .found(let diagnostic): diagnostic
    }
  }
}
