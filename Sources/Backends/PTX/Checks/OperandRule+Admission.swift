extension OperandRule {
  /// Whether `operand` may stand where this rule says (PTX ISA 9.4).
  func admits(_ operand: Operand) -> Bool {
    switch (form, operand) {
    case (.value(let type), _): return admits(operand, as: type)
    case (.vector(let type, let count), .vector(let elements)):
      return elements.count == count && elements.allSatisfy { admits($0, as: type) }
    case (.pair(let type, _), .pair(let first, let second)):
      return (first?.registerClass.fits(type) ?? true)
        && (second.map { $0.registerClass == .predicate } ?? true) && (first ?? second) != nil
    case (.pair(let type, isSecondRequired: false), .register(let register)):
      return register.registerClass.fits(type)
    case (.address(let space), .address(let address)): return space.admits(address)
    case (.tensor(let rank), .tensor(let map, let coordinates)):
      return coordinates.count == rank && StateSpace.generic.admits(map)
        && coordinates.allSatisfy { admits($0, as: .s32) }
    case (.immediate(let values), .integer(let value)): return values.contains(Int(value))
    case (.label, .label): return true
    case (.function, .symbol(_, offset: 0)): return true
    case (.list, .list): return true
    case (.unavailable, .sink): return true
    default: return false
    }
  }

  private func admits(_ operand: Operand, as type: PTXType) -> Bool {
    switch operand {
    case .register(let register):
      return register.registerClass.fits(
        type, allowingWider: options.contains(.widerRegister))
    case .negated(let register):
      return options.contains(.negation) && register.registerClass.fits(type)
    case .sink: return options.contains(.sink)
    case .special(let register):
      return options.contains(.symbol) && register.type.bitWidth == type.bitWidth
        && register.type.registerClass.fits(type)
    case .symbol:
      return options.contains(.symbol) && [32, 64].contains(type.bitWidth)
        && type.interpretation != .float
    case .integer: return admitsConstant && type.interpretation != .float
    case .float32: return admitsConstant && (type == .f32 || type == .b32)
    case .float64: return admitsConstant && (type == .f64 || type == .b64)
    case .label, .address, .vector, .pair, .tensor, .list: return false
    }
  }

  /// A constant may stand here or in the vector that stands here.
  private var admitsConstant: Bool {
    guard case .vector(let type, _) = form else { return acceptsConstant || isCoordinates }
    return access == .source && !options.contains(.registerOnly)
      && type.interpretation != .packed
  }

  private var isCoordinates: Bool { if case .tensor = form { true } else { false } }
}

extension StateSpace {
  /// Whether an instruction for this space takes an address that starts from such a base.
  fileprivate func admits(_ address: Address) -> Bool {
    guard let register = address.baseRegister else { return true }
    switch self {
    case .shared, .sharedBlock, .sharedCluster, .local:
      return [.bits32, .bits64].contains(register.registerClass)
    case .generic, .global, .const, .param: return register.registerClass == .bits64
    }
  }
}

extension Operand {
  /// What kind of operand this is, for a message.
  var kindDescription: String {
    switch self {
    case .register(let register): "the \(register.registerClass.type) register \(register)"
    case .negated(let register): "the negation of \(register)"
    case .integer(let value): "the constant \(value)"
    case .float32: "a 32-bit float constant"
    case .float64: "a 64-bit float constant"
    case .special(let register): "the special register \(register.rawValue)"
    case .symbol(let name, _): "the symbol '\(name)'"
    case .label(let label): "the label \(label)"
    case .address(let address):
      switch address.base {
      case .register(let register): "an address in \(register)"
      case .symbol(let name): "an address in '\(name)'"
      case .zero: "the address \(address.offset)"
      }
    case .vector(let elements): "a vector of \(elements.count)"
    case .pair: "a pair"
    case .tensor(_, let coordinates): "a tensor map with \(coordinates.count) coordinates"
    case .list(let elements): "a list of \(elements.count)"
    case .sink: "'_'"
    }
  }
}
