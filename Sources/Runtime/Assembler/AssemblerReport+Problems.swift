import Support

extension AssemblerReport {
  /// What stands in the way of using the code, at its place in `inputs`: errors, and if `isStrict`
  /// also warnings, spilled registers and notes about repaired code.
  package func problems(in inputs: [AssemblyInput], isStrict: Bool) -> [Diagnostic] {
    let rejected = isStrict ? messages.filter(\.isComplaint) : errors
    guard !rejected.isEmpty || isStrict && resources.contains(where: \.spills) else { return [] }
    let places = FunctionPlaces(inputs)
    var problems = rejected.map { message in
      Diagnostic(
        message.diagnosis,
        at: message.position ?? places.place(of: message))
    }
    if isStrict {
      problems += resources.filter(\.spills).map { function in
        Diagnostic(
          """
          '\(function.name)' spills registers: \(function.spillStoreByteCount) bytes of stores, \
          \(function.spillLoadByteCount) bytes of loads
          """, at: places[function.name] ?? places.module)
      }
    }
    return problems
  }
}

extension FunctionPlaces {
  /// What a message without a place is about: a line of the function that it names, the function,
  /// or the module.
  fileprivate func place(of message: AssemblerMessage) -> SourcePosition {
    guard var place = message.function.flatMap({ self[$0] }) else { return module }
    if let mark = message.text.firstRange(of: "around line "),
      let line = Int(message.text[mark.upperBound...].prefix(while: \.isNumber))
    {
      place.line = line
    }
    return place
  }
}

extension AssemblerMessage {
  /// The words of a diagnostic; one that is no error to the assembler says what it is.
  fileprivate var diagnosis: String {
    switch severity {
    case .error, .fatal: text
    case .warning: "warning of the assembler: \(text)"
    case .info: "note of the assembler: \(text)"
    }
  }
}
