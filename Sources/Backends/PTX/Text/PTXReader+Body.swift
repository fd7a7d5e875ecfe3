import Support

extension PTXReader {
  /// What stands after the opening brace of `function`, with the closing one.
  mutating func body(of function: PTXFunction) throws(Diagnostic) -> PTXFunction.Body {
    var context = BodyContext(of: function)
    while true {
      if token.kind == .end { throw expected("'}' after the body of '\(function.name)'") }
      if try take(sign: "{") {
        if context.scopes.count >= Self.depthLimit {
          throw error("blocks lie more than \(Self.depthLimit) deep")
        }
        context.scopes.append(BodyScope())
      } else if try take(sign: "}") {
        let inner = context.scopes.removeLast()
        guard !context.scopes.isEmpty else { break }
        context.labels.close(inner, into: &context.scopes[context.scopes.count - 1])
      } else {
        try readStatement(&context)
      }
    }
    if let (name, use) = context.labels.undefined {
      throw error("label '\(name)' is not defined", at: use)
    }
    context.resolveLabels()
    return context.body
  }

  private mutating func readStatement(_ context: inout BodyContext) throws(Diagnostic) {
    if token.kind == .directive { return try readDirective(&context) }
    if token.is("@") || token.kind == .word {
      let start = token
      if token.kind == .word {
        try advance()
        if try take(sign: ":") { return try define(label: start, in: &context) }
      }
      try readInstruction(startingWith: start, &context)
    } else {
      throw expected("a statement")
    }
  }

  private mutating func define(
    label: PTXToken, in context: inout BodyContext
  ) throws(Diagnostic) {
    let number = context.labels.number(
      of: text(of: label), in: &context.scopes[context.scopes.count - 1], at: label)
    guard context.labels.define(number) else {
      throw error("label '\(text(of: label))' is defined a second time", at: label)
    }
    append(.label(Label(number)), at: label, &context)
  }

  mutating func append(_ statement: Statement, at start: PTXToken, _ context: inout BodyContext) {
    lines.append(start.line)
    context.body.statements.append(statement)
  }

  private mutating func readDirective(_ context: inout BodyContext) throws(Diagnostic) {
    let start = token
    if try take(".loc") {
      context.location = try location()
    } else if try take(".pragma") {
      let advice = try string("advice in quotes")
      try expect(sign: ";", "after advice")
      append(.pragma(advice), at: start, &context)
    } else if try take(".file") {
      try readFile()
    } else if try take(".reg") {
      try readRegisters(&context)
    } else if let space = variableSpace {
      try advance()
      for variable in try variables(in: space, .module) where !context.declare(variable) {
        throw error("'\(variable.name)' is declared a second time in its block", at: start)
      }
    } else {
      throw expected("a statement")
    }
  }

  /// `1 20 5`, perhaps with the function that was inlined here (PTX ISA 11.5.3), which is left out.
  private mutating func location() throws(Diagnostic) -> SourceLocation {
    let start = token
    let fileNumber = try number("the number of a file")
    let line = try number("the number of a line")
    let column = try number("the number of a column")
    let file = fileIndex(fileNumber, at: start)
    while try take(sign: ",") {
      let word = try name(of: "'function_name' or 'inlined_at'")
      if word == "function_name" {
        _ = try name(of: "a label of debugging information")
        if try take(sign: "+") { _ = try number("an offset") }
      } else if word == "inlined_at" {
        for _ in 0..<3 { _ = try number("a number of a place") }
      } else {
        throw error("expected 'function_name' or 'inlined_at', found '\(word)'", at: start)
      }
    }
    return SourceLocation(file: file, line: line, column: column)
  }

  /// The rest of a declaration of registers, with its semicolon.
  private mutating func readRegisters(_ context: inout BodyContext) throws(Diagnostic) {
    let registerClass = try type("a register").registerClass
    repeat {
      let start = token
      let name = try name(of: "the name of a register")
      let isFirst: Bool
      if try take(sign: "<") {
        let count = try number("the number of registers", in: 1...Self.registerLimit)
        try expect(sign: ">", "after the number of registers")
        isFirst = context.declareRegisters(name, count: count, registerClass)
      } else {
        isFirst = context.declareRegister(name, registerClass)
      }
      if !isFirst { throw error("register '\(name)' is declared a second time", at: start) }
      if context.body.registers[registerClass] > Self.registerLimit {
        throw error("more than \(Self.registerLimit) registers of one class", at: start)
      }
    } while try take(sign: ",")
    try expect(sign: ";", "after registers")
  }
}
