import IR
import PTX
import Support

/// The instructions of an inline assembly, read once for all elements.
struct InlinedAssembly {
  /// The registers of the outputs and of the inputs, as the instructions name them.
  let outputs, inputs: [Register]
  /// For each input the output that it shares a place with.
  let ties: [Int: Int]
  /// What the assembly does.
  let statements: [Statement]

  /// Reads `text`, with `$0` for the first output, whose registers `constraints` tell as LLVM writes
  /// them.
  ///
  /// - Throws: what is wrong with the text, or an instruction that is not in the table.
  init(_ text: String, constraints: String, target: PTXTarget) throws(Diagnostic) {
    var outputs: [Register] = []
    var inputs: [Register] = []
    var ties: [Int: Int] = [:]
    var counts = RegisterCounts()
    var declarations = ""
    for part in constraints.split(separator: ",") {
      let constraint = part.filter { $0 != " " && $0 != "&" }
      guard !constraint.hasPrefix("~") else { continue }
      let isOutput = constraint.hasPrefix("=")
      let letter = isOutput ? constraint.dropFirst() : constraint[...]
      let registerClass: RegisterClass
      if let output = Int(letter), !isOutput, outputs.indices.contains(output) {
        ties[inputs.count] = output
        registerClass = outputs[output].registerClass
      } else if let known = Self.classes[String(letter)] {
        registerClass = known
      } else {
        throw Diagnostic(
          "constraint '\(part)' is not known, expected one of b, h, r, l, f and d", at: .none)
      }
      let name = Self.name(outputs.count + inputs.count)
      declarations += ".reg .\(registerClass.moveType) \(name);\n"
      let register = counts.makeRegister(registerClass)
      if isOutput { outputs.append(register) } else { inputs.append(register) }
    }
    let body = try Self.named(text, count: outputs.count + inputs.count)
    let version = max(target.lowestVersion, PTXVersion(8, 3))
    let source = SourceText(
      name: "inline assembly",
      text: ".version \(version)\n.target \(target)\n.address_size 64\n.entry assembly() {\n"
        + "\(declarations){\n\(body)\n}\n}\n")
    let reading = try PTXReading(source)
    statements = reading.module.functions.first?.body?.statements ?? []
    (self.outputs, self.inputs, self.ties) = (outputs, inputs, ties)
  }

  private static let classes: [String: RegisterClass] = [
    "b": .predicate, "h": .bits16, "r": .bits32, "l": .bits64, "f": .float32, "d": .float64,
  ]

  private static func name(_ number: Int) -> String { "assembly_operand_\(number)" }

  /// `text` with names in the places of `$0`, `${1}` and so on, and one dollar in that of two.
  private static func named(_ text: String, count: Int) throws(Diagnostic) -> String {
    var result = ""
    var rest = Substring(text)
    while let dollar = rest.firstIndex(of: "$") {
      result += rest[..<dollar]
      rest = rest[dollar...].dropFirst()
      if rest.first == "$" {
        result += "$"
        rest = rest.dropFirst()
        continue
      }
      let hasBraces = rest.first == "{"
      if hasBraces { rest = rest.dropFirst() }
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      if hasBraces { rest = rest.drop { $0 != "}" }.dropFirst() }
      guard let number = Int(digits) else {
        result += "$"
        continue
      }
      guard number < count else {
        throw Diagnostic("operand $\(number) has no constraint", at: .none)
      }
      result += name(number)
    }
    return result + rest
  }
}

extension SourcePosition {
  /// The place of the assembly as a whole.
  fileprivate static let none = SourcePosition(file: "inline assembly")
}
