import Support

/// Why there is no machine code; its description names the assembler and the reason.
package enum AssemblerError: Error, Equatable, Sendable {
  /// No assembler can be started at the path that was named.
  case notFound(path: String, reason: String)
  /// What lies at the path is no assembler of PTX, or not one that is known here.
  case notAnAssembler(path: String, reason: String)
  /// The assembler does not take the PTX, or strictness does not take what it made of it.
  case refused(assembler: String, problems: [Diagnostic])
  /// The assembler ended in a way that says nothing about the PTX: a signal, the time limit, or no
  /// output in spite of success.
  case ended(assembler: String, how: String)
  /// A file of the assembler's could not be read or written.
  case file(FileError)
  /// A call of the driver failed that says nothing about the PTX.
  case failedCall(String)
  /// The driver assembles only for a GPU that is open.
  case leftToDriver
}

extension AssemblerError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notFound(let path, let reason): "no assembler at '\(path)': \(reason)"
    case .notAnAssembler(let path, let reason): "'\(path)' is no PTX assembler: \(reason)"
    case .refused(let assembler, let problems):
      (problems.map(\.description) + ["\(assembler) refused the module"]).joined(separator: "\n")
    case .ended(let assembler, let how): "\(assembler) \(how)"
    case .file(let error): error.description
    case .failedCall(let text): text
    case .leftToDriver:
      "the driver assembles only what is launched, expected a path of ptxas or nvJitLink"
    }
  }
}
