import Arithmetic
import PTX
import Support

/// Decodes the body of one function.
struct FunctionDecoder {
  var program: ProgramDecoder
  let function: PTXFunction
  let index: Int
  var info: ProgramDecoder.FunctionInfo
  /// The instruction that is being decoded.
  var instruction = Instruction("ret")
  var line = 0
  /// The words of its opcode, without the root.
  var words: [Substring] = []
  var accesses = RegisterAccesses()
  private let parameterOffsets: [String: Int]

  /// Decodes `function`, number `index` of the module, which has its layout.
  static func decode(
    _ function: PTXFunction, index: Int, into program: inout ProgramDecoder
  ) throws(Diagnostic) {
    guard let info = program.functions[function.name] else { return }
    var decoder = FunctionDecoder(program, function, index, info)
    try decoder.decodeBody()
    program = decoder.program
  }

  private init(
    _ program: ProgramDecoder, _ function: PTXFunction, _ index: Int,
    _ info: ProgramDecoder.FunctionInfo
  ) {
    self.program = program
    self.function = function
    self.index = index
    self.info = info
    var offsets: [String: Int] = [:]
    if function.kind == .entry {
      for (parameter, offset) in zip(
        function.parameters, ProgramDecoder.layout(function.parameters).0)
      {
        offsets[parameter.name] = offset
      }
    }
    parameterOffsets = offsets
  }

  private mutating func decodeBody() throws(Diagnostic) {
    guard let body = function.body else { return }
    var labels: [Label: Int] = [:]
    var pc = program.code.count
    for statement in body.statements {
      switch statement {
      case .label(let label): labels[label] = pc
      case .instruction: pc += 1
      case .pragma: break
      }
    }
    for (number, statement) in body.statements.enumerated() {
      guard case .instruction(let instruction) = statement else { continue }
      self.instruction = instruction
      line = program.lines.line(ofStatement: number, inFunction: index)
      accesses = RegisterAccesses()
      var text = instruction.opcode.text.split(separator: ".")[...]
      let root = text.removeFirst()
      words = Array(text)
      var decoded = try decode(root: String(root))
      if case .control(.branch) = decoded.operation,
        case .label(let label)? = instruction.operands.first
      {
        decoded.value = Int64(labels[label] ?? 0)
      }
      if let condition = instruction.condition {
        decoded.condition = try predicate(.register(condition.predicate))
        accesses.condition = condition.predicate
        if condition.isNegated { decoded.condition |= 1 }
      }
      append(decoded.completed)
    }
    // What falls off the end returns.
    line = program.lines.line(ofStatement: body.statements.count - 1, inFunction: index)
    instruction = Instruction("ret")
    accesses = RegisterAccesses()
    append(DecodedInstruction(.control(function.kind == .entry ? .exit : .ret)))
    ReconvergencePoints.find(in: info.start..<info.end, of: &program)
  }

  private mutating func append(_ decoded: DecodedInstruction) {
    program.code.append(decoded)
    program.places.append(
      EmulatedProgram.Place(line: UInt32(line), location: instruction.location))
    program.accesses.append(accesses)
  }
}

/// What operands stand for.
extension FunctionDecoder {
  /// An error at the line of the instruction.
  func error(_ message: String) -> Diagnostic { program.diagnostic(message, line: line) }

  /// The error for what the emulator does not do.
  func notEmulated(_ what: String? = nil) -> Diagnostic {
    error("'\(instruction.opcode.text)' is not emulated" + (what.map { ": \($0)" } ?? ""))
  }

  /// The function that a call names.
  static func callee(of instruction: Instruction) -> String? {
    for operand in instruction.operands { if case .symbol(let name, _) = operand { return name } }
    return nil
  }

  /// Operand number `position`.
  func operand(_ position: Int) throws(Diagnostic) -> Operand {
    guard instruction.operands.indices.contains(position) else {
      throw error("'\(instruction.opcode.text)' lacks operand \(position + 1)")
    }
    return instruction.operands[position]
  }

  /// The place of a register.
  func place(_ register: Register) -> Int32 {
    (info.bases[register.registerClass] ?? 0)
      + Int32(register.index) * RegisterFile.stride(register.registerClass)
  }

  /// Whether a register holds more than 32 bits.
  func isWide(_ register: Register) -> Bool { register.registerClass.bitWidth > 32 }

  /// The place of a value that is read as `type`, and whether it is 64 bits wide.
  mutating func source(_ operand: Operand, as type: PTXType) throws(Diagnostic) -> (Int32, Bool) {
    let needsWide = type.bitWidth > 32
    switch operand {
    case .register(let register):
      guard register.registerClass != .predicate else {
        throw error("'\(instruction.opcode.text)' cannot read the predicate \(register)")
      }
      accesses.reads.append(register)
      return (place(register), isWide(register))
    case .integer(let value):
      let bits = UInt64(bitPattern: value) & IntegerArithmetic.mask(min(type.bitWidth, 64))
      return (program.registers.constant(bits, isWide: needsWide), needsWide)
    case .float32(let bits):
      return (program.registers.constant(UInt64(bits), isWide: needsWide), needsWide)
    case .float64(let bits):
      return (program.registers.constant(bits, isWide: needsWide), needsWide)
    case .special(let register):
      let place = program.registers.special(register)
      return (place, register.type.bitWidth > 32)
    case .symbol(let name, let offset):
      return (try address(of: name, offset: offset, isWide: needsWide), needsWide)
    default: throw error("operand of '\(instruction.opcode.text)' is not a value")
    }
  }

  /// The place that holds the address of a variable within its state space.
  mutating func address(
    of name: String, offset: Int64, isWide: Bool
  ) throws(Diagnostic) -> Int32 {
    if let start = parameterOffsets[name] {
      return program.registers.constant(UInt64(bitPattern: Int64(start) + offset), isWide: isWide)
    }
    if let start = info.offsets[name] {
      let address = Int64(AddressWindow.localStart + start) + offset
      return program.registers.constant(UInt64(bitPattern: address), isWide: isWide)
    }
    if let shared = info.sharedNames[name] {
      return program.place(ofSymbol: shared, offset: offset, isWide: isWide)
    }
    if program.sharedOffsets[name] != nil || program.openShared.contains(name)
      || program.globals.contains(where: { $0.name == name })
    {
      return program.place(ofSymbol: name, offset: offset, isWide: isWide)
    }
    throw error("the address of '\(name)' is not emulated")
  }

  /// Whether `name` is a parameter of the kernel.
  func isKernelParameter(_ name: String) -> Bool { parameterOffsets[name] != nil }

  /// A predicate that is read, as a number, doubled, plus one if negated.
  mutating func predicate(_ operand: Operand) throws(Diagnostic) -> Int32 {
    switch operand {
    case .register(let register) where register.registerClass == .predicate:
      accesses.reads.append(register)
      return place(register) << 1
    case .negated(let register) where register.registerClass == .predicate:
      accesses.reads.append(register)
      return place(register) << 1 | 1
    case .integer(let value): return value != 0 ? 0 : 1
    default: throw error("operand of '\(instruction.opcode.text)' is not a predicate")
    }
  }

  /// The number of a predicate that is written.
  mutating func predicateResult(_ operand: Operand) throws(Diagnostic) -> Int32 {
    guard case .register(let register) = operand, register.registerClass == .predicate else {
      throw error("result of '\(instruction.opcode.text)' is not a predicate")
    }
    accesses.writes.append(register)
    return place(register)
  }

  /// The place of a register that is written.
  mutating func destination(_ register: Register) -> Int32 {
    accesses.writes.append(register)
    return place(register)
  }

  /// Fills the result of `decoded` from an operand that is one register.
  mutating func setResult(
    _ decoded: inout DecodedInstruction, _ operand: Operand
  ) throws(Diagnostic) {
    guard case .register(let register) = operand, register.registerClass != .predicate else {
      throw error("result of '\(instruction.opcode.text)' is not a register")
    }
    decoded.result = destination(register)
    decoded.count = UInt8(min(register.registerClass.bitWidth, 64))
    if isWide(register) { decoded.wide |= 1 }
  }

  /// Fills source number `number`, 0 to 2, of `decoded`.
  mutating func setSource(
    _ decoded: inout DecodedInstruction, _ number: Int, _ operand: Operand, as type: PTXType
  ) throws(Diagnostic) {
    let (place, isWide) = try source(operand, as: type)
    switch number {
    case 0: decoded.a = place
    case 1: decoded.b = place
    default: decoded.c = place
    }
    if isWide { decoded.wide |= 2 << UInt8(number) }
  }

  /// The type that the last word of the opcode names.
  var lastType: PTXType { words.last.flatMap { PTXType(rawValue: String($0)) } ?? .b32 }

  /// The types among the words, in order.
  var types: [PTXType] { words.compactMap { PTXType(rawValue: String($0)) } }

  /// Whether the opcode has `word`.
  func has(_ word: String) -> Bool { words.contains { $0 == word } }

  /// What the words say about rounding and ranges.
  func setModifiers(_ decoded: inout DecodedInstruction) {
    for word in words {
      switch word {
      case "rn", "rni": decoded.rounding = .nearestEven
      case "rz", "rzi": decoded.rounding = .towardZero
      case "rm", "rmi": decoded.rounding = .down
      case "rp", "rpi": decoded.rounding = .up
      case "rna": decoded.rounding = .nearestAway
      case "ftz": decoded.modifiers.insert(.flush)
      case "sat": decoded.modifiers.insert(.saturate)
      case "NaN": decoded.modifiers.insert(.propagateNaN)
      case "xorsign": decoded.modifiers.insert(.xorSign)
      case "relu": decoded.modifiers.insert(.relu)
      case "satfinite": decoded.modifiers.insert(.saturateFinite)
      case "volatile", "relaxed", "acquire", "release": decoded.modifiers.insert(.strong)
      case "trans": decoded.modifiers.insert(.transpose)
      case "aligned": decoded.modifiers.insert(.aligned)
      default: break
      }
    }
  }
}
