import IR

extension Module {
  /// `select(m, load(p, m), x) -> load(p, m, x)`, if nothing else uses what is loaded and nothing
  /// is written before the select. The mask may also be a splat of the condition.
  func loadWithOther(_ op: OpID) -> Replacement? {
    guard let select = view(op, as: Select.self), hasOneUse(select.whenTrue),
      let definer = definingOp(of: select.whenTrue), var load = view(definer, as: Load.self),
      !load.isVolatile, let mask = load.mask,
      mask == select.condition || splatSource(mask) == select.condition,
      block(of: definer) == block(of: op), isWriteFree(from: definer, to: op)
    else { return nil }
    load.other = select.whenFalse
    return .operation(load)
  }
}
