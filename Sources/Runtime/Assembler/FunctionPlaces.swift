import Support

/// Where the functions and the variables of some modules of PTX are declared.
struct FunctionPlaces {
  /// The place that is meant where nothing more is known: the only module, or all of them.
  let module: SourcePosition
  private var places: [String: SourcePosition] = [:]

  /// The places in `inputs`.
  init(_ inputs: [AssemblyInput]) {
    module = SourcePosition(file: inputs.map(\.name).joined(separator: ", "))
    for input in inputs {
      for (name, line) in Self.declarations(in: input.ptx) where places[name] == nil {
        places[name] = SourcePosition(file: input.name, line: line)
      }
    }
  }

  /// Where the function called `name` is declared.
  subscript(name: String) -> SourcePosition? { places[name] }

  /// The names that a module declares outside of its functions, with their lines.
  ///
  /// Two modules that declare the same name do not fit into one file of machine code; a name too
  /// many does no harm.
  static func declarations(in ptx: [UInt8]) -> [(name: String, line: Int)] {
    var declarations: [(String, Int)] = []
    var depth = 0
    for (index, line) in ptx.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated()
    {
      if depth == 0, let name = declaredName(in: line) { declarations.append((name, index + 1)) }
      for byte in line {
        if byte == UInt8(ascii: "{") { depth += 1 }
        if byte == UInt8(ascii: "}") { depth -= 1 }
      }
    }
    return declarations
  }

  /// The name that a line outside of functions declares: in front of its parameters, its extent,
  /// its value or its end, behind a result in parentheses.
  private static func declaredName(in line: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: line, as: UTF8.self)
    guard let start = text.firstIndex(where: { $0 != " " && $0 != "\t" }), text[start] == "." else {
      return nil
    }
    if let entry = text.firstRange(of: ".entry ") ?? text.firstRange(of: ".func ") {
      var rest = text[entry.upperBound...].drop { $0 == " " }
      if rest.first == "(" { rest = rest.drop { $0 != ")" }.dropFirst().drop { $0 == " " } }
      return name(startOf: rest)
    }
    let isVariable = [".global", ".const", ".shared"].contains { text.contains("\($0) ") }
    // What is declared elsewhere may be declared by every module.
    guard isVariable, !text.contains(".extern ") else { return nil }
    return text.split(separator: " ").lazy.filter { !$0.hasPrefix(".") && Int($0) == nil }
      .first.flatMap { name(startOf: $0) }
  }

  private static func name(startOf text: Substring) -> String? {
    let name = text.prefix { $0.isLetter || $0.isNumber || "_$%".contains($0) }
    return name.isEmpty ? nil : String(name)
  }
}
