extension ScalarType {
  /// All types by their names in textual IR.
  static let named: [String: ScalarType] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}
