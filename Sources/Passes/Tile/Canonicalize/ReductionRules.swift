import IR

extension Module {
  /// A reduction along a dimension of extent 1 has nothing to combine.
  func simplifyReduction(_ op: OpID) -> Replacement? {
    guard let reduction = view(op, as: Reduce.self),
      type(of: reduction.sources[0]).shape[reduction.axis] == 1
    else { return nil }
    return .values(
      zip(reduction.sources, reduction.types).map { source, type in
        .unary(type.isTensor ? .reshape : .unsplat, source, type)
      })
  }

  /// A scan along a dimension of extent 1 has nothing to combine.
  func simplifyScan(_ op: OpID) -> Replacement? {
    guard let scan = view(op, as: Scan.self), type(of: scan.sources[0]).shape[scan.axis] == 1
    else { return nil }
    return .values(scan.sources.map { .value($0) })
  }
}
