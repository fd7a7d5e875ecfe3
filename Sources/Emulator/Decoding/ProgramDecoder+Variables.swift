import PTX
import Support

extension ProgramDecoder {
  /// Gives every variable of the module a place.
  mutating func layoutVariables() throws(Diagnostic) {
    for variable in module.variables {
      switch variable.space {
      case .shared, .sharedBlock, .sharedCluster: layoutShared(variable, as: variable.name)
      case .global, .const:
        guard let byteCount = variable.byteCount else {
          throw diagnostic("'\(variable.name)' is not defined in this module", line: 0)
        }
        globals.append(global(variable, byteCount: byteCount))
      case .generic, .local, .param:
        throw diagnostic(
          "'\(variable.name)' in \(variable.space.rawValue) memory of a module is not emulated",
          line: 0)
      }
    }
  }

  /// Gives a variable of shared memory a place under a name that is unique in the program.
  mutating func layoutShared(_ variable: Variable, as name: String) {
    guard let byteCount = variable.byteCount else {
      // Its place is behind the others; the alignment counts now, because all open ones are one.
      openShared.append(name)
      sharedByteCount = Self.aligned(sharedByteCount, variable.alignment ?? 16)
      return
    }
    let start = Self.aligned(sharedByteCount, variable.alignment ?? variable.type.byteCount)
    sharedOffsets[name] = start
    sharedByteCount = start + byteCount
  }

  private func global(_ variable: Variable, byteCount: Int) -> EmulatedProgram.GlobalVariable {
    var bytes: [UInt8] = []
    var addresses: [EmulatedProgram.AddressEntry] = []
    let width = variable.type.byteCount
    for constant in variable.initialValues {
      let bits: UInt64
      switch constant {
      case .integer(let value): bits = UInt64(bitPattern: value)
      case .float32(let value): bits = UInt64(value)
      case .float64(let value): bits = value
      case .address(let name, let offset), .genericAddress(let name, let offset):
        addresses.append(
          EmulatedProgram.AddressEntry(at: bytes.count, name: name, offset: offset))
        bits = 0
      }
      for index in 0..<width {
        bytes.append(index < 8 ? UInt8(truncatingIfNeeded: bits >> UInt64(8 * index)) : 0)
      }
    }
    // What has no initial value is zero (PTX ISA 5.4.4).
    bytes += Array(repeating: 0, count: max(0, byteCount - bytes.count))
    return EmulatedProgram.GlobalVariable(
      name: variable.name, byteCount: byteCount,
      alignment: max(variable.alignment ?? variable.type.byteCount, 1),
      isConstant: variable.space == .const, initialBytes: bytes, addressEntries: addresses)
  }

  /// `value` rounded up to a multiple of `alignment`.
  static func aligned(_ value: Int, _ alignment: Int) -> Int {
    (value + alignment - 1) / alignment * alignment
  }
}
