import Arithmetic
import PTXLowering

/// Distances of results from the interpreter's, and how large they may be.
enum AccuracyBounds {
  /// The product with log₂ e is rounded once, for numbers up to 90.
  static let fastExponential = AccuracyTable.fastExponentialBound(upTo: 90)

  /// The bound of a function of the `math` dialect.
  static func bound(of name: String, _ type: String) -> Double {
    guard let bound = AccuracyTable.bounds[name] else { return 0 }
    return type == "f32" ? bound.single : bound.wide
  }

  /// How many numbers of the format lie between two results.
  static func distance(_ expected: UInt64, _ found: UInt64, _ type: String) -> Double {
    if expected == found { return 0 }
    switch type {
    case "f32": return UnitsOfLastPlace.distance(expected, found, .f32)
    case "f64": return UnitsOfLastPlace.distance(expected, found, .f64)
    case "f16", "bf16":
      let (lhs, rhs) = (Int(expected & 0x7FFF), Int(found & 0x7FFF))
      return expected >> 15 == found >> 15 ? Double(abs(lhs - rhs)) : .infinity
    default: return .infinity
    }
  }
}
