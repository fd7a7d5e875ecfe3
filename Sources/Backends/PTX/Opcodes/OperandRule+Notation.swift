/// Reads what the families' lines say after the opcode. `OpcodeTable` explains the notation.
extension OperandRule {
  /// The rules for the operands that `notation` lists, in a variant whose choices `value` gives.
  ///
  /// - Requires: The notation is right; it is the table's own.
  static func list(_ notation: Substring, value: (Character) -> String?) -> [OperandRule] {
    notation.split(separator: ",").compactMap { part in
      rule(part.drop { $0 == " " }, value: value)
    }
  }

  private static func rule(_ text: Substring, value: (Character) -> String?) -> OperandRule? {
    var text = text
    while text.last == " " { text.removeLast() }
    var access = Access.source
    if text.first == "=" || text.first == "&" {
      access = text.removeFirst() == "=" ? .destination : .updated
    }
    var options: Options = []
    if let mark = text.firstIndex(of: "?"), !text.contains("|") {
      let choice = text[mark...].dropFirst().first
      // `?H` stands only where the choice H is taken, and must stand there.
      if let choice { if (value(choice) ?? "").isEmpty { return nil } } else { options = .absence }
      text = text[..<mark]
    }
    let form = form(of: &text, options: &options, value: value)
    return OperandRule(form: form, access: access, options: options)
  }

  private static func form(
    of text: inout Substring, options: inout Options, value: (Character) -> String?
  ) -> Form {
    switch text.first {
    case "@": return .label
    case "$": return .function
    case "(": return .list
    case "_": return .unavailable
    case "#": return .immediate(constants(text.dropFirst()))
    case "[":
      let words = text.dropFirst().dropLast().split(separator: " ")
      if words.first == "tensor" { return .tensor(rank: number(words[1], value: value)) }
      return .address(space(words.first ?? "", value: value))
    case "{":
      let parts = text.dropFirst().dropLast().split(separator: "*")
      var element = parts[1]
      let type = type(of: &element, options: &options, value: value)
      // A choice of vector lengths that is not taken leaves one value without braces.
      if let choice = parts[0].first, choice.isUppercase, (value(choice) ?? "").isEmpty {
        return .value(type)
      }
      return .vector(type, count: number(parts[0], value: value))
    default:
      guard let bar = text.firstIndex(of: "|") else {
        return .value(type(of: &text, options: &options, value: value))
      }
      var first = text[..<bar]
      let type = type(of: &first, options: &options, value: value)
      return .pair(type, isSecondRequired: text.last != "?")
    }
  }

  /// The type that `text` names, without the marks after it.
  private static func type(
    of text: inout Substring, options: inout Options, value: (Character) -> String?
  ) -> PTXType {
    while let mark = text.last, let option = marks[mark] {
      options.formUnion(option)
      text.removeLast()
    }
    var name = String(text)
    if let choice = text.first, choice.isUppercase { name = value(choice) ?? "" }
    guard let type = PTXType(rawValue: name) else {
      preconditionFailure("the opcode table names no type with \(text)")
    }
    return type
  }

  private static let marks: [Character: Options] = [
    "~": .widerRegister, "^": .symbol, "!": .registerOnly, "_": .sink, "-": .negation,
  ]

  private static func space(_ text: Substring, value: (Character) -> String?) -> StateSpace {
    var name = String(text)
    if let choice = text.first, choice.isUppercase { name = value(choice) ?? "" }
    if name.isEmpty { return .generic }
    guard let space = StateSpace(rawValue: name) else {
      preconditionFailure("the opcode table names no state space with \(text)")
    }
    return space
  }

  /// A number, or that in the word of a choice, divided by what follows a slash.
  private static func number(_ text: Substring, value: (Character) -> String?) -> Int {
    let parts = text.split(separator: "/")
    var digits = String(parts[0])
    if let choice = parts[0].first, choice.isUppercase { digits = value(choice) ?? "" }
    guard let number = Int(digits.filter(\.isNumber)) else {
      preconditionFailure("the opcode table names no number with \(text)")
    }
    return parts.count == 1 ? number : number / (Int(parts[1]) ?? 1)
  }

  /// The numbers of `1/2/4`, `0..7` or `24..256/8`.
  private static func constants(_ text: Substring) -> [Int] {
    guard let dots = text.firstRange(of: "..") else {
      return text.split(separator: "/").compactMap { Int($0) }
    }
    let upper = text[dots.upperBound...].split(separator: "/")
    let step = upper.count > 1 ? Int(upper[1]) ?? 1 : 1
    return Array(
      stride(from: Int(text[..<dots.lowerBound]) ?? 0, through: Int(upper[0]) ?? 0, by: step))
  }
}
