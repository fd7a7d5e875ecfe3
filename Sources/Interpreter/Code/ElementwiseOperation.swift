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
