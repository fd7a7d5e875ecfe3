import IR
import Support

extension Execution {
  /// How many findings a report holds at most.
  static let findingLimit = 100

  /// A diagnostic that names the place of `op` in the user's program first, and its place in the
  /// parsed text in a note.
  func failure(_ message: String, at op: OpID?) -> Diagnostic {
    guard let op else {
      return interpreter.module.diagnostic(message, at: interpreter.kernel.op)
    }
    let inText = interpreter.module.diagnostic(message, at: op)
    guard let position = interpreter.module.location(of: op).position, position != inText.position
    else { return inText }
    let name = interpreter.module.info(of: op).name
    return Diagnostic(
      message, at: position, notes: [.init("in '\(name)' here", at: inText.position)])
  }

  /// What stands for the element at `index` in messages: nothing for a scalar, or
  /// `, element [1, 2]`.
  func elementWords(_ index: Int, of shape: Shape) -> String {
    shape.rank == 0 ? "" : ", element \(shape.coordinates(of: index))"
  }

  /// Adds a finding, once for each kind and operation.
  ///
  /// - Parameter details: the message without the program and the element, which come after it.
  func find(
    _ kind: String, at op: OpID, element index: Int, of shape: Shape, _ details: String = "",
    notes: [Diagnostic.Note] = []
  ) {
    guard report.findings.count < Self.findingLimit,
      reported.insert("\(op.index) \(kind)").inserted
    else { return }
    let message = "\(kind): program \(program)\(elementWords(index, of: shape))\(details)"
    var finding = failure(message, at: op)
    finding.notes = notes + finding.notes
    report.findings.append(finding)
  }
}
