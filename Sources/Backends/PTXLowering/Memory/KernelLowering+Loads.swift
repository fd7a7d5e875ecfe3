import IR
import Layouts
import PTX
import Support

extension KernelLowering {
  /// Writes a load: one access for each run of registers that are neighbours in memory.
  ///
  /// Where the mask is false, nothing is read, and the element is that of `other`, or zero.
  mutating func lowerLoad(_ op: OpID) throws(Diagnostic) {
    let load = Load(reading: op, of: module)
    guard let element = load.type.element else { throw cannotLower(op) }
    let addresses = addresses(of: load.pointer)
    let masks = load.mask.map { registers(of: $0) }
    let others = load.other.map { registers(of: $0) }
    let result = module.result(of: op)
    let aligned = accessLength(of: op, element: element)
    let shifted = load.mayReadSurroundings ? shiftedLength(of: op, element) ?? 0 : 0
    let isShifted = shifted > aligned
    let count = max(aligned, shifted)
    var loaded: [Register] = []
    for start in stride(from: 0, to: addresses.count, by: count) {
      let first = layouts[result]?.firstRegister(holdingSameAs: start) ?? start
      if first < start {
        loaded += loaded[first..<(first + count)]
        continue
      }
      let mask = masks.map { $0[start] }
      let replacements = others.map { Array($0[start..<(start + count)]) }
      loaded +=
        isShifted
        ? shiftedRun(
          load, element, at: addresses[start], mask: mask, others: replacements, count: count)
        : loadedRun(
          load, element, at: addresses[start], mask: mask, others: replacements, count: count)
    }
    values[result] = loaded
  }

  /// `count` elements that stand side by side at `address`.
  private mutating func loadedRun(
    _ load: Load, _ element: ElementType, at address: Address, mask: Register?,
    others: [Register]?, count: Int
  ) -> [Register] {
    let shape = PackedAccess(element: element, count: count)
    // The machine has no smaller registers than those of 32 bits: half of one takes an instruction
    // to set, and another to read.
    let registerClass = shape.isNarrow ? .bits32 : shape.registerClass
    let registers = (0..<shape.registerCount).map { _ in builder.makeRegister(registerClass) }
    if let mask {
      let replacements = others.map { packed($0, shape, element) }
      for (index, register) in registers.enumerated() {
        let replacement = replacements?[index] ?? integer(0, registerClass)
        move(shape.isNarrow ? whole(replacement) : replacement, to: register)
      }
      builder.condition = Instruction.Guard(mask)
    }
    let suffix = shape.isNarrow ? ".u\(shape.registerBits)" : shape.suffix
    builder.emit("ld" + load.words + suffix, [shape.operand(registers), .address(address)])
    builder.condition = nil
    return unpacked(shape.isNarrow ? registers.map { half(of: $0) } : registers, shape, element)
  }

  /// `narrow` with zeros above it, in a register of 32 bits.
  private mutating func whole(_ narrow: Register) -> Register {
    if narrow.registerClass == .bits32 { return narrow }
    return builder.compute("cvt.u32.u16", .bits32, .register(narrow))
  }

  /// The lower half of a register of 32 bits.
  private mutating func half(of wide: Register) -> Register {
    builder.compute("cvt.u16.u32", .bits16, .register(wide))
  }

  /// Writes a store; of places with the same element, one writes it.
  mutating func lowerStore(_ op: OpID) throws(Diagnostic) {
    let store = Store(reading: op, of: module)
    guard let element = module.type(of: store.value).element else { throw cannotLower(op) }
    let addresses = addresses(of: store.pointer)
    let stored = registers(of: store.value)
    let masks = store.mask.map { registers(of: $0) }
    let layout = layouts[store.pointer]
    let responsible = layout.map { isResponsible(for: $0) } ?? isFirstThread()
    let count = accessLength(of: op, element: element)
    for start in stride(from: 0, to: addresses.count, by: count) {
      if let layout, layout.firstRegister(holdingSameAs: start) < start { continue }
      let shape = PackedAccess(element: element, count: count)
      let values = packed(Array(stored[start..<(start + count)]), shape, element)
      builder.condition = and(masks.map { $0[start] }, responsible).map { Instruction.Guard($0) }
      builder.emit(
        "st" + store.words + shape.suffix,
        [.address(addresses[start]), shape.operand(values)])
      builder.condition = nil
    }
  }

  /// How many neighbours one access of `op` takes: a power of two that the pointers, the mask and
  /// the order of the registers allow.
  mutating func accessLength(
    of op: OpID, element: ElementType, isAligned: Bool = false
  ) -> Int {
    let pointer = module.operand(0, of: op)
    guard let layout = layouts[pointer] else { return 1 }
    return vectorLength(
      of: op, pointer: pointer, layout: layout, element: element, isAligned: isAligned)
  }
}

extension Load {
  /// The words of the opcode between `ld` and the type.
  var words: String {
    if isVolatile || cache == .cv { return ".volatile.global" }
    switch cache {
    case .ca, .cg, .cs: return ".global.\(cache.keyword)"
    case .none, .wb, .wt, .cv: break
    }
    return ".global" + eviction.words
  }
}

extension Store {
  /// The words of the opcode between `st` and the type.
  fileprivate var words: String {
    switch cache {
    case .wb, .cg, .cs, .wt: return ".global.\(cache.keyword)"
    case .none, .ca, .cv: break
    }
    return ".global" + eviction.words
  }
}

extension EvictionPolicy {
  /// The words that say how soon a line may leave the first cache.
  fileprivate var words: String {
    switch self {
    case .normal: ""
    case .first: ".L1::evict_first"
    case .last: ".L1::evict_last"
    }
  }
}
