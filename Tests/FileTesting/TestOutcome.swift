import IR
import Support

/// What running a case gives, or must give.
enum TestOutcome: CustomStringConvertible {
  /// The functions as text, line by line.
  case text([String])
  /// What is wrong, in the order of the lines.
  case diagnostics([Diagnostic])

  /// Whether this is what `expected` asks for: the same text, or diagnostics at the same lines, among
  /// them one for each expected message that contains it.
  func matches(_ expected: TestOutcome) -> Bool {
    switch (self, expected) {
    case (.text(let found), .text(let wanted)): found == wanted
    case (.diagnostics(let found), .diagnostics(let wanted)):
      Set(found.map(\.position.line)) == Set(wanted.map(\.position.line))
        && wanted.allSatisfy { mark in found.contains { $0.answers(mark) } }
    default: false
    }
  }

  var description: String {
    switch self {
    case .text(let lines): lines.joined(separator: "\n")
    case .diagnostics(let list): list.map(\.description).joined(separator: "\n")
    }
  }

  /// The text of the functions of `module`, without the module around them.
  static func functionLines(of module: borrowing Module) -> [String] {
    let lines = module.text(locations: false).split(separator: "\n").map(String.init)
    guard let first = lines.first, first.hasPrefix("module"), lines.last == "}" else {
      return lines
    }
    return lines.dropFirst().dropLast().map { $0.hasPrefix("  ") ? String($0.dropFirst(2)) : $0 }
  }
}

extension Diagnostic {
  /// This is the diagnostic that `mark`, which gives a line and a part of a message, asks for.
  fileprivate func answers(_ mark: Diagnostic) -> Bool {
    position.line == mark.position.line && message.contains(mark.message)
  }
}
