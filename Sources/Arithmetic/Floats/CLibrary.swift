#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The C library's functions, under names that the members of `FloatArithmetic` do not hide.
@usableFromInline
enum CLibrary {
  /// e to the power of `value`.
  @usableFromInline
  static func exponential(_ value: Double) -> Double { exp(value) }

  /// Two to the power of `value`.
  @usableFromInline
  static func exponentialBase2(_ value: Double) -> Double { exp2(value) }

  /// The natural logarithm.
  @usableFromInline
  static func logarithm(_ value: Double) -> Double { log(value) }

  /// The logarithm to base two.
  @usableFromInline
  static func logarithmBase2(_ value: Double) -> Double { log2(value) }

  /// The sine.
  @usableFromInline
  static func sine(_ value: Double) -> Double { sin(value) }

  /// The cosine.
  @usableFromInline
  static func cosine(_ value: Double) -> Double { cos(value) }

  /// The hyperbolic tangent.
  @usableFromInline
  static func hyperbolicTangent(_ value: Double) -> Double { tanh(value) }

  /// The error function.
  @usableFromInline
  static func errorFunction(_ value: Double) -> Double { erf(value) }
}
