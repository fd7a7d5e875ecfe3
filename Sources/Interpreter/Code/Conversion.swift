import Arithmetic

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
