import Support

extension PTXReader {
  /// The state space that is looked at, if variables can lie there.
  var variableSpace: StateSpace? {
    guard token.kind == .directive, let space = StateSpace(rawValue: String(text.dropFirst()))
    else { return nil }
    switch space {
    case .global, .shared, .local, .const, .param: return space
    case .generic, .sharedBlock, .sharedCluster: return nil
    }
  }

  /// The type that is looked at.
  mutating func type(_ what: String) throws(Diagnostic) -> PTXType {
    guard token.kind == .directive, let type = PTXType(rawValue: String(text.dropFirst())) else {
      throw expected("the type of \(what)")
    }
    try advance()
    return type
  }

  /// The rest of a declaration after the state space, with its semicolon (PTX ISA 5.4).
  mutating func variables(
    in space: StateSpace, _ linkage: Linkage
  ) throws(Diagnostic) -> [Variable] {
    var alignment: Int?
    var length: Int?
    while true {
      if try take(".align") {
        alignment = try self.alignment()
      } else if try take(".v2") {
        length = 2
      } else if try take(".v4") {
        length = 4
      } else {
        break
      }
    }
    let type = try type("a variable")
    if type == .pred { throw error("a variable cannot be a predicate") }
    var result: [Variable] = []
    repeat {
      let name = try name(of: "the name of a variable")
      var variable = Variable(
        name, in: space, type: type, extent: length.map { .vector($0) } ?? .scalar,
        alignment: alignment, linkage: linkage)
      if try take(sign: "[") {
        if length != nil { throw error("an array of vectors is not among what is read") }
        variable.extent =
          token.is("]") ? .open : .array(try number("the number of elements", in: 1...(1 << 31)))
        try expect(sign: "]", "after the number of elements")
      }
      if try take(sign: "=") { variable.initialValues = try initialValues(of: variable) }
      result.append(variable)
    } while try take(sign: ",")
    try expect(sign: ";", "after a variable")
    return result
  }

  private mutating func initialValues(of variable: Variable) throws(Diagnostic) -> [Constant] {
    let start = token
    guard variable.space == .global || variable.space == .const else {
      throw error("a variable in \(variable.space.rawValue) memory cannot have an initial value")
    }
    guard variable.extent != .scalar else { return [try constant(variable.type)] }
    try expect(sign: "{", "before initial values")
    var values: [Constant] = []
    while !token.is("}") {
      values.append(try constant(variable.type))
      guard try take(sign: ",") else { break }
    }
    try expect(sign: "}", "after initial values")
    let count: Int? =
      switch variable.extent {
      case .array(let count), .vector(let count): count
      case .scalar, .open: nil
      }
    if let count, values.count > count {
      throw error("\(values.count) initial values for \(count) elements", at: start)
    }
    return values
  }

  private mutating func constant(_ type: PTXType) throws(Diagnostic) -> Constant {
    if token.kind == .word {
      let start = token
      var name = try name(of: "an initial value")
      let isGeneric = name == "generic" && token.is("(")
      if isGeneric {
        try advance()
        name = try self.name(of: "the name of a variable")
        try expect(sign: ")", "after the name of a variable")
      }
      if moduleNames[name] == nil { throw error("unknown name '\(name)'", at: start) }
      let offset = try offset()
      return isGeneric
        ? .genericAddress(name, offset: offset) : .address(name, offset: offset)
    }
    switch try immediate(as: type) {
    case .integer(let value): return .integer(value)
    case .float32(let bits): return .float32(bits: bits)
    case .float64(let bits): return .float64(bits: bits)
    default: throw expected("an initial value")
    }
  }
}
