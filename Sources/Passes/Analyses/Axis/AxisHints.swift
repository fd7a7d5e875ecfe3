import IR

/// What the program says of a value: the attributes `tt.divisibility`, `tt.contiguity` and
/// `tt.constancy`, each with one number for each dimension.
struct AxisHints {
  private let divisibility, contiguity, constancy: [Int64]

  /// The hints among `attributes`; `nil` if there are none.
  init?(_ attributes: AttributeList) {
    divisibility = Self.numbers(attributes["tt.divisibility"])
    contiguity = Self.numbers(attributes["tt.contiguity"])
    constancy = Self.numbers(attributes["tt.constancy"])
    if divisibility.isEmpty, contiguity.isEmpty, constancy.isEmpty { return nil }
  }

  private static func numbers(_ attribute: Attribute?) -> [Int64] {
    switch attribute {
    case .integer(let number, _): [number]
    case .denseArray(_, let numbers): numbers
    case .dense(let elements):
      elements.bits.map { $0.signExtended(from: elements.type.scalar?.bitWidth ?? 64) }
    default: []
    }
  }

  /// What is known of a value about which `facts` are known besides what the program says.
  func applied(to facts: AxisFacts) -> AxisFacts {
    if facts.constant != nil { return facts }
    var result = facts
    for index in facts.dimensions.indices {
      let known = facts.dimensions[index]
      result.dimensions[index] = AxisFacts.Dimension(
        logContiguity: max(known.logContiguity, logarithm(contiguity, index)),
        logConstancy: max(known.logConstancy, logarithm(constancy, index)),
        logDivisibility: max(known.logDivisibility, logarithm(divisibility, index)))
    }
    return result.normalized()
  }

  /// The logarithm of the largest power of two that divides the hint for the dimension at `index`.
  private func logarithm(_ numbers: [Int64], _ index: Int) -> Int {
    guard index < numbers.count, numbers[index] > 0 else { return 0 }
    return numbers[index].trailingZeroBitCount
  }
}
