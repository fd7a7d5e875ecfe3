import Support

/// One message of an assembler.
package struct AssemblerMessage: Hashable, Sendable {
  /// How bad it is, in the assembler's own terms.
  package enum Severity: String, CaseIterable, Hashable, Sendable {
    case info, warning, error, fatal
  }

  /// How bad it is.
  package var severity: Severity
  /// The words, without the assembler's name and the place.
  package var text: String
  /// The module and line that it names; its file is the name of the `AssemblyInput`.
  package var position: SourcePosition?

  /// A message with the words `text`.
  package init(_ severity: Severity, _ text: String, at position: SourcePosition? = nil) {
    (self.severity, self.text, self.position) = (severity, text, position)
  }

  /// The number of a note about code that the assembler repaired or serialized, such as `C7510`.
  ///
  /// Neither the exit code nor `-Werror` tells these notes from plain information.
  package var advisory: String? {
    guard let start = text.firstRange(of: "(C75")?.lowerBound else { return nil }
    let code = text[text.index(after: start)...].prefix { $0 != ")" }
    let isClosed = code.endIndex < text.endIndex
    guard isClosed, code.count == 5, code.dropFirst().allSatisfy(\.isNumber) else { return nil }
    return String(code)
  }

  /// The function that the words name, as `in function 'name'` or `Entry function 'name'`.
  package var function: String? {
    guard let start = text.firstRange(of: "unction '")?.upperBound else { return nil }
    let name = text[start...].prefix { $0 != "'" }
    return name.endIndex == text.endIndex ? nil : String(name)
  }

  /// What a strict caller does not accept.
  package var isComplaint: Bool { severity != .info || advisory != nil }
}

extension AssemblerMessage: CustomStringConvertible {
  /// `file:line: severity: words`, as far as the place is known.
  package var description: String {
    (position.map { "\($0): " } ?? "") + "\(severity.rawValue): \(text.escapingControlCharacters)"
  }
}
