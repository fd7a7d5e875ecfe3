import Arithmetic
import IR
import Support

extension Execution {
  /// Operands: pointer, value, mask. The result is what memory held before.
  func updateAtomically(
    _ instruction: Instruction, _ rmw: AtomicUpdate
  ) throws(Diagnostic) {
    let operands = instruction.operands
    let access = ElementAccess(
      name: "atomic \(rmw.operation.keyword)", op: instruction.op, element: rmw.access.element,
      shape: rmw.access.shape, addresses: tile(operands[0]),
      mask: operands.count > 2 ? tile(operands[2]) : nil, marks: frame[operands[0]].marks)
    let old = try update(access, tile(operands[1]), rmw.access.ordering) {
      old, value, _ in rmw.operation.combine(old, value, rmw.access.element)
    }
    set(instruction.result, old)
  }

  /// Operands: pointer, expected, value. The result is what memory held before.
  func compareAndSwap(
    _ instruction: Instruction, _ cas: AtomicAccess
  ) throws(Diagnostic) {
    let operands = instruction.operands
    let access = ElementAccess(
      name: "atomic cas", op: instruction.op, element: cas.element, shape: cas.shape,
      addresses: tile(operands[0]), mask: nil, marks: frame[operands[0]].marks)
    let expected = tile(operands[1])
    let old = try update(access, tile(operands[2]), cas.ordering) { old, value, index in
      old == expected[index] ? value : old
    }
    set(instruction.result, old)
  }

  /// Replaces each element that `access` means by `body` of it, the value at the same place and
  /// the index of that place, in row-major order.
  ///
  /// - Returns: what memory held before; 0 where the mask is off, and outside of buffers if bounds
  ///   are not checked.
  func update(
    _ access: ElementAccess, _ values: TileValue, _ ordering: MemoryOrdering,
    _ body: (UInt64, UInt64, Int) -> UInt64
  ) throws(Diagnostic) -> TileValue {
    let count = access.shape.count
    var result = [UInt64](repeating: 0, count: count)
    for index in 0..<count where access.isActive(index) {
      guard let place = try locate(access, index) else { continue }
      if notesAccesses {
        checkInitialized(access, index, place)
        let address = access.addresses[index]
        if ordering == .acquire || ordering == .acquireRelease { races?.acquire(address) }
        noteWrite(access, index, place, isAtomic: true)
        if ordering == .release || ordering == .acquireRelease { races?.release(address) }
      }
      let old = memory.read(place, width: access.width).truncated(to: access.bitWidth)
      memory.write(body(old, values[index], index), to: place, width: access.width)
      result[index] = old
      report.counters.atomicElements += 1
    }
    return TileValue(result)
  }

  /// Reports a read of bytes that were never written.
  func checkInitialized(
    _ access: ElementAccess, _ index: Int, _ place: (buffer: Int, offset: Int)
  ) {
    guard checks.contains(.uninitializedReads), !memory.isInitialized(place, width: access.width)
    else { return }
    find(
      "\(access.name) of bytes of buffer '\(memory.buffers[place.buffer].name)' that were never "
        + "written", at: access.op, element: index, of: access.shape, ", offset \(place.offset)")
  }
}

extension AtomicOperation {
  /// What memory holds after combining `old` with `value`.
  func combine(_ old: UInt64, _ value: UInt64, _ element: ElementType) -> UInt64 {
    let width = element.bitWidth
    switch self {
    case .and: return old & value
    case .or: return old | value
    case .xor: return old ^ value
    case .add: return IntegerArithmetic.add(old, value, width: width)
    case .addFloat:
      guard let format = element.scalar?.floatFormat else { return old }
      return FloatArithmetic.add(old, value, format)
    case .max: return IntegerArithmetic.maximumSigned(old, value, width: width)
    case .min: return IntegerArithmetic.minimumSigned(old, value, width: width)
    case .maxUnsigned: return Swift.max(old, value)
    case .minUnsigned: return Swift.min(old, value)
    case .exchange: return value
    }
  }
}
