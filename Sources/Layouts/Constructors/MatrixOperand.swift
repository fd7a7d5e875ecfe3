/// One of the two factors of a matrix multiplication.
public enum MatrixOperand: Int, Hashable, Sendable {
  /// The left factor, of shape (rows, k).
  case left = 0
  /// The right factor, of shape (k, columns).
  case right = 1
}
