/// An operand of a PTX instruction.
enum AssemblyOperand: Hashable, Sendable {
  /// A register with a name, or `$n`, or a special one such as `%smid`.
  case register(String)
  case immediate(UInt64)
  /// `[register + offset]`
  case memory(String, offset: Int64)
  /// `{a, b}`: the parts of one value, the lowest bits first.
  case vector([AssemblyOperand])

  /// Reads one operand.
  init(parsing text: Substring, registerCount: Int) throws(AssemblyError) {
    let text = AssemblyProgram.trimmed(text)
    guard let first = text.first else { throw AssemblyError("an operand is missing") }
    if first == "[", text.last == "]" {
      let inner = text.dropFirst().dropLast()
      let parts = inner.split(separator: "+", maxSplits: 1).map { AssemblyProgram.trimmed($0) }
      guard let base = parts.first else { throw AssemblyError("address '\(text)' is empty") }
      let offset = parts.count > 1 ? Self.number(parts[1]) : 0
      guard let offset else { throw AssemblyError("'\(text)' has an offset that is no number") }
      self = .memory(
        try Self.name(base, registerCount: registerCount), offset: Int64(bitPattern: offset))
    } else if first == "{", text.last == "}" {
      var parts: [AssemblyOperand] = []
      for part in text.dropFirst().dropLast().split(separator: ",") {
        parts.append(try AssemblyOperand(parsing: part, registerCount: registerCount))
      }
      self = .vector(parts)
    } else if let value = Self.number(text) {
      self = .immediate(value)
    } else {
      self = .register(try Self.name(text, registerCount: registerCount))
    }
  }

  private static func name(
    _ text: Substring, registerCount: Int
  ) throws(AssemblyError) -> String {
    if text.hasPrefix("$") {
      // `$$` is how a dollar sign is written; it has no place here.
      guard let number = Int(text.dropFirst()), number < registerCount else {
        throw AssemblyError("'\(text)' names no operand, there are \(registerCount)")
      }
      return String(text)
    }
    let isName = text.allSatisfy {
      $0.isLetter || $0.isNumber || $0 == "_" || $0 == "%" || $0 == "." || $0 == "$"
    }
    guard isName else { throw AssemblyError("cannot read operand '\(text)'") }
    return String(text)
  }

  /// An integer such as `-7`, `0x1F`, `0b101`, or the bits of a float such as `0f3F800000`.
  private static func number(_ text: Substring) -> UInt64? {
    var text = text
    let isNegative = text.hasPrefix("-")
    if isNegative { text = text.dropFirst() }
    guard let first = text.first, first.isNumber else { return nil }
    let lowered = text.lowercased()
    let magnitude: UInt64?
    if lowered.hasPrefix("0x") {
      magnitude = UInt64(lowered.dropFirst(2).filter { $0 != "u" }, radix: 16)
    } else if lowered.hasPrefix("0f") || lowered.hasPrefix("0d") {
      magnitude = UInt64(lowered.dropFirst(2), radix: 16)
    } else if lowered.hasPrefix("0b") {
      magnitude = UInt64(lowered.dropFirst(2), radix: 2)
    } else if lowered.contains(".") {
      magnitude = Double(lowered).map(\.bitPattern)
    } else {
      magnitude = UInt64(lowered.filter { $0 != "u" })
    }
    return magnitude.map { isNegative ? 0 &- $0 : $0 }
  }
}
