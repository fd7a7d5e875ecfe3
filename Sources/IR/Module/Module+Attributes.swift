// Typed access to attributes whose presence and kind the verifier has checked.

extension Module {
  func integer(_ name: String, of op: OpID, default value: Int = 0) -> Int {
    Int(attribute(name, of: op)?.integerValue ?? Int64(value))
  }

  func bool(_ name: String, of op: OpID, default value: Bool = false) -> Bool {
    attribute(name, of: op)?.boolValue ?? value
  }

  func string(_ name: String, of op: OpID) -> String {
    attribute(name, of: op)?.stringValue ?? ""
  }

  func integers(_ name: String, of op: OpID) -> [Int] {
    (attribute(name, of: op)?.integers ?? []).map { Int($0) }
  }

  func keyword<Keyword: KeywordAttribute>(
    _ name: String, of op: OpID, default value: Keyword
  ) -> Keyword {
    guard let raw = attribute(name, of: op)?.integerValue, let raw = Int32(exactly: raw) else {
      return value
    }
    return Keyword(rawValue: raw) ?? value
  }

  /// The sizes of the groups of operands of an op that has several of variable size.
  func segments(of op: OpID) -> [Int] { integers(OpInfo.segmentsName, of: op) }

  /// The operands in group `position`.
  func operands(inSegment position: Int, of op: OpID) -> [ValueID] {
    let sizes = segments(of: op)
    guard position < sizes.count else { return [] }
    let first = sizes[..<position].reduce(0, +)
    return (first..<first + sizes[position]).map { operand($0, of: op) }
  }
}

extension OpInfo {
  /// The attribute with the sizes of the groups of operands.
  public static let segmentsName = "operandSegmentSizes"

  static func segments(_ sizes: Int...) -> Attribute { .denseArray(.i32, sizes.map { Int64($0) }) }
}
