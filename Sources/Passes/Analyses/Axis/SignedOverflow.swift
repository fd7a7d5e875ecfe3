/// What an analysis may think of sums, differences and products of integers of at least 32 bits that
/// do not fit.
package enum SignedOverflow: Sendable {
  /// They wrap around, as the operations are defined.
  case wraps
  /// A kernel that computes one has no meaning. This is what Triton relies on; without it nothing
  /// is known of the sign of `program · size + offset`, nor thus of its remainders.
  case isExcluded
}
