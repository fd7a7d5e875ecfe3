import PTX

/// Numbers that formulas look up by an index.
struct ConstantTable: Hashable {
  /// What instructions call it.
  let name: String
  /// Its words of 64 bits.
  let words: [UInt64]

  /// The variable that holds it.
  var variable: Variable {
    Variable(
      name, in: .global, type: .b64, extent: .array(words.count), alignment: 8,
      initialValues: words.map { .integer(Int64(bitPattern: $0)) })
  }
}
