import Support

extension PTXReader {
  /// One operand of `opcode` (PTX ISA 6).
  mutating func operand(
    of opcode: PTXOpcode, _ context: inout BodyContext
  ) throws(Diagnostic) -> Operand {
    if try take(sign: "{") {
      return .vector(try elements(until: "}", context))
    } else if try take(sign: "(") {
      return .list(try elements(until: ")", context))
    } else if try take(sign: "[") {
      return try memory(context)
    } else if try take(sign: "!") {
      return .negated(try register(context))
    } else if token.kind == .word, opcode.root == "bra" {
      return .label(try label(&context))
    }
    return try value(context)
  }

  private mutating func label(_ context: inout BodyContext) throws(Diagnostic) -> Label {
    let start = token
    let name = try name(of: "a label")
    return Label(
      context.labels.number(of: name, in: &context.scopes[context.scopes.count - 1], at: start))
  }

  /// Values up to the closing sign, which is passed too.
  private mutating func elements(
    until close: Unicode.Scalar, _ context: BodyContext
  ) throws(Diagnostic) -> [Operand] {
    var result: [Operand] = []
    if try take(sign: close) { return result }
    repeat { result.append(try value(context)) } while try take(sign: ",")
    try expect(sign: close, "after values")
    return result
  }

  /// What stands between brackets: an address, or a tensor map and coordinates.
  private mutating func memory(_ context: BodyContext) throws(Diagnostic) -> Operand {
    let address: Address
    let start = token
    if token.kind == .word {
      switch try value(context) {
      case .register(let register): address = Address(register, offset: try offset())
      case .symbol(let name, let offset): address = Address(name, offset: offset)
      default: throw error("expected an address, found '\(text(of: start))'", at: start)
      }
    } else {
      guard case .integer(let place) = try immediate(as: .u64) else {
        throw expected("a whole number as an address")
      }
      address = Address(.zero, offset: place)
    }
    guard try take(sign: ",") else {
      try expect(sign: "]", "after an address")
      return .address(address)
    }
    try expect(sign: "{", "before the coordinates of a tensor")
    let coordinates = try elements(until: "}", context)
    try expect(sign: "]", "after the coordinates of a tensor")
    return .tensor(address, coordinates: coordinates)
  }

  /// A register, perhaps with a predicate beside it, a name or a constant.
  private mutating func value(_ context: BodyContext) throws(Diagnostic) -> Operand {
    guard token.kind == .word else { return try immediate(as: .f64) }
    let start = token
    if bytes.elementsEqual("_".utf8) || context.register(text) != nil {
      let first = try optionalRegister(context)
      if try take(sign: "|") { return .pair(first, try optionalRegister(context)) }
      return first.map(Operand.register) ?? .sink
    }
    if let special = SpecialRegister(rawValue: text) {
      try advance()
      return .special(special)
    }
    // The number of threads in a warp (PTX ISA 5.5).
    if bytes.elementsEqual("WARP_SZ".utf8) {
      try advance()
      return .integer(32)
    }
    let name = try name(of: "an operand")
    if let variable = context.variable(name) { return .symbol(variable, offset: try offset()) }
    if moduleNames[name] != nil { return .symbol(name, offset: try offset()) }
    if name.hasPrefix("%") { throw error("register '\(name)' is not declared", at: start) }
    throw error("'\(name)' is not declared", at: start)
  }

  mutating func register(_ context: BodyContext) throws(Diagnostic) -> Register {
    guard token.kind == .word else { throw expected("a register") }
    guard let register = context.register(text) else {
      throw error("register '\(text)' is not declared")
    }
    try advance()
    return register
  }

  /// A register, or nothing where `_` stands.
  private mutating func optionalRegister(_ context: BodyContext) throws(Diagnostic) -> Register? {
    guard bytes.elementsEqual("_".utf8) else { return try register(context) }
    try advance()
    return nil
  }

  /// `+8`, `-8` or `+-8`; 0 if there is none.
  mutating func offset() throws(Diagnostic) -> Int64 {
    var isNegative = false
    if try take(sign: "+") {
      isNegative = try take(sign: "-")
    } else if try take(sign: "-") {
      isNegative = true
    } else {
      return 0
    }
    let value = try number("an offset")
    return Int64(isNegative ? -value : value)
  }

  /// A constant with its sign; a decimal float becomes one of the width of `type`.
  mutating func immediate(as type: PTXType) throws(Diagnostic) -> Operand {
    let start = token
    let isNegative = try take(sign: "-")
    let result: Operand
    switch token.kind {
    case .integer(let value):
      if isNegative, value > 1 << 63 {
        throw error("-\(value) does not fit in 64 bits", at: start)
      }
      let bits = Int64(bitPattern: value)
      result = .integer(isNegative ? 0 &- bits : bits)
    case .float32(let bits): result = .float32(bits: isNegative ? bits ^ 1 << 31 : bits)
    case .float64(let bits): result = .float64(bits: isNegative ? bits ^ 1 << 63 : bits)
    case .decimal(let value):
      let signed = isNegative ? -value : value
      result = type == .f32 ? .float(Float(signed)) : .float(signed)
    default: throw expected(isNegative ? "a number after '-'" : "an operand")
    }
    try advance()
    return result
  }
}
