/// What an instruction works on (PTX ISA 6).
package enum Operand: Hashable, Sendable {
  /// A register that is read or written.
  case register(Register)
  /// The negation of a predicate, `!%p1`.
  case negated(Register)
  /// A constant integer. One of 64 bits that is above the largest signed one is given by its bits.
  case integer(Int64)
  /// A 32-bit float by its bits, `0f3F800000`.
  case float32(bits: UInt32)
  /// A 64-bit float by its bits, `0d3FF0000000000000`.
  case float64(bits: UInt64)
  /// A register that the machine fills, `%tid.x`.
  case special(SpecialRegister)
  /// The address of a variable or parameter, or the name of a function, `name+offset`.
  case symbol(String, offset: Int64 = 0)
  /// The target of a branch.
  case label(Label)
  /// A place in memory, `[%rd1+16]`.
  case address(Address)
  /// Registers that stand side by side, `{%r1, %r2}`.
  case vector([Operand])
  /// Two results of which the second is a predicate, or of which one is not wanted: `%p1|%p2`.
  /// What is absent is written `_`.
  case pair(Register?, Register?)
  /// A box of a tensor: the map that describes it and the coordinates of its corner,
  /// `[%rd1, {%r1, %r2}]`.
  case tensor(Address, coordinates: [Operand])
  /// The arguments or results of a call, `(param0, param1)`.
  case list([Operand])
  /// A result that is not wanted, `_`.
  case sink
}

extension Operand {
  /// The operand `[register+offset]`.
  package static func address(_ register: Register, offset: Int64 = 0) -> Operand {
    .address(Address(register, offset: offset))
  }

  /// The operand `[symbol+offset]`.
  package static func address(_ symbol: String, offset: Int64 = 0) -> Operand {
    .address(Address(symbol, offset: offset))
  }

  /// A 32-bit float constant, bit by bit.
  package static func float(_ value: Float) -> Operand { .float32(bits: value.bitPattern) }

  /// A 64-bit float constant, bit by bit.
  package static func float(_ value: Double) -> Operand { .float64(bits: value.bitPattern) }

  /// The operand of several registers side by side.
  package static func vector(_ registers: [Register]) -> Operand {
    .vector(registers.map(Operand.register))
  }

  /// Calls `body` with every register that this operand names, in the order of the text.
  package func forEachRegister(_ body: (Register) -> Void) {
    switch self {
    case .register(let register), .negated(let register): body(register)
    case .address(let address): address.baseRegister.map(body)
    case .vector(let elements), .list(let elements):
      for element in elements { element.forEachRegister(body) }
    case .pair(let first, let second):
      first.map(body)
      second.map(body)
    case .tensor(let map, let coordinates):
      map.baseRegister.map(body)
      for coordinate in coordinates { coordinate.forEachRegister(body) }
    case .integer, .float32, .float64, .special, .symbol, .label, .sink: break
    }
  }
}

extension Address {
  /// The register that the address starts from, if it does.
  package var baseRegister: Register? {
    if case .register(let register) = base { register } else { nil }
  }
}
