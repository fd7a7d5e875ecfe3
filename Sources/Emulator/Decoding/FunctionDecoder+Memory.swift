import PTX
import Support

extension FunctionDecoder {
  /// The state space that the opcode names; generic if none.
  private var space: StateSpace {
    for word in words {
      if let space = StateSpace(rawValue: String(word)) {
        switch space {
        case .sharedBlock: return .shared
        case .generic, .global, .shared, .local, .const, .param, .sharedCluster: return space
        }
      }
    }
    return .generic
  }

  private var vectorCount: Int {
    for word in words where word.first == "v" {
      if let count = Int(word.dropFirst()) { return count }
    }
    return 1
  }

  /// Fills the address of `decoded`.
  mutating func setAddress(
    _ decoded: inout DecodedInstruction, _ operand: Operand
  ) throws(Diagnostic) {
    guard case .address(let address) = operand else {
      throw error("operand of '\(instruction.opcode.text)' is not an address")
    }
    decoded.value = address.offset
    switch address.base {
    case .register(let register):
      accesses.reads.append(register)
      decoded.a = place(register)
      if isWide(register) { decoded.wide |= 2 }
    case .symbol(let name):
      decoded.a = try self.address(of: name, offset: 0, isWide: true)
      decoded.wide |= 2
    case .zero:
      decoded.a = program.registers.constant(0, isWide: true)
      decoded.wide |= 2
    }
  }

  private func elements(_ operand: Operand) -> [Operand] {
    if case .vector(let elements) = operand { elements } else { [operand] }
  }

  private func memory(_ operation: Operation) throws(Diagnostic) -> DecodedInstruction {
    var decoded = DecodedInstruction(operation)
    decoded.type = lastType
    decoded.space = space
    if space == .sharedCluster { throw notEmulated("there are no clusters") }
    setModifiers(&decoded)
    return decoded
  }

  mutating func decodeLoad() throws(Diagnostic) -> DecodedInstruction {
    var decoded = try memory(.load)
    if case .address(let address) = try operand(1), case .symbol(let name) = address.base,
      decoded.space == .param || decoded.space == .generic, isKernelParameter(name)
    {
      decoded.operation = .loadParameter
    } else if decoded.space == .param {
      guard case .address(let address) = try operand(1), case .symbol = address.base else {
        throw notEmulated("a parameter by an address in a register")
      }
      decoded.space = .local
    }
    try setAddress(&decoded, try operand(1))
    let elements = elements(try operand(0))
    decoded.count = UInt8(elements.count)
    decoded.c = 64
    for case .register(let register) in elements {
      decoded.c = Int32(min(register.registerClass.bitWidth, 64))
      if isWide(register) { decoded.wide |= 1 }
    }
    decoded.extra = try results(elements)
    return decoded
  }

  mutating func decodeStore() throws(Diagnostic) -> DecodedInstruction {
    if has("async") { throw notEmulated() }
    var decoded = try memory(.store)
    if decoded.space == .param { decoded.space = .local }
    try setAddress(&decoded, try operand(0))
    let elements = elements(try operand(1))
    let type = decoded.type
    decoded.count = UInt8(elements.count)
    decoded.extra = Int32(program.lists.count)
    for element in elements {
      let (place, isWide) = try source(element, as: type)
      program.lists.append(place)
      if isWide { decoded.wide |= 1 }
    }
    return decoded
  }

  mutating func decodeAtomic(hasResult: Bool) throws(Diagnostic) -> DecodedInstruction {
    guard !has("async"),
      let operation = words.lazy.compactMap({ AtomicOperation(rawValue: String($0)) }).first
    else { throw notEmulated() }
    var decoded = try memory(.atomic(operation))
    let first = hasResult ? 1 : 0
    try setAddress(&decoded, try operand(first))
    let count = vectorCount
    decoded.count = UInt8(count)
    var places: [Int32] = []
    if hasResult {
      decoded.modifiers.insert(.hasResult)
      let start = try results(elements(try operand(0)))
      places = Array(program.lists[Int(start)..<(Int(start) + count)])
    } else {
      places = Array(repeating: -1, count: count)
    }
    if decoded.type.bitWidth > 32 { decoded.wide |= 1 }
    for element in elements(try operand(first + 1)) {
      places.append(try source(element, as: decoded.type).0)
    }
    if operation == .cas {
      places.append(try source(try operand(first + 2), as: decoded.type).0)
    }
    decoded.extra = Int32(program.lists.count)
    program.lists += places
    return decoded
  }

  mutating func decodeAddressConversion(_ root: String) throws(Diagnostic) -> DecodedInstruction {
    if root == "isspacep" {
      var decoded = DecodedInstruction(.isInSpace)
      decoded.space = space
      decoded.result = try predicateResult(try operand(0))
      try setSource(&decoded, 0, try operand(1), as: .u64)
      return decoded
    }
    var decoded = DecodedInstruction(.convertAddress)
    decoded.space = space
    decoded.value = has("to") ? 1 : 0
    try setResult(&decoded, try operand(0))
    try setSource(&decoded, 0, try operand(1), as: .u64)
    return decoded
  }

  mutating func decodeCopy() throws(Diagnostic) -> DecodedInstruction {
    guard words.first == "async", !has("bulk"), !has("mbarrier") else { throw notEmulated() }
    if has("commit_group") { return DecodedInstruction(.commitCopies) }
    if has("wait_all") { return DecodedInstruction(.waitCopies) }
    if has("wait_group") {
      var decoded = DecodedInstruction(.waitCopies)
      guard case .integer(let count) = try operand(0) else { throw notEmulated() }
      decoded.value = count
      // Without this mark the wait is for copies outside groups too.
      decoded.count = 1
      return decoded
    }
    var decoded = DecodedInstruction(.copyAsync)
    decoded.space = .shared
    // The two offsets share a list: a destination has its own.
    try setAddress(&decoded, try operand(0))
    let target = (decoded.a, decoded.wide & 2, decoded.value)
    decoded.wide = 0
    try setAddress(&decoded, try operand(1))
    (decoded.result, decoded.extra) = (target.0, Int32(truncatingIfNeeded: target.2))
    if target.1 != 0 { decoded.wide |= 1 }
    guard case .integer(let size) = try operand(2) else { throw notEmulated() }
    decoded.count = UInt8(size)
    decoded.b = program.registers.constant(UInt64(size), isWide: false)
    let rest = instruction.operands.dropFirst(3)
    // With a cache policy the last operand is the policy.
    if rest.count - (has("L2::cache_hint") ? 1 : 0) > 0, let count = rest.first {
      let (place, isWide) = try source(count, as: .b32)
      decoded.b = place
      if isWide { decoded.wide |= 4 }
    }
    return decoded
  }
}
