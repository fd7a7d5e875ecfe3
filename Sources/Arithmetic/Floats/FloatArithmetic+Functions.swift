/// Rounding to integers, roots and elementary functions.
///
/// Everything is computed in `Double` and rounded once to the format, also for `f32`: the result of
/// `f32` and narrower formats is then the correctly rounded one but for a few arguments in a
/// thousand million, whatever C library is below. `f64` has the accuracy of the C library.
extension FloatArithmetic {
  /// The largest integer that is not larger.
  @inlinable
  public static func floor(_ bits: UInt64, _ format: FloatFormat) -> UInt64 {
    pack(floor(format.decode(bits)), format)
  }

  /// The largest integer that is not larger.
  @inlinable
  public static func floor(_ value: Float) -> Float { value.rounded(.down) }

  /// The largest integer that is not larger.
  @inlinable
  public static func floor(_ value: Double) -> Double { value.rounded(.down) }

  /// The smallest integer that is not smaller.
  @inlinable
  public static func ceil(_ bits: UInt64, _ format: FloatFormat) -> UInt64 {
    pack(ceil(format.decode(bits)), format)
  }

  /// The smallest integer that is not smaller.
  @inlinable
  public static func ceil(_ value: Float) -> Float { value.rounded(.up) }

  /// The smallest integer that is not smaller.
  @inlinable
  public static func ceil(_ value: Double) -> Double { value.rounded(.up) }

  /// The integer part.
  @inlinable
  public static func truncate(_ bits: UInt64, _ format: FloatFormat) -> UInt64 {
    pack(truncate(format.decode(bits)), format)
  }

  /// The integer part.
  @inlinable
  public static func truncate(_ value: Float) -> Float { value.rounded(.towardZero) }

  /// The integer part.
  @inlinable
  public static func truncate(_ value: Double) -> Double { value.rounded(.towardZero) }

  /// The nearest integer; ties go away from zero.
  @inlinable
  public static func round(_ bits: UInt64, _ format: FloatFormat) -> UInt64 {
    pack(round(format.decode(bits)), format)
  }

  /// The nearest integer; ties go away from zero.
  @inlinable
  public static func round(_ value: Float) -> Float { value.rounded(.toNearestOrAwayFromZero) }

  /// The nearest integer; ties go away from zero.
  @inlinable
  public static func round(_ value: Double) -> Double { value.rounded(.toNearestOrAwayFromZero) }

  /// The nearest integer; ties go to the even one.
  @inlinable
  public static func roundEven(_ bits: UInt64, _ format: FloatFormat) -> UInt64 {
    pack(roundEven(format.decode(bits)), format)
  }

  /// The nearest integer; ties go to the even one.
  @inlinable
  public static func roundEven(_ value: Float) -> Float { value.rounded(.toNearestOrEven) }

  /// The nearest integer; ties go to the even one.
  @inlinable
  public static func roundEven(_ value: Double) -> Double { value.rounded(.toNearestOrEven) }

  /// The square root.
  @inlinable
  public static func squareRoot(_ bits: UInt64, _ format: FloatFormat) -> UInt64 {
    pack(squareRoot(format.decode(bits)), format)
  }

  /// The square root.
  @inlinable
  public static func squareRoot(_ value: Float) -> Float { value.squareRoot() }

  /// The square root.
  @inlinable
  public static func squareRoot(_ value: Double) -> Double { value.squareRoot() }

  /// One over the square root.
  @inlinable
  public static func reciprocalSquareRoot(_ bits: UInt64, _ format: FloatFormat) -> UInt64 {
    pack(reciprocalSquareRoot(format.decode(bits)), format)
  }

  /// One over the square root.
  @inlinable
  public static func reciprocalSquareRoot(_ value: Float) -> Float {
    Float(reciprocalSquareRoot(Double(value)))
  }

  /// One over the square root.
  @inlinable
  public static func reciprocalSquareRoot(_ value: Double) -> Double { 1 / value.squareRoot() }

  /// e to the power of the value.
  @inlinable
  public static func exp(_ bits: UInt64, _ format: FloatFormat) -> UInt64 {
    pack(exp(format.decode(bits)), format)
  }

  /// e to the power of the value.
  @inlinable
  public static func exp(_ value: Float) -> Float { Float(exp(Double(value))) }

  /// e to the power of the value.
  @inlinable
  public static func exp(_ value: Double) -> Double { CLibrary.exponential(value) }

  /// Two to the power of the value.
  @inlinable
  public static func exp2(_ bits: UInt64, _ format: FloatFormat) -> UInt64 {
    pack(exp2(format.decode(bits)), format)
  }

  /// Two to the power of the value.
  @inlinable
  public static func exp2(_ value: Float) -> Float { Float(exp2(Double(value))) }

  /// Two to the power of the value.
  @inlinable
  public static func exp2(_ value: Double) -> Double { CLibrary.exponentialBase2(value) }

  /// The natural logarithm.
  @inlinable
  public static func log(_ bits: UInt64, _ format: FloatFormat) -> UInt64 {
    pack(log(format.decode(bits)), format)
  }

  /// The natural logarithm.
  @inlinable
  public static func log(_ value: Float) -> Float { Float(log(Double(value))) }

  /// The natural logarithm.
  @inlinable
  public static func log(_ value: Double) -> Double { CLibrary.logarithm(value) }

  /// The logarithm to base two.
  @inlinable
  public static func log2(_ bits: UInt64, _ format: FloatFormat) -> UInt64 {
    pack(log2(format.decode(bits)), format)
  }

  /// The logarithm to base two.
  @inlinable
  public static func log2(_ value: Float) -> Float { Float(log2(Double(value))) }

  /// The logarithm to base two.
  @inlinable
  public static func log2(_ value: Double) -> Double { CLibrary.logarithmBase2(value) }

  /// The sine of an angle in radians.
  @inlinable
  public static func sin(_ bits: UInt64, _ format: FloatFormat) -> UInt64 {
    pack(sin(format.decode(bits)), format)
  }

  /// The sine of an angle in radians.
  @inlinable
  public static func sin(_ value: Float) -> Float { Float(sin(Double(value))) }

  /// The sine of an angle in radians.
  @inlinable
  public static func sin(_ value: Double) -> Double { CLibrary.sine(value) }

  /// The cosine of an angle in radians.
  @inlinable
  public static func cos(_ bits: UInt64, _ format: FloatFormat) -> UInt64 {
    pack(cos(format.decode(bits)), format)
  }

  /// The cosine of an angle in radians.
  @inlinable
  public static func cos(_ value: Float) -> Float { Float(cos(Double(value))) }

  /// The cosine of an angle in radians.
  @inlinable
  public static func cos(_ value: Double) -> Double { CLibrary.cosine(value) }

  /// The hyperbolic tangent.
  @inlinable
  public static func tanh(_ bits: UInt64, _ format: FloatFormat) -> UInt64 {
    pack(tanh(format.decode(bits)), format)
  }

  /// The hyperbolic tangent.
  @inlinable
  public static func tanh(_ value: Float) -> Float { Float(tanh(Double(value))) }

  /// The hyperbolic tangent.
  @inlinable
  public static func tanh(_ value: Double) -> Double { CLibrary.hyperbolicTangent(value) }

  /// The error function.
  @inlinable
  public static func erf(_ bits: UInt64, _ format: FloatFormat) -> UInt64 {
    pack(erf(format.decode(bits)), format)
  }

  /// The error function.
  @inlinable
  public static func erf(_ value: Float) -> Float { Float(erf(Double(value))) }

  /// The error function.
  @inlinable
  public static func erf(_ value: Double) -> Double { CLibrary.errorFunction(value) }
}
