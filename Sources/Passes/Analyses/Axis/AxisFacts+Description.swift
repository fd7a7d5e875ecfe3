import IR

extension AxisFacts: CustomStringConvertible {
  /// `contiguity [1, 64], divisibility [16, 16], constancy [128, 1]`, then the constant or what
  /// bounds the elements; what is divisible by everything is `zero`.
  package var description: String {
    let indices = dimensions.indices
    let divisors = indices.map { index in
      dimensions[index].logDivisibility == width ? "zero" : "\(divisibility(index))"
    }
    var text = "contiguity \(indices.map { contiguity($0) }), "
    text += "divisibility [\(divisors.joined(separator: ", "))], "
    text += "constancy \(indices.map { constancy($0) })"
    if let constant {
      let number = type.isInteger ? "\(constant.signExtended(from: width))" : "\(constant)"
      text += ", constant \(number)"
    } else if let bounds, bounds != IntegerBounds(ofAll: type) {
      text += ", from \(bounds.lower) to \(bounds.upper)"
    }
    return text
  }
}
