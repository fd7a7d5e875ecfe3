/// A comparison of two integers; the order is that of MLIR's `arith.cmpi`.
public enum IntegerPredicate: UInt8, CaseIterable, Hashable, Sendable, BitwiseCopyable {
  case equal, notEqual
  case signedLess, signedLessOrEqual, signedGreater, signedGreaterOrEqual
  case unsignedLess, unsignedLessOrEqual, unsignedGreater, unsignedGreaterOrEqual
}
