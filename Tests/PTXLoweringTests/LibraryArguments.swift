import Arithmetic
import PTXLowering
import RandomTesting

/// What functions of the library are tried on.
enum LibraryArguments {
  /// Whether the tests print what they measure.
  static let printsMeasurements = false

  /// Whether `name` is a Bessel function of any order, for which there is no PTX.
  static func hasAnyOrder(_ name: String) -> Bool {
    ["__nv_jn", "__nv_jnf", "__nv_yn", "__nv_ynf"].contains(name)
  }

  /// How many units of the last place the function may be off.
  static func bound(of name: String) -> Double {
    let short = String(name.dropFirst(5))
    // The approximations of the emulator are exact, what is computed from them is not.
    if short.hasPrefix("fast_") { return 400 }
    if let bound = AccuracyTable.bounds[short] { return bound.wide }
    if short.hasSuffix("f"), let bound = AccuracyTable.bounds[String(short.dropLast())] {
      return bound.single
    }
    return 0
  }

  /// `count` arguments of one parameter of the function.
  static func patterns(
    for name: String, _ type: MathFunction.ValueType, position: Int, count: Int
  ) -> [UInt64] {
    let short = String(name.dropFirst(5))
    var source = SplitMix(seed: UInt64(position + 1))
    guard let format = type.floatFormat else {
      return (0..<count).map { _ in
        let bits = source.pattern(width: type.bitWidth)
        let isPower = short.hasPrefix("powi") || short.contains("ldexp") || short.contains("scalbn")
        guard isPower else { return bits }
        // Mostly exponents at which the result is a number.
        let small = Int64(bits % 300) - 150
        return UInt64(bitPattern: small) & 0xFFFF_FFFF
      }
    }
    let range = range(of: short)
    let edges = NotableNumbers.patterns(width: type.bitWidth, count: 600)
    return (0..<count).map { index in
      if index % 4 == 3 {
        let edge = edges[(index / 4 &* 7 &+ position * 31) % edges.count]
        return AccuracyTable.covers(short, format.decode(edge)) ? edge : format.encode(1.0)
      }
      let fraction = Double(source.next() >> 11) * 0x1p-53
      let value = range.lowerBound + (range.upperBound - range.lowerBound) * fraction
      return format.encode(index % 4 == 0 ? value / 64 : value)
    }
  }

  private static func range(of name: String) -> ClosedRange<Double> {
    let base = name.hasSuffix("f") && name != "erf" ? String(name.dropLast()) : name
    switch base {
    case "asin", "acos", "atanh", "erfinv": return -1...1
    case "erfcinv": return 0...2
    case "normcdfinv": return 0...1
    case "exp", "expm1", "sinh", "cosh", "exp2": return name.hasSuffix("f") ? -90...90 : -710...710
    case "erf", "erfc", "erfcx", "tanh": return -6...6
    case "normcdf": return -10...10
    case "tgamma": return name.hasSuffix("f") ? -5...36 : -5...171
    case "lgamma": return 0...100
    case "pow", "powi": return 0...40
    default: return -100...100
    }
  }
}
