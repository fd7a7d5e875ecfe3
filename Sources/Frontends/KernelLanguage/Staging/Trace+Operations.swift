import IR
import TileSemantics

/// How the functions of the language write operations.
extension Trace {
  /// Writes an operation on `operands` and returns its results, `count` of them.
  ///
  /// If an operand comes from a mistake, nothing is written and the results are erroneous. If the
  /// operation is refused, that is reported.
  static func emit(
    _ operands: [Operand], count: Int,
    _ body: (inout TileBuilder) throws -> [Operand]
  ) -> [Operand] {
    let trace = required
    trace.countActivity()
    let failure = Array(repeating: Operand.erroneous, count: count)
    guard trace.accepts(operands) else { return failure }
    do {
      return try trace.withBuilder(body)
    } catch {
      trace.report("\(error)")
      return failure
    }
  }

  /// Writes an operation with one result, as `emit(_:count:_:)` does.
  static func emit(
    _ operands: [Operand], _ body: (inout TileBuilder) throws -> Operand
  ) -> Operand {
    emit(operands, count: 1) { builder in [try body(&builder)] }[0]
  }

  /// Writes an operation without results, as `emit(_:count:_:)` does.
  static func perform(_ operands: [Operand], _ body: (inout TileBuilder) throws -> Void) {
    _ = emit(operands, count: 0) { builder in
      try body(&builder)
      return []
    }
  }

  /// Whether an operation can use `operands`; reports those that have no value.
  private func accepts(_ operands: [Operand]) -> Bool {
    if operands.contains(where: \.isErroneous) { return false }
    if operands.contains(where: \.isUndefined) {
      report("a variable is used before it is given a value")
      return false
    }
    return true
  }
}

/// Reports a mistake and returns what stands for its result.
func mistake(_ message: String) -> Operand {
  Trace.required.report(message)
  return .erroneous
}
