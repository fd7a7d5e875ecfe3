import IR

extension Module {
  /// Puts `replacement` in the place of `op`.
  mutating func apply(_ replacement: Replacement, to op: OpID) {
    switch replacement {
    case .operation(let draft):
      let new = insert(draft, at: .before(op), origin: origin(of: op))
      keepHints(of: op, on: new)
      replace(op, with: Array(results(of: new)))
    case .values(let expressions):
      let values = expressions.map { materialize($0, before: op) }
      if values.count == 1, let new = definingOp(of: values[0]), next(after: new) == op {
        keepHints(of: op, on: new)
      }
      replace(op, with: values)
    }
  }

  private mutating func materialize(_ expression: Expression, before op: OpID) -> ValueID {
    let place = InsertionPoint.before(op)
    switch expression {
    case .value(let value): return value
    case .constant(let constant):
      return result(of: insert(constant, at: place, origin: origin(of: op)))
    case .operation(let draft):
      return result(of: insert(draft, at: place, origin: origin(of: op)))
    case .nested(var draft, let operands):
      draft.operands = operands.map { materialize($0, before: op) }
      return result(of: insert(draft, at: place, origin: origin(of: op)))
    }
  }

  /// What the program promises about the elements of a result stays true of the same value
  /// computed otherwise.
  private mutating func keepHints(of old: OpID, on new: OpID) {
    guard opcode(of: new) != .constant else { return }
    for name in ["tt.divisibility", "tt.contiguity", "tt.constancy"] {
      if let hint = attribute(name, of: old), attribute(name, of: new) == nil {
        setAttribute(name, of: new, to: hint)
      }
    }
  }
}
