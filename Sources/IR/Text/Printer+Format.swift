import Support

/// Which operands the parts of a format write.
private struct OperandGroups {
  /// The range of each group in the operands, in the order of the text.
  private var ranges: [Range<Int>] = []
  private var next = 0

  /// - Requires: the number of operands is one that the format allows.
  init(of format: Format, operandCount: Int) {
    let sizes = Self.sizes(in: format, operandCount: operandCount)
    let order = format.groupOrder.isEmpty ? Array(sizes.indices) : format.groupOrder
    ranges = Array(repeating: 0..<0, count: sizes.count)
    var first = 0
    for group in order {
      ranges[group] = first..<first + sizes[group]
      first += sizes[group]
    }
  }

  private static func sizes(in format: Format, operandCount: Int) -> [Int] {
    let kinds = format.elements.compactMap(\.groupKind)
    var rest = operandCount - kinds.count { $0 == .one }
    let lists = kinds.count { $0 == .many }
    let share = lists == 0 ? 0 : rest / lists
    return kinds.map { kind in
      switch kind {
      case .one: return 1
      case .many: return share
      case .maybe:
        rest -= 1
        return rest >= 0 ? 1 : 0
      }
    }
  }

  mutating func take() -> Range<Int> {
    defer { next += 1 }
    return ranges[next]
  }
}

private enum GroupKind { case one, maybe, many }

extension Format.Element {
  fileprivate var groupKind: GroupKind? {
    switch self {
    case .operand, .typedOperand: .one
    case .optionalOperand: .maybe
    case .operands, .list: .many
    default: nil
    }
  }

  /// The attributes that this part writes.
  fileprivate var attributeNames: [String] {
    switch self {
    case .keyword(let name, _, _), .clause(_, let name, _), .string(let name), .symbol(let name):
      [name]
    case .arithmeticFlags(let flags): [flags.attribute]
    case .options(let options): options.map(\.attribute)
    case .flag(let word): ["\(word)"]
    default: []
    }
  }
}

extension Printer {
  /// What stands behind the name of `op`.
  mutating func printFormat(_ format: Format, _ op: OpID) {
    let operands = module.operands(of: op)
    var groups = OperandGroups(of: format, operandCount: operands.count)
    for element in format.elements {
      switch element {
      case .word(let word): writeSpaced("\(word)")
      case .sign(let kind): writeSign(kind)
      case .operand, .typedOperand, .operands:
        let values = operands[groups.take()]
        if !values.isEmpty {
          writeSpace()
          write(values)
        }
      case .optionalOperand:
        for value in operands[groups.take()] {
          write(", ")
          write(value)
        }
      case .list:
        if output.last == "," { write(" ") }
        write("[")
        write(operands[groups.take()])
        write("]")
      case .type(let slot, let short):
        writeSpace()
        write(text(of: type(slot, of: op), short: short))
      case .operandTypes:
        writeOperandTypes(format, operands)
      case .functionType: writeSpaced(functionType(of: op))
      case .attributes:
        writeAttributes(of: op, hiding: format.elements.flatMap(\.attributeNames))
      default:
        writeKeyword(element, op)
      }
    }
  }

  /// ` : types` of the operands whose type the format does not say.
  private mutating func writeOperandTypes(_ format: Format, _ operands: [ValueID]) {
    let known = format.elements.count {
      if case .typedOperand = $0 { true } else { false }
    }
    let values = operands.dropFirst(known)
    if values.isEmpty { return }
    write(" : ")
    writeTypes(of: values)
  }

  private mutating func writeKeyword(_ element: Format.Element, _ op: OpID) {
    let value = element.attributeNames.first.flatMap { module.attribute($0, of: op) }
    switch (element, value) {
    case (.keyword(_, let type, _), .integer(let number, _)?):
      writeSpaced(type.keyword(of: number))
    case (.clause(let word, _, let type), .integer(let number, _)?):
      write(", \(word) = \(type.keyword(of: number))")
    case (.options(let options), _):
      for option in options {
        guard case .integer(let number, _)? = module.attribute(option.attribute, of: op) else {
          continue
        }
        write(" \(option.word) = \(option.keyword.keyword(of: number))")
      }
    case (.flag(let word), .some): write(" \(word)")
    case (.arithmeticFlags, .opaque(let text)?): write(" " + text.dropFirst("#arith.".count))
    case (.string, .string(let text)?): write(" " + text.quoted)
    case (.symbol, .symbol(let name)?): write(" @" + name.symbolText)
    default: break
    }
  }

  private func type(_ slot: Format.Slot, of op: OpID) -> Type {
    switch slot {
    case .operand(let position): module.type(of: module.operand(position, of: op))
    case .result(let position): module.type(of: module.result(position, of: op))
    }
  }

  /// The type, without its name where the format leaves it out.
  private func text(of type: Type, short: Syntax.ShortType?) -> String {
    let text = type.description
    switch short {
    case nil: return text
    case .pointer?: return String(text.dropFirst("!tt.ptr".count))
    case .descriptor?: return String(text.dropFirst("!tt.tensordesc".count))
    }
  }

  private mutating func writeSign(_ kind: Token.Kind) {
    switch kind {
    case .comma, .rightParenthesis, .leftBracket, .rightBracket: write(kind.sign)
    case .leftParenthesis: write(kind.sign)
    default: write(" " + kind.sign)
    }
  }

  /// A space, unless an opening sign stands before it.
  private mutating func writeSpace() {
    if output.last != "(", output.last != "[" { write(" ") }
  }

  private mutating func writeSpaced(_ text: String) {
    writeSpace()
    write(text)
  }
}

extension KeywordAttribute {
  /// The word for `value`.
  ///
  /// - Requires: there is one, as in every verified module.
  fileprivate static func keyword(of value: Int64) -> String {
    Int32(exactly: value).flatMap { Self(rawValue: $0) }?.keyword ?? "\(value)"
  }
}
