import IR
import Layouts
import PTX
import Passes

/// Registers of values, constants, and changes between the forms in which an element is held.
extension KernelLowering {
  /// The registers that hold `value`.
  func registers(of value: ValueID) -> [Register] {
    guard let registers = values[value] else {
      preconditionFailure("a value is lowered before it is used")
    }
    return registers
  }

  /// The register that holds the scalar `value`.
  func register(of value: ValueID) -> Register { registers(of: value)[0] }

  /// The layout of the tile `value`.
  func layout(of value: ValueID) -> LinearLayout {
    guard let layout = layouts[value] else { preconditionFailure("every tile has a layout") }
    return layout
  }

  /// How many registers hold a value of the type of `value`.
  func registerCount(of value: ValueID) -> Int { layouts[value]?.inputSize(.register) ?? 1 }

  /// The class of the registers that hold `value`.
  func registerClass(of value: ValueID) -> RegisterClass {
    module.type(of: value).element?.registerClass ?? .bits64
  }

  /// A register that holds the number whose bits in the format of `type` are `bits`.
  mutating func constant(_ bits: UInt64, _ type: ScalarType) -> Register {
    switch type {
    case .i1: return truth(bits & 1 != 0)
    case .f32:
      return builder.compute("mov.f32", .float32, .float32(bits: UInt32(truncatingIfNeeded: bits)))
    case .f64: return builder.compute("mov.f64", .float64, .float64(bits: bits))
    default:
      let value =
        type.bitWidth >= 64 ? Int64(bitPattern: bits) : bits.signExtended(from: type.bitWidth)
      return integer(value, type.registerClass)
    }
  }

  /// A register of bits that holds `value`.
  mutating func integer(_ value: Int64, _ registerClass: RegisterClass) -> Register {
    let type = registerClass == .bits16 ? "b16" : registerClass == .bits64 ? "b64" : "b32"
    return builder.compute("mov.\(type)", registerClass, .integer(value))
  }

  /// A predicate that is `value` in all threads.
  mutating func truth(_ value: Bool) -> Register {
    builder.compute("setp.\(value ? "eq" : "ne").b32", .predicate, .integer(0), .integer(0))
  }

  /// An element in the form in which it is held, from the register that it was loaded into.
  mutating func fromMemory(_ register: Register, _ element: ElementType) -> Register {
    switch element {
    case .scalar(.i1):
      let low = builder.compute("and.b16", .bits16, .register(register), .integer(0xFF))
      return builder.compute("setp.ne.b16", .predicate, .register(low), .integer(0))
    case .scalar(.f32):
      return builder.compute("mov.b32", .float32, .register(register))
    case .scalar(.f64):
      return builder.compute("mov.b64", .float64, .register(register))
    default: return register
    }
  }

  /// An element in the form in which it is stored, from the register that holds it.
  mutating func toMemory(_ register: Register, _ element: ElementType) -> Register {
    switch element {
    case .scalar(.i1):
      return builder.compute(
        "selp.b16", .bits16, .integer(1), .integer(0), .register(register))
    case .scalar(.f32): return builder.compute("mov.b32", .bits32, .register(register))
    case .scalar(.f64): return builder.compute("mov.b64", .bits64, .register(register))
    default: return register
    }
  }

  /// A copy of `source` into `destination`, which are of one class.
  mutating func move(_ source: Register, to destination: Register) {
    guard source != destination else { return }
    builder.emit(
      "mov.\(source.registerClass.moveType)", .register(destination), .register(source))
  }

  /// Copies `sources` into `destinations` as if all at once.
  mutating func move(_ sources: [Register], to destinations: [Register]) {
    var isChanged = RegisterMap<Bool>()
    for destination in destinations { isChanged[destination] = true }
    // What is changed here and read here is put aside first.
    let values = zip(sources, destinations).map { source, destination in
      guard source != destination, isChanged[source] != nil else { return source }
      let copy = builder.makeRegister(source.registerClass)
      move(source, to: copy)
      return copy
    }
    for (value, destination) in zip(values, destinations) where isChanged[destination] != nil {
      move(value, to: destination)
      isChanged[destination] = nil
    }
  }
}

extension RegisterClass {
  /// The type of a move between two registers of this class.
  var moveType: String {
    switch self {
    case .predicate: "pred"
    case .bits16: "b16"
    case .bits32: "b32"
    case .bits64: "b64"
    case .bits128: "b128"
    case .float32: "f32"
    case .float64: "f64"
    }
  }
}
