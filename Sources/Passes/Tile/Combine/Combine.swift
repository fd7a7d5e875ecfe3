import IR

/// Merges neighbouring operations into one that does both.
///
///     %0 = tt.dot %a, %b, %zero
///     %1 = arith.addf %0, %c                ->     %1 = tt.dot %a, %b, %c
///
///     %0 = tt.addptr %p, 4
///     %1 = tt.addptr %0, 12                 ->     %1 = tt.addptr %p, 16
///
///     %0 = tt.load %p, %mask
///     %1 = arith.select %mask, %0, %x       ->     %1 = tt.load %p, %mask, %x
///
///     %0 = %a along a new last dimension times %b along a new first one
///     %1 = sum of %0 along the middle       ->     %1 = tt.dot %a, %b, %zero
///
/// These are the rules that Triton has. The first and the last may round a float sum differently,
/// within what a `tt.dot` may do anyway; the others are exact.
public struct Combine: FunctionPass {
  public static let name = "combine"

  public init() {}

  public func run(on function: OpID, in module: inout Module) {
    for op in module.descendants(of: function) where !module.isErased(op) {
      guard let replacement = module.combination(at: op) else { continue }
      module.apply(replacement, to: op)
    }
  }
}

extension Module {
  fileprivate func combination(at op: OpID) -> Replacement? {
    accumulatingDot(op) ?? fusedOffsets(op) ?? loadWithOther(op) ?? dotOfProducts(op)
  }
}
