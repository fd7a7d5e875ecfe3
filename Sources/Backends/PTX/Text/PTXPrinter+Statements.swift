extension PTXPrinter {
  /// Writes what stands between the braces of a function.
  mutating func write(_ body: PTXFunction.Body, lines: inout StatementLines) {
    for registerClass in RegisterClass.allCases where body.registers[registerClass] > 0 {
      write("  .reg .\(registerClass.type.rawValue) ")
      write("\(registerClass.prefix)<\(body.registers[registerClass])>;")
      endLine()
    }
    for variable in body.variables {
      write("  ")
      write(variable)
      endLine(";")
    }
    var location: SourceLocation?
    for statement in body.statements {
      if case .instruction(let instruction) = statement, let place = instruction.location,
        place != location
      {
        write("  .loc \(place.file + 1) \(place.line) \(place.column)")
        endLine()
        location = place
      }
      lines.append(line)
      write(statement)
    }
  }

  private mutating func write(_ statement: Statement) {
    switch statement {
    case .label(let label):
      write(label)
      endLine(":")
    case .pragma(let text):
      write("  .pragma ")
      writeQuoted(text)
      endLine(";")
    case .instruction(let instruction):
      write("  ")
      if let condition = instruction.condition {
        write(condition.isNegated ? "@!" : "@")
        write(condition.predicate)
        write(" ")
      }
      write(instruction.opcode)
      if !instruction.operands.isEmpty { write(" ") }
      if instruction.opcode.root == "call" {
        writeCall(instruction.operands)
      } else {
        write(instruction.operands) { $0.write($1) }
      }
      endLine(";")
    }
  }

  /// Results in parentheses are followed by a comma like any operand, so a call is no exception
  /// but for a list without elements, which PTX does not write.
  private mutating func writeCall(_ operands: [Operand]) {
    write(operands.filter { $0 != .list([]) }) { $0.write($1) }
  }

  private mutating func write(_ register: Register) {
    write(register.registerClass.prefix)
    write(register.index)
  }

  private mutating func write(_ label: Label) {
    write("$L")
    write(label.index)
  }

  private mutating func write(_ operand: Operand) {
    switch operand {
    case .register(let register): write(register)
    case .negated(let register):
      write("!")
      write(register)
    case .integer(let value): write(integer: value)
    case .float32(let bits): write(float32: bits)
    case .float64(let bits): write(float64: bits)
    case .special(let register): write(register.rawValue)
    case .symbol(let name, let offset): write(symbol: name, offset: offset)
    case .label(let label): write(label)
    case .address(let address): write(address)
    case .vector(let elements):
      write("{")
      write(elements) { $0.write($1) }
      write("}")
    case .pair(let first, let second):
      if let first { write(first) } else { write("_") }
      write("|")
      if let second { write(second) } else { write("_") }
    case .tensor(let map, let coordinates):
      write("[")
      write(inside: map)
      write(", {")
      write(coordinates) { $0.write($1) }
      write("}]")
    case .list(let elements):
      write("(")
      write(elements) { $0.write($1) }
      write(")")
    case .sink: write("_")
    }
  }

  private mutating func write(_ address: Address) {
    write("[")
    write(inside: address)
    write("]")
  }

  private mutating func write(inside address: Address) {
    switch address.base {
    case .register(let register): write(register)
    case .symbol(let name): write(name)
    case .zero: return write(integer: address.offset)
    }
    write(offset: address.offset)
  }

  mutating func write(symbol name: String, offset: Int64) {
    write(name)
    write(offset: offset)
  }

  mutating func write(offset: Int64) {
    // A plus before the sign is what assemblers take for an offset below zero.
    if offset != 0 { write("+\(offset)") }
  }

  /// Small numbers in decimal; large ones are mostly masks or packed and are written in
  /// hexadecimal.
  mutating func write(integer value: Int64) {
    if value < 1 << 20 {
      write(value)
    } else {
      write("0x")
      write(String(value, radix: 16, uppercase: true))
    }
  }

  mutating func write(float32 bits: UInt32) { write("0f\(hexadecimal(UInt64(bits), digits: 8))") }

  mutating func write(float64 bits: UInt64) { write("0d\(hexadecimal(bits, digits: 16))") }

  private func hexadecimal(_ value: UInt64, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: digits - text.utf8.count) + text
  }
}
