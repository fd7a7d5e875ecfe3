import Arithmetic

/// What an operation does to each element, with everything about types resolved.
enum ElementwiseOperation: Sendable {
  case integer(IntegerOperation, width: Int)
  case absoluteInteger(width: Int)
  case compareIntegers(IntegerPredicate, width: Int)
  case float(FloatOperation, FloatFormat)
  case floatFunction(FloatFunction, FloatFormat)
  case multiplyAdd(FloatFormat)
  case clamp(FloatFormat, propagatesNaN: Bool)
  case compareFloats(FloatPredicate, FloatFormat)
  case convert(Conversion)
  case select
  /// Adds an integer of `offsetWidth` bits, counted in elements of `elementSize` bytes.
  case addPointer(offsetWidth: Int, elementSize: Int)
  case libraryFunction(MathFunction)
}

/// An operation on two integers.
enum IntegerOperation: Sendable {
  case add, subtract, multiply, multiplyHighUnsigned
  case divideSigned, divideUnsigned, remainderSigned, remainderUnsigned
  case and, or, xor, shiftLeft, shiftRightSigned, shiftRightUnsigned
  case minimumSigned, minimumUnsigned, maximumSigned, maximumUnsigned
}

/// An operation on two floats.
enum FloatOperation: Sendable {
  case add, subtract, multiply, divide, remainder
  /// NaN wins.
  case minimum, maximum
  /// NaN loses.
  case minimumNumber, maximumNumber
}

/// A function of one float.
enum FloatFunction: Sendable {
  case negate, absolute, floor, ceil
  case exp, exp2, log, log2, sin, cos, erf, squareRoot, reciprocalSquareRoot
}

/// A change of type.
enum Conversion: Sendable {
  /// The bits stay as they are.
  case reinterpret
  case signExtend(from: Int, to: Int)
  case truncate(to: Int)
  case float(from: FloatFormat, to: FloatFormat, FloatRounding, saturating: Bool)
  case fromSigned(width: Int, FloatFormat)
  case fromUnsigned(FloatFormat)
  case toSigned(FloatFormat, width: Int)
  case toUnsigned(FloatFormat, width: Int)
}
