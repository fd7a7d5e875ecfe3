import IR

/// Computes what is known, and writes what is left in one of its forms.
///
///     %0 = arith.constant 2 : i32
///     %1 = arith.constant 3 : i32
///     %2 = arith.muli %0, %1 : i32            %0 = arith.constant 6 : i32
///     %3 = arith.addi %2, %x : i32       ->   %1 = arith.addi %x, %0 : i32
///     %4 = tt.splat %3 : i32 -> tensor        %2 = tt.splat %1 : i32 -> tensor
///     %5 = tt.reshape %4 : tensor -> other
///
/// A rule may only replace an operation by what has the same meaning for all values of its
/// operands: integers exactly, floats as IEEE 754 has it, where the payload of a NaN carries no
/// meaning. What stays true so that the rules come to an end: a rule never makes an operation
/// that another rule turns back; constants stand to the right of commutative operations.
public struct Canonicalize: FunctionPass {
  public static let name = "canonicalize"

  /// How often a function is walked. Each walk lets every rule see what the one before it made;
  /// nested loops need one walk a level, everything else two or three.
  static let maximumWalks = 32

  public init() {}

  public func run(on function: OpID, in module: inout Module) {
    for _ in 0..<Self.maximumWalks {
      var isChanged = false
      for op in module.descendants(of: function) where !module.isErased(op) {
        if module.canonicalize(op) { isChanged = true }
      }
      if !isChanged { return }
    }
  }
}

extension Module {
  /// Applies the first rule that fits `op`.
  ///
  /// - Returns: whether there was one.
  fileprivate mutating func canonicalize(_ op: OpID) -> Bool {
    if isUnusedAndPure(op) { return false }
    if let replacement = replacement(for: op) {
      apply(replacement, to: op)
      return true
    }
    return restructure(op)
  }

  /// Nobody looks at what `op` computes, so there is nothing to simplify.
  private func isUnusedAndPure(_ op: OpID) -> Bool {
    resultCount(of: op) > 0 && isPure(op) && results(of: op).allSatisfy { !isUsed($0) }
  }
}
