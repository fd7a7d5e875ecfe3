/// Finds accesses of two programs to one byte that nothing puts in order.
///
/// Programs run one after another here, but at the same time on hardware. An access of one program
/// comes before an access of another only if the first program then releases something (an atomic
/// operation with release ordering) that the second acquires at the same address. Each program
/// counts its releases; an access is stamped with the program and its count, and every program
/// knows up to which count it has seen the others.
struct RaceDetector {
  /// Who accessed a byte last, and how often it had released before.
  struct Stamp {
    /// One more than the index of the program; 0 for nobody.
    var program: Int32 = 0
    var epoch: Int32 = 0
    var isAtomic = false
  }

  private struct Shadow {
    var writes: [Stamp]
    var reads: [Stamp]
  }

  private var shadows: [Int: Shadow] = [:]
  private var program: Int32 = 0
  private var epoch: Int32 = 0
  /// Up to which release the running program has seen each other one.
  private var seen: [Int32: Int32] = [:]
  /// What each synchronizing address has been given.
  private var released: [UInt64: [Int32: Int32]] = [:]

  /// The next program begins.
  mutating func begin(program index: Int) {
    (program, epoch, seen) = (Int32(truncatingIfNeeded: index + 1), 0, [:])
  }

  /// The running program takes over what others have released at `address`.
  mutating func acquire(_ address: UInt64) {
    guard let others = released[address] else { return }
    seen.merge(others) { max($0, $1) }
  }

  /// The running program lets others see what it has done so far.
  mutating func release(_ address: UInt64) {
    var knowledge = seen
    knowledge[program] = epoch
    released[address, default: [:]].merge(knowledge) { max($0, $1) }
    epoch += 1
  }

  /// Notes a read.
  ///
  /// - Returns: the index of a program that wrote a byte without order, if there is one.
  mutating func read(
    _ place: (buffer: Int, offset: Int), width: Int, size: Int
  ) -> Int? {
    access(place, width: width, size: size, writes: false, isAtomic: false)
  }

  /// Notes a write, which may be part of an atomic update.
  ///
  /// - Returns: the index of a program that accessed a byte without order, if there is one.
  mutating func write(
    _ place: (buffer: Int, offset: Int), width: Int, size: Int, isAtomic: Bool = false
  ) -> Int? {
    access(place, width: width, size: size, writes: true, isAtomic: isAtomic)
  }

  private mutating func access(
    _ place: (buffer: Int, offset: Int), width: Int, size: Int, writes: Bool, isAtomic: Bool
  ) -> Int? {
    if shadows[place.buffer] == nil {
      let empty = [Stamp](repeating: Stamp(), count: size)
      shadows[place.buffer] = Shadow(writes: empty, reads: empty)
    }
    var conflict: Stamp?
    let stamp = Stamp(program: program, epoch: epoch, isAtomic: isAtomic)
    for offset in place.offset..<place.offset + width {
      guard let written = shadows[place.buffer]?.writes[offset],
        let read = shadows[place.buffer]?.reads[offset]
      else { continue }
      if isUnordered(written) && !(isAtomic && written.isAtomic) { conflict = conflict ?? written }
      if writes {
        if isUnordered(read) { conflict = conflict ?? read }
        shadows[place.buffer]?.writes[offset] = stamp
      } else {
        shadows[place.buffer]?.reads[offset] = stamp
      }
    }
    return conflict.map { Int($0.program) - 1 }
  }

  private func isUnordered(_ stamp: Stamp) -> Bool {
    guard stamp.program != 0, stamp.program != program else { return false }
    guard let known = seen[stamp.program] else { return true }
    return stamp.epoch > known
  }
}
