/// The promises that arithmetic can make about its operands, kept and not used.
enum ArithmeticFlags: String {
  case overflow = "arith.overflow"
  case fastMath = "arith.fastmath"

  /// What can be promised.
  var words: [String] {
    switch self {
    case .overflow: ["none", "nsw", "nuw"]
    case .fastMath:
      ["none", "reassoc", "nnan", "ninf", "nsz", "arcp", "contract", "afn", "fast"]
    }
  }

  /// What stands between two words.
  var separator: String { self == .overflow ? ", " : "," }

  /// The word before the list in the form of an operation.
  var keyword: StaticString { self == .overflow ? "overflow" : "fastmath" }

  /// The name of the attribute of an operation.
  var attribute: String { self == .overflow ? "overflowFlags" : "fastmath" }
}

extension Opcode {
  /// The dialects whose attributes are all known here.
  static let dialects: Set<String> = Set(
    allCases.compactMap { $0.info.name.split(separator: ".").first.map(String.init) }
  ).subtracting(["llvm"])
}
