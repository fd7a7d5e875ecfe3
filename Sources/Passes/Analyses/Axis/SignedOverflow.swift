/// What an analysis may think of sums, differences and products of integers of at least 32 bits that
/// do not fit.
package enum SignedOverflow: Sendable {
  /// They wrap around, as the operations are defined.
  case wraps
  /// A kernel that computes one has no meaning, and neither has one that takes remainders of numbers
  /// of which nothing says that they are negative, but which are. This is what Triton relies on;
  /// without it nothing is known of the remainders of `program / count · size + offset`, which
  /// kernels take so that they stay inside of a matrix.
  case isExcluded
}
