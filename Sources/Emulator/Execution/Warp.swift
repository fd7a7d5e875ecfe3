/// A warp of the block that runs.
///
/// A class because its memory has one owner, which blocks use one after another.
final class Warp {
  /// The number in the block.
  let number: Int
  let registers: UnsafeMutableRawPointer
  let predicates: UnsafeMutablePointer<UInt32>
  /// For each tracked register the lanes in which it was written.
  let written: UnsafeMutablePointer<UInt32>
  /// Each lane's own memory, one lane behind the other, and marks of what was written.
  let local: UnsafeMutableRawPointer
  let localMarks: UnsafeMutablePointer<UInt8>
  let localByteCount: Int
  private let trackedCount: Int

  // One thread changes these, in no closure: checks of exclusive access would find nothing, and
  // cost short blocks a tenth of their time.
  /// The lanes that the block has and that did not end.
  @exclusivity(unchecked) var alive: UInt32 = 0
  @exclusivity(unchecked) var fragments: [Fragment] = []
  @exclusivity(unchecked) var joins: [Join] = []
  /// What functions that were called again had in their registers and memory, by lane; empty until
  /// one is.
  var suspended: [[SuspendedFrame]] = []
  /// Copies by lane that are not known to be complete.
  var copies = PendingCopies()

  init(number: Int, program: EmulatedProgram) {
    self.number = number
    let byteCount = max(Int(program.registers.byteCount), 16)
    registers = UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: 128)
    registers.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount)
    let predicateCount = Int(program.registers.predicateCount)
    predicates = .allocate(capacity: predicateCount)
    predicates.initialize(repeating: 0, count: predicateCount)
    trackedCount = program.trackedRegisters.count
    written = .allocate(capacity: max(trackedCount, 1))
    written.initialize(repeating: 0, count: max(trackedCount, 1))
    localByteCount = (program.localByteCount + 15) & ~15
    let localTotal = max(localByteCount * 32, 16)
    local = UnsafeMutableRawPointer.allocate(byteCount: localTotal, alignment: 16)
    local.initializeMemory(as: UInt8.self, repeating: 0, count: localTotal)
    localMarks = .allocate(capacity: localTotal)
    localMarks.initialize(repeating: 0, count: localTotal)
    predicates[0] = .max
    for constant in program.registers.constants {
      fill(constant.place, isWide: constant.isWide, constant.bits)
    }
  }

  deinit {
    registers.deallocate()
    predicates.deallocate()
    written.deallocate()
    local.deallocate()
    localMarks.deallocate()
  }

  /// Gives a register the same value in all lanes.
  func fill(_ place: Int32, isWide: Bool, _ bits: UInt64) {
    let lanes = Lanes(registers: registers, predicates: predicates, mask: .max)
    if isWide {
      lanes.spread(place, bits)
    } else {
      lanes.spread(place, UInt32(truncatingIfNeeded: bits))
    }
  }

  /// Makes ready for a new block, in which the warp has `lanes`.
  func start(lanes: UInt32, at entry: Int) {
    alive = lanes
    written.update(repeating: 0, count: trackedCount)
    localMarks.update(repeating: 0, count: localByteCount * 32)
    // Blocks can be short: what has room keeps it.
    fragments.removeAll(keepingCapacity: true)
    fragments.append(Fragment(mask: lanes, pc: entry, join: -1))
    joins.removeAll(keepingCapacity: true)
    suspended = []
    copies.reset()
  }
}
