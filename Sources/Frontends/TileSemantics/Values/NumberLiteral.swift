import IR

/// A number that a program writes out, which adapts to the type beside it.
public enum NumberLiteral: Hashable, Sendable {
  case bool(Bool)
  case integer(Int64)
  case float(Double)

  /// The type of the number where nothing beside it decides: `i32` or the first of `u32` and `i64`
  /// that holds it; `f32`, or `f64` outside of its normal range.
  public var naturalType: NumberType {
    switch self {
    case .bool: NumberType(.i1)
    case .integer(let value) where Int32(exactly: value) != nil: NumberType(.i32)
    case .integer(let value) where UInt32(exactly: value) != nil: NumberType(.i32, isUnsigned: true)
    case .integer: NumberType(.i64)
    case .float(let value):
      NumberType(Self.isNormal(value) ? .f32 : .f64)
    }
  }

  /// How far the number's kind stands among truth values, integers and floats.
  var kind: Int {
    switch self {
    case .bool: 0
    case .integer: 1
    case .float: 2
    }
  }

  private static func isNormal(_ value: Double) -> Bool {
    let magnitude = value.magnitude
    return magnitude == 0 || !value.isFinite
      || (Double(Float.leastNormalMagnitude)...Double(Float.greatestFiniteMagnitude))
        .contains(magnitude)
  }
}
