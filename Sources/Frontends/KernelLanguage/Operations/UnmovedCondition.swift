/// The condition of a `while` loop out of which the compiler moves nothing.
///
///     while withoutInvariantMotion(load(flag, isVolatile: true) == 0) { … }
public struct UnmovedCondition: KernelCondition {
  let condition: Scalar<Bool>

  /// The truth value of the condition.
  public var staged: StagedBool { .device(condition) }
}

/// Asks the compiler to move nothing out of the `while` loop whose condition this is. Elsewhere it is
/// the condition itself.
///
/// Triton: `tl.condition(…, disable_licm=True)`
public func withoutInvariantMotion(_ condition: Scalar<Bool>) -> UnmovedCondition {
  UnmovedCondition(condition: condition)
}
