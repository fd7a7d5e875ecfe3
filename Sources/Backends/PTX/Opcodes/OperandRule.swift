/// What may stand at one place of an opcode's list of operands.
package struct OperandRule: Hashable, Sendable {
  /// The kinds of operands that differ in how they are written.
  package enum Form: Hashable, Sendable {
    /// One value of a type.
    case value(PTXType)
    /// That many values of a type in braces.
    case vector(PTXType, count: Int)
    /// A result and a predicate beside it, `%r1|%p1`; the predicate may be left out or not.
    case pair(PTXType, isSecondRequired: Bool)
    /// A place in memory.
    case address(StateSpace)
    /// The corner of a box in a tensor with that many axes.
    case tensor(rank: Int)
    /// A constant integer that must be one of these.
    case immediate([Int])
    /// The target of a branch.
    case label
    /// The name of a function.
    case function
    /// The parameters that a call passes or fills.
    case list
    /// Nothing but `_`: there is a result, and it cannot be had.
    case unavailable
  }

  /// Whether the instruction reads or writes it.
  package enum Access: Hashable, Sendable { case source, destination, updated }

  /// What else may stand there.
  package struct Options: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A register that is larger than the type, as in loads, stores and conversions.
    package static let widerRegister = Options(rawValue: 1)
    /// A register that the machine fills or the address of a variable.
    package static let symbol = Options(rawValue: 2)
    /// Registers only, no constants.
    package static let registerOnly = Options(rawValue: 4)
    /// `_`, for a result that is not wanted.
    package static let sink = Options(rawValue: 8)
    /// The negation of a predicate.
    package static let negation = Options(rawValue: 16)
    /// Nothing: the operand may be left out.
    package static let absence = Options(rawValue: 32)
  }

  /// How it is written.
  package var form: Form
  /// Whether the instruction reads or writes it.
  package var access: Access
  /// What else may stand there.
  package var options: Options
}

extension OperandRule: CustomStringConvertible {
  /// What is expected, for a message: `a register for b32 or a constant`.
  package var description: String {
    switch form {
    case .value(let type):
      var words = "a register for \(type)"
      if options.contains(.symbol) { words += ", a special register, a symbol" }
      if acceptsConstant { words += " or a constant" }
      return words
    case .vector(let type, let count): return "a vector of \(count) registers for \(type)"
    case .pair(let type, let isSecondRequired):
      return "a register for \(type) and \(isSecondRequired ? "a" : "perhaps a") predicate"
    case .address(.generic): return "an address"
    case .address(let space): return "an address in \(space.rawValue) memory"
    case .tensor(let rank): return "a tensor map with \(rank) coordinates"
    case .immediate(let values):
      guard values.count > 4, let last = values.last else {
        return "a constant among \(values.map(String.init).joined(separator: ", "))"
      }
      let step = values[1] - values[0]
      return "a constant from \(values[0]) to \(last)" + (step == 1 ? "" : " in steps of \(step)")
    case .label: return "a label"
    case .function: return "a function"
    case .list: return "a list of parameters"
    case .unavailable: return "'_'"
    }
  }

  /// A constant may stand here. Formats without a register class of their own have no constants.
  package var acceptsConstant: Bool {
    guard case .value(let type) = form, access == .source else { return false }
    return !options.contains(.registerOnly) && type.interpretation != .packed
  }
}
