import Support

extension PTXReader {
  /// The rest of a function after `.entry` or `.func` (PTX ISA 11.1.3, 11.1.4).
  mutating func readFunction(
    _ kind: PTXFunction.Kind, _ linkage: Linkage
  ) throws(Diagnostic) {
    var function = PTXFunction(kind, "", linkage: linkage)
    if token.is("(") {
      if kind == .entry { throw error("a kernel cannot return a value") }
      function.results = try parameters()
    }
    let start = token
    function.name = try name(of: "the name of a function")
    if token.is("(") { function.parameters = try parameters() }
    let names = (function.results + function.parameters).map(\.name)
    if Set(names).count != names.count {
      throw error("two parameters of '\(function.name)' have the same name", at: start)
    }
    try readDirectives(&function.directives)
    try declareFunction(function.name, isDefinition: !token.is(";"), at: start)
    if try take(sign: ";") {
      lines.appendFunction()
    } else {
      try expect(sign: "{", "before the body of a function")
      lines.appendFunction()
      function.body = try body(of: function)
    }
    module.functions.append(function)
  }

  /// A function may be declared before it is defined.
  private mutating func declareFunction(
    _ name: String, isDefinition: Bool, at start: PTXToken
  ) throws(Diagnostic) {
    let isDefined = module.functions.contains { $0.name == name && $0.body != nil }
    if moduleNames[name] == .function, !(isDefinition && isDefined) { return }
    try declare(name, .function, at: start)
  }

  private mutating func parameters() throws(Diagnostic) -> [Parameter] {
    try expect(sign: "(", "before parameters")
    var result: [Parameter] = []
    if try take(sign: ")") { return result }
    repeat { result.append(try parameter()) } while try take(sign: ",")
    try expect(sign: ")", "after parameters")
    return result
  }

  private mutating func parameter() throws(Diagnostic) -> Parameter {
    guard try take(".param") else { throw expected("'.param' before a parameter") }
    var alignment: Int?
    if try take(".align") { alignment = try self.alignment() }
    var parameter = Parameter("", type: try type("a parameter"))
    if parameter.type == .pred { throw error("a parameter cannot be a predicate") }
    parameter.alignment = alignment
    if try take(".ptr") { parameter.pointer = try pointer() }
    parameter.name = try name(of: "the name of a parameter")
    if try take(sign: "[") {
      parameter.count = try number("the number of elements", in: 1...(1 << 20))
      try expect(sign: "]", "after the number of elements")
    }
    return parameter
  }

  private mutating func pointer() throws(Diagnostic) -> Parameter.Pointer {
    var pointer = Parameter.Pointer()
    if let space = variableSpace, space != .param {
      pointer.space = space
      try advance()
    }
    if try take(".align") { pointer.alignment = try alignment() }
    return pointer
  }

  /// What stands between the parameters and the body.
  private mutating func readDirectives(
    _ directives: inout PerformanceDirectives
  ) throws(Diagnostic) {
    while token.kind == .directive {
      if try take(".reqntid") {
        directives.requiredThreads = try size()
      } else if try take(".maxntid") {
        directives.maximumThreads = try size()
      } else if try take(".minnctapersm") {
        directives.minimumBlocks = try number("a number of blocks")
      } else if try take(".maxnreg") {
        directives.maximumRegisters = try number("a number of registers")
      } else if try take(".explicitcluster") {
        directives.isExplicitCluster = true
      } else if try take(".reqnctapercluster") {
        directives.requiredCluster = try size()
      } else if try take(".maxclusterrank") {
        directives.maximumClusterRank = try number("a number of blocks")
      } else if try take(".noreturn") {
        directives.isNoReturn = true
      } else if try take(".pragma") {
        directives.pragmas.append(try string("advice in quotes"))
        try expect(sign: ";", "after advice")
      } else {
        throw expected("a directive of a function")
      }
    }
  }

  private mutating func size() throws(Diagnostic) -> PerformanceDirectives.Size {
    var size = PerformanceDirectives.Size(try number("a number along the first axis"))
    if try take(sign: ",") { size.y = try number("a number along the second axis") }
    if try take(sign: ",") { size.z = try number("a number along the third axis") }
    return size
  }
}
