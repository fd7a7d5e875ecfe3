/// What an instruction does: the word of PTX before its operands, such as `ld.global.v4.b32`.
///
/// A number that names one entry of `OpcodeTable`, which lists all that may be emitted.
package struct PTXOpcode: Hashable, Sendable, BitwiseCopyable {
  /// The family in the table, and above it which of the family's variants.
  ///
  /// What every first compile fills is keyed by it as an `Int`: that a type is `Hashable` Swift looks
  /// up once in a process, which takes 0.1 ms for each type.
  package let number: UInt32

  /// How many families and how many variants of one the number has room for.
  static let (familyLimit, variantLimit) = (1 << 12, 1 << 20)

  init(family: Int, variant: Int) {
    precondition(family < Self.familyLimit && variant < Self.variantLimit, "number out of range")
    number = UInt32(variant << 12 | family)
  }

  /// The opcode that is written `text`, if the table has it.
  package init?(_ text: some StringProtocol) {
    guard let opcode = OpcodeTable.shared.opcode(spelled: Array(text.utf8)) else { return nil }
    self = opcode
  }

  /// The opcode that `bytes` spell, if the table has it.
  init?(spelling bytes: some RandomAccessCollection<UInt8>) {
    guard let opcode = OpcodeTable.shared.opcode(spelled: Array(bytes)) else { return nil }
    self = opcode
  }

  var family: Int { Int(number & 0xFFF) }
  var variant: Int { Int(number >> 12) }

  /// How PTX writes it.
  package var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes it at the end of `bytes`.
  func append(to bytes: inout [UInt8]) {
    OpcodeTable.shared.family(family).append(variant: variant, to: &bytes)
  }

  /// The word up to the first point, which says what kind of operation it is.
  package var root: String { OpcodeTable.shared.family(family).root }

  /// The words after the root, in the order of the text.
  package var modifiers: [String] { text.split(separator: ".").dropFirst().map(String.init) }

  /// What the opcode needs of the language and the machine.
  package var requirement: Requirement { OpcodeTable.shared.family(family).requirement }

  /// The lists of operands that it takes, one or several.
  package var operandLists: [[OperandRule]] {
    OpcodeTable.shared.family(family).operandLists(of: variant)
  }

  /// Every opcode that the table lists, in its order.
  package static var all: some Sequence<PTXOpcode> {
    OpcodeTable.shared.families.lazy.flatMap { family in
      (0..<OpcodeTable.shared.family(family).variantCount).lazy.map {
        PTXOpcode(family: family, variant: $0)
      }
    }
  }
}

extension PTXOpcode: ExpressibleByStringLiteral, CustomStringConvertible {
  /// The opcode that is written `text`.
  ///
  /// - Requires: The table has it.
  package init(stringLiteral text: StaticString) {
    let opcode = text.withUTF8Buffer { OpcodeTable.shared.opcode(spelled: Array($0)) }
    guard let opcode else { preconditionFailure("the opcode table has no \(text)") }
    self = opcode
  }

  package var description: String { text }
}
