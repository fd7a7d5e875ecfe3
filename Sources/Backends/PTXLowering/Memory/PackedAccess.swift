import IR
import PTX

/// Elements that one access to memory takes at once, and the registers that it takes them in.
struct PackedAccess {
  /// How many elements there are.
  let elementCount: Int
  /// How many bits an element has in memory.
  let elementBits: Int
  /// How many bits a register has.
  let registerBits: Int

  /// An access to `count` elements, a power of two.
  init(element: ElementType, count: Int) {
    elementCount = count
    elementBits = element.byteWidth * 8
    registerBits = elementBits >= 64 ? 64 : max(elementBits, min(32, elementBits * count))
  }

  /// How many registers there are.
  var registerCount: Int { elementCount * elementBits / registerBits }

  /// How many elements a register has.
  var elementsPerRegister: Int { registerBits / elementBits }

  /// The class of the registers.
  var registerClass: RegisterClass { .integers(of: registerBits) }

  /// How many bytes there are.
  var byteCount: Int { elementCount * elementBits / 8 }

  /// How many bytes the smallest register of the machine has.
  static let wordBytes = 4

  /// A register has fewer than 32 bits.
  var isNarrow: Bool { registerBits < 32 }

  /// The words of the opcode behind the space.
  var suffix: String {
    registerCount == 1 ? ".b\(registerBits)" : ".v\(registerCount).b\(registerBits)"
  }

  /// The operand of the access.
  func operand(_ registers: [Register]) -> Operand {
    registers.count == 1 ? .register(registers[0]) : .vector(registers)
  }
}

extension KernelLowering {
  /// The elements in the registers of an access.
  mutating func packed(
    _ elements: [Register], _ shape: PackedAccess, _ element: ElementType
  ) -> [Register] {
    let stored = elements.map { toMemory($0, element) }
    let count = shape.elementsPerRegister
    if count == 1 { return stored }
    return stride(from: 0, to: stored.count, by: count).map { start in
      joined(Array(stored[start..<(start + count)]), elementBits: shape.elementBits)
    }
  }

  /// The elements out of the registers of an access.
  mutating func unpacked(
    _ registers: [Register], _ shape: PackedAccess, _ element: ElementType
  ) -> [Register] {
    var result: [Register] = []
    for register in registers {
      let parts =
        shape.elementsPerRegister == 1
        ? [register]
        : separated(register, elementBits: shape.elementBits, count: shape.elementsPerRegister)
      for part in parts { result.append(fromMemory(part, element)) }
    }
    return result
  }

  /// Two halves, or two or four bytes, in one register.
  mutating func joined(_ parts: [Register], elementBits: Int) -> Register {
    if elementBits == 16 {
      return roundedPair(parts) ?? builder.compute("mov.b32", .bits32, .vector(parts))
    }
    let pairs = stride(from: 0, to: parts.count, by: 2).map { start in
      // The upper byte of a register that holds 8 bits may be anything.
      let low = builder.compute(
        "and.b16", .bits16, .register(parts[start]), .integer(0xFF))
      let high = builder.compute(
        "shl.b16", .bits16, .register(parts[start + 1]), .integer(8))
      return builder.compute("or.b16", .bits16, .register(low), .register(high))
    }
    return pairs.count == 1
      ? pairs[0] : builder.compute("mov.b32", .bits32, .vector(pairs))
  }

  /// Two numbers of 16 bits that were just rounded from 32 bits, rounded by one instruction; `nil` if
  /// the halves come from elsewhere.
  private mutating func roundedPair(_ halves: [Register]) -> Register? {
    for format in ["bf16", "f16"] {
      let numbers = halves.compactMap {
        builder.operand(of: "cvt.rn.\(format).f32", thatComputed: $0)
      }
      if numbers.count == 2 {
        return builder.compute("cvt.rn.\(format)x2.f32", .bits32, numbers[1], numbers[0])
      }
    }
    return nil
  }

  /// The halves or bytes of a register.
  mutating func separated(_ register: Register, elementBits: Int, count: Int) -> [Register] {
    var halves = [register]
    if register.registerClass == .bits32 {
      halves = [builder.makeRegister(.bits16), builder.makeRegister(.bits16)]
      builder.emit("mov.b32", .vector(halves), .register(register))
    }
    if elementBits == 16 { return halves }
    return halves.flatMap { half in
      [half, builder.compute("shr.u16", .bits16, .register(half), .integer(8))]
    }
  }
}
