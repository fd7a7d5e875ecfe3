import IR
import Layouts
import PTX
import Support

extension KernelLowering {
  /// Writes the change of a tile from one layout to another.
  mutating func lowerConversion(_ op: OpID) throws(Diagnostic) {
    let source = module.operand(0, of: op)
    let result = module.result(of: op)
    guard let element = module.type(of: source).element else { throw cannotLower(op) }
    values[result] = moved(
      registers(of: source), element, from: layout(of: source), to: layout(of: result))
  }

  /// A tile of `element` that is held as `source`, held as `destination`.
  mutating func moved(
    _ registers: [Register], _ element: ElementType, from source: LinearLayout,
    to destination: LinearLayout
  ) -> [Register] {
    if source == destination { return registers }
    let conversion = LayoutConversion(from: source, to: destination)
    if let order = conversion.sourceRegisters { return order.map { registers[$0] } }
    let distinct = destination.removingRepetition(of: .register)
    if distinct != destination {
      let moved = moved(registers, element, from: source, to: distinct)
      let zeros = destination.columns(of: .register).map { $0 == 0 }
      return (0..<destination.inputSize(.register)).map { register in
        moved[register.removingBits(zeros)]
      }
    }
    if let shuffles = WarpShuffles(for: conversion), shuffles.needsNoSelection {
      return shuffles.rounds.map { round in
        shuffled(
          registers[round.sentRegister], element, from: shuffles.sourceLanes,
          xor: round.sourceLane)
      }
    }
    let byteCount = element.byteWidth << destination.matrix.rowCount
    if byteCount > options.target.sharedByteLimit,
      let moved = movedInParts(registers, element, from: source, to: destination)
    {
      return moved
    }
    let memory = conversion.sharedMemory(elementBits: element.byteWidth * 8)
    let tile = allocateTile(memory, element)
    write(registers, heldAs: source, to: tile)
    return read(tile, as: destination)
  }

  /// What the lane holds that a linear map of the own lane, xored with `constant`, names.
  private mutating func shuffled(
    _ register: Register, _ element: ElementType, from lanes: BitMatrix, xor constant: Int
  ) -> Register {
    var lane = threadImage(lanes.columns)
    if constant != 0 {
      lane = builder.compute("xor.b32", .bits32, .register(lane), .integer(Int64(constant)))
    }
    return shuffled(register, element, mode: "idx", .register(lane))
  }

  /// What another lane holds in `register`.
  ///
  /// - Parameters:
  ///   - mode: how `lane` names the other: `idx` by its number, `bfly` by what is xored to the own.
  mutating func shuffled(
    _ register: Register, _ element: ElementType, mode: String, _ lane: Operand
  ) -> Register {
    let parts = words(of: register, element).map { word in
      let received = builder.makeRegister(.bits32)
      builder.emit(
        "shfl.sync.\(mode).b32", .register(received), .register(word), lane, .integer(31),
        .integer(0xFFFF_FFFF))
      return received
    }
    return joined(parts, as: element)
  }

  /// An element in registers of 32 bits.
  private mutating func words(of register: Register, _ element: ElementType) -> [Register] {
    switch register.registerClass {
    case .predicate:
      return [builder.compute("selp.b32", .bits32, .integer(1), .integer(0), .register(register))]
    case .bits16: return [builder.compute("cvt.u32.u16", .bits32, .register(register))]
    case .float32: return [builder.compute("mov.b32", .bits32, .register(register))]
    case .bits64, .float64:
      let halves = [builder.makeRegister(.bits32), builder.makeRegister(.bits32)]
      builder.emit("mov.b64", .vector(halves), .register(register))
      return halves
    default: return [register]
    }
  }

  /// The element whose bits are in `words`.
  private mutating func joined(_ words: [Register], as element: ElementType) -> Register {
    switch element.registerClass {
    case .predicate:
      builder.compute("setp.ne.s32", .predicate, .register(words[0]), .integer(0))
    case .bits16: builder.compute("cvt.u16.u32", .bits16, .register(words[0]))
    case .float32: builder.compute("mov.b32", .float32, .register(words[0]))
    case .bits64: builder.compute("mov.b64", .bits64, .vector(words))
    case .float64: builder.compute("mov.b64", .float64, .vector(words))
    default: words[0]
    }
  }
}

extension WarpShuffles {
  /// Every lane sends and receives the same register in a round.
  fileprivate var needsNoSelection: Bool {
    sentRegisters.columns.allSatisfy { $0 == 0 }
      && receivedRegisters.columns.allSatisfy { $0 == 0 }
  }
}

extension Int {
  /// The number whose bits are those of this one, but for the positions at which `removed` is true.
  fileprivate func removingBits(_ removed: [Bool]) -> Int {
    var result = 0
    var target = 0
    for (bit, isRemoved) in removed.enumerated() where !isRemoved {
      result |= (self >> bit & 1) << target
      target += 1
    }
    return result
  }
}
