/// Opcodes that are written alike and take operands alike: one line of the table.
final class OpcodeFamily: Sendable {
  /// A place where the opcodes of a family differ.
  private struct Choice: Sendable {
    /// What the operands call the choice.
    var name: Character?
    /// What the opcode has there, with the point before it if that is part of the choice.
    var words: [[UInt8]]
    /// How far apart in the numbering two neighbouring words are.
    var stride: Int
  }

  private enum Piece: Sendable {
    case fixed([UInt8])
    case choice(Int)
  }

  /// The word up to the first point.
  let root: String
  /// What all opcodes of the family need.
  let requirement: Requirement
  /// How many opcodes the family has.
  let variantCount: Int
  private let pieces: [Piece]
  private let choices: [Choice]
  /// What the line says about operands, read when it is asked for.
  private let operands: Substring

  /// The family that one of a line's roots and the rest of the line make.
  init(
    root: ArraySlice<UInt8>, pattern: [UInt8], operands: ArraySlice<UInt8>,
    requirement: Requirement
  ) {
    var pieces: [Piece] = [.fixed(Array(root))]
    var choices: [Choice] = []
    var rest = pattern[...]
    while let first = rest.first {
      guard first == UInt8(ascii: "<") || first == UInt8(ascii: "[") else {
        let fixed = rest.prefix { $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "[") }
        pieces.append(.fixed(Array(fixed)))
        rest = rest[fixed.endIndex...]
        continue
      }
      let close = first == UInt8(ascii: "<") ? UInt8(ascii: ">") : UInt8(ascii: "]")
      let inside = rest.dropFirst().prefix { $0 != close }
      pieces.append(.choice(choices.count))
      choices.append(Self.choice(inside, isOptional: first == UInt8(ascii: "[")))
      rest = rest[inside.endIndex...].dropFirst()
    }
    var count = 1
    for index in choices.indices.reversed() {
      choices[index].stride = count
      count *= choices[index].words.count
    }
    self.root = String(decoding: root, as: UTF8.self)
    self.requirement = requirement
    self.operands = String(decoding: operands, as: UTF8.self)[...]
    (self.pieces, self.choices, variantCount) = (pieces, choices, count)
  }

  private static func choice(_ text: ArraySlice<UInt8>, isOptional: Bool) -> Choice {
    var text = text
    var name: Character?
    if text.count > 2, text[text.startIndex + 1] == UInt8(ascii: "=") {
      name = Character(Unicode.Scalar(text[text.startIndex]))
      text = text.dropFirst(2)
    }
    var words: [[UInt8]] = isOptional ? [[]] : []
    for part in text.split(separator: UInt8(ascii: ",")) {
      for word in Self.words(part) {
        words.append(isOptional ? [UInt8(ascii: ".")] + word : word)
      }
    }
    return Choice(name: name, words: words, stride: 1)
  }

  /// A word as it is, the words of a named set, or the numbers of a range `8..256/8`.
  private static func words(_ text: ArraySlice<UInt8>) -> [[UInt8]] {
    if text.first == UInt8(ascii: "$") {
      let name = String(decoding: text.dropFirst(), as: UTF8.self)
      guard let set = OpcodeTable.sets[name] else {
        preconditionFailure("the opcode table has no set \(name)")
      }
      return set.utf8.split(separator: UInt8(ascii: ",")).map { Array($0) }
    }
    guard let slash = text.firstIndex(of: UInt8(ascii: "/")),
      let dot = text.firstIndex(of: UInt8(ascii: "."))
    else { return [Array(text)] }
    let bounds = [text[..<dot], text[(dot + 2)..<slash], text[(slash + 1)...]]
      .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    return stride(from: bounds[0], through: bounds[1], by: bounds[2]).map { Array(String($0).utf8) }
  }
}

extension OpcodeFamily {
  /// Writes the opcode that `variant` numbers.
  func append(variant: Int, to bytes: inout [UInt8]) {
    for piece in pieces {
      switch piece {
      case .fixed(let text): bytes += text
      case .choice(let index): bytes += word(of: choices[index], in: variant)
      }
    }
  }

  private func word(of choice: Choice, in variant: Int) -> [UInt8] {
    choice.words[variant / choice.stride % choice.words.count]
  }

  /// The number of the variant that is written `text`, if there is one.
  func variant(spelled text: [UInt8]) -> Int? { match(text, from: 0, piece: 0) }

  private func match(_ text: [UInt8], from start: Int, piece: Int) -> Int? {
    guard piece < pieces.count else { return start == text.count ? 0 : nil }
    switch pieces[piece] {
    case .fixed(let word):
      guard text.has(word, at: start) else { return nil }
      return match(text, from: start + word.count, piece: piece + 1)
    case .choice(let index):
      // A word may begin another, so the first that fits need not be the right one.
      for (number, word) in choices[index].words.enumerated() where text.has(word, at: start) {
        if let rest = match(text, from: start + word.count, piece: piece + 1) {
          return number * choices[index].stride + rest
        }
      }
      return nil
    }
  }

  /// The lists of operands that `variant` takes.
  func operandLists(of variant: Int) -> [[OperandRule]] {
    let value: (Character) -> String? = { [self] name in
      guard let choice = choices.first(where: { $0.name == name }) else { return nil }
      let word = word(of: choice, in: variant)
      return String(
        decoding: word.first == UInt8(ascii: ".") ? word[1...] : word[...], as: UTF8.self)
    }
    guard !operands.isEmpty else { return [[]] }
    return operands.split(separator: " / ", omittingEmptySubsequences: false)
      .map { OperandRule.list($0, value: value) }
  }
}

extension [UInt8] {
  fileprivate func has(_ word: [UInt8], at start: Int) -> Bool {
    guard start + word.count <= count else { return false }
    for index in word.indices where self[start + index] != word[index] { return false }
    return true
  }
}
