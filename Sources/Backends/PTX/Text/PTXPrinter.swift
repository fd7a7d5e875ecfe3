/// Writes a module as text.
///
/// The text depends on the module alone. Registers are called by class and number, labels by
/// number; `.loc` stands wherever the line of the source changes.
struct PTXPrinter {
  private(set) var bytes: [UInt8] = []
  private(set) var line = 1

  mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func write(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ number: some BinaryInteger) { write(String(number)) }

  mutating func write(_ opcode: PTXOpcode) { opcode.append(to: &bytes) }

  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    line += 1
  }

  mutating func endLine(_ text: StaticString) {
    write(text)
    endLine()
  }

  /// Writes `elements` with `separator` between them.
  mutating func write<Element>(
    _ elements: some Sequence<Element>, separator: StaticString = ", ",
    _ body: (inout PTXPrinter, Element) -> Void
  ) {
    var isFirst = true
    for element in elements {
      if !isFirst { write(separator) }
      isFirst = false
      body(&self, element)
    }
  }

  /// Writes `text` in quotes. PTX cannot write quotes and ends of lines in them; `'` and spaces
  /// take their place.
  mutating func writeQuoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(UInt8(ascii: "'"))
      case ..<32, 127: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension PTXModule {
  /// The text of this module and the lines of its statements.
  package func printed() -> PTXText {
    var printer = PTXPrinter()
    printer.write(".version \(version)")
    printer.endLine()
    printer.write(".target \(target)")
    printer.endLine()
    printer.endLine(".address_size 64")
    for (index, path) in files.enumerated() {
      printer.write(".file \(index + 1) ")
      printer.writeQuoted(path)
      printer.endLine()
    }
    if !variables.isEmpty { printer.endLine() }
    for variable in variables {
      printer.write(variable)
      printer.endLine(";")
    }
    var lines = StatementLines()
    for function in functions {
      printer.endLine()
      lines.appendFunction()
      printer.write(function, lines: &lines)
    }
    return PTXText(bytes: printer.bytes, lines: lines)
  }

  /// The text of this module.
  package var text: String { printed().string }
}
