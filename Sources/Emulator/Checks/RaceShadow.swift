/// Which warp accessed each byte of a block's shared memory last, and what orders the accesses.
///
/// Vector clocks of warps, as in Flanagan and Freund, "FastTrack" (2009): a barrier makes what
/// each warp did before known to all that wait at it.
///
/// A class because it owns the memory of its cells.
final class RaceShadow {
  /// The accesses to one byte, or to all four of a word. A stamp is a warp's clock, times 32, plus
  /// the warp; 0 for none.
  struct Cell: BitwiseCopyable {
    var write: UInt32 = 0
    var writePlace: UInt32 = 0
    /// The last read; with the top bit alone there are several, in `readers`.
    var read: UInt32 = 0
    var readPlace: UInt32 = 0
  }

  /// A conflict of an access with an earlier one.
  struct Conflict {
    var stamp: UInt32
    var place: UInt32
    var isWrite: Bool
    var warp: Int { Int(stamp & 31) }
    var pc: Int { Int(place >> 5 & 0x3FF_FFFF) }
    var lane: Int { Int(place & 31) }
  }

  /// A cell for each word, and one for each byte, which counts if the word's is marked as split.
  private let words: UnsafeMutablePointer<Cell>
  private let bytes: UnsafeMutablePointer<Cell>
  private let wordCount: Int
  private let warpCount: Int
  /// For each cell the last read by each warp: stamps, then places. Only used where two warps read
  /// a byte without an order, so that most of it costs no memory.
  private let readers: UnsafeMutablePointer<UInt32>
  /// What each warp knows of each warp's clock.
  private let clocks: UnsafeMutablePointer<UInt32>
  private var barriers: [[UInt32]]
  /// Set in a place when the access was atomic or strong.
  private static let strong: UInt32 = 1 << 31
  private static let manyReaders: UInt32 = 1 << 31
  /// In the stamp of a word's write: its bytes have cells of their own.
  private static let split: UInt32 = 1 << 31
  /// Clocks stay below, so that stamps fit.
  private static let clockLimit: UInt32 = 1 << 25

  init(byteCount: Int, warpCount: Int) {
    wordCount = (byteCount + 3) / 4
    self.warpCount = warpCount
    words = .allocate(capacity: wordCount * 5)
    words.initialize(repeating: Cell(), count: wordCount * 5)
    bytes = words + wordCount
    readers = .allocate(capacity: wordCount * 5 * 64)
    clocks = .allocate(capacity: 32 * 32)
    clocks.initialize(repeating: 0, count: 32 * 32)
    barriers = Array(repeating: Array(repeating: 0, count: 32), count: 16)
    reset()
  }

  deinit {
    words.deallocate()
    readers.deallocate()
    clocks.deallocate()
  }

  /// A new block begins, which no earlier access conflicts with.
  func reset() {
    var latest: UInt32 = 0
    for warp in 0..<32 { latest = max(latest, clocks[warp * 32 + warp]) }
    if latest >= Self.clockLimit / 2 {
      words.update(repeating: Cell(), count: wordCount * 5)
      latest = 0
    }
    // Every warp knows all that was done before.
    clocks.update(repeating: latest, count: 32 * 32)
    for warp in 0..<32 { clocks[warp * 32 + warp] = latest + 1 }
    for index in barriers.indices { barriers[index] = Array(repeating: 0, count: 32) }
  }

  /// A warp comes to a barrier with all that it knows.
  func publish(_ warp: Int, to barrier: Int) {
    for other in 0..<32 {
      barriers[barrier][other] = max(barriers[barrier][other], clocks[warp * 32 + other])
    }
    // A block that passes so many barriers has spent any budget of steps.
    if clocks[warp * 32 + warp] < Self.clockLimit { clocks[warp * 32 + warp] += 1 }
  }

  /// A warp leaves a barrier and knows what came to it.
  func receive(_ warp: Int, from barrier: Int) {
    for other in 0..<32 {
      clocks[warp * 32 + other] = max(clocks[warp * 32 + other], barriers[barrier][other])
    }
  }

  /// The barrier is open for its next use.
  func clear(_ barrier: Int) { barriers[barrier] = Array(repeating: 0, count: 32) }

  /// Whether an access by `warp` comes after the one with `stamp` in every order.
  @inline(__always)
  private func isOrdered(_ stamp: UInt32, before warp: Int) -> Bool {
    stamp >> 5 <= clocks[warp * 32 + Int(stamp & 31)]
  }

  /// Notes the accesses of several lanes and returns the first conflict.
  func access(
    _ offsets: UnsafeMutablePointer<Int>, byteCount: Int, warp: Int, lanes: UInt32, pc: Int,
    isWrite: Bool, isStrong: Bool
  ) -> (conflict: Conflict, lane: Int)? {
    let stamp = clocks[warp * 32 + warp] << 5 | UInt32(truncatingIfNeeded: warp)
    let place = UInt32(truncatingIfNeeded: pc) << 5 | (isStrong ? Self.strong : 0)
    var rest = lanes
    while rest != 0 {
      let lane = rest.trailingZeroBitCount
      rest &= rest &- 1
      let lanePlace = place | UInt32(truncatingIfNeeded: lane)
      if byteCount & 3 != 0 {
        for byte in offsets[lane]..<(offsets[lane] + byteCount) {
          if let conflict = noteByte(byte, warp, stamp, lanePlace, isWrite, isStrong) {
            return (conflict, lane)
          }
        }
        continue
      }
      var cell = words + offsets[lane] >> 2
      let end = cell + byteCount >> 2
      while cell < end {
        let old = cell.pointee
        // Most often the warp itself was the last one.
        if ((old.write ^ stamp) | (old.read ^ stamp)) & (Self.split | 31) == 0 {
          if isWrite {
            cell.pointee = Cell(
              write: stamp, writePlace: lanePlace, read: stamp, readPlace: lanePlace)
          } else {
            cell.pointee.read = stamp
            cell.pointee.readPlace = lanePlace
          }
        } else if let conflict = noteWord(
          cell - words, warp, stamp, lanePlace, isWrite, isStrong)
        {
          return (conflict, lane)
        }
        cell += 1
      }
    }
    return nil
  }

  /// Notes an access and returns what it conflicts with.
  func access(
    offset: Int, byteCount: Int, warp: Int, lane: Int, pc: Int, isWrite: Bool, isStrong: Bool
  ) -> Conflict? {
    let stamp = clocks[warp * 32 + warp] << 5 | UInt32(truncatingIfNeeded: warp)
    let place =
      UInt32(truncatingIfNeeded: pc) << 5 | UInt32(truncatingIfNeeded: lane)
      | (isStrong ? Self.strong : 0)
    var index = offset
    let end = offset + byteCount
    while index < end {
      let isWord = index & 3 == 0 && end - index >= 4
      let conflict =
        isWord
        ? noteWord(index >> 2, warp, stamp, place, isWrite, isStrong)
        : noteByte(index, warp, stamp, place, isWrite, isStrong)
      if let conflict { return conflict }
      index += isWord ? 4 : 1
    }
    return nil
  }

  private func noteWord(
    _ word: Int, _ warp: Int, _ stamp: UInt32, _ place: UInt32, _ isWrite: Bool, _ isStrong: Bool
  ) -> Conflict? {
    guard words[word].write & Self.split != 0 else {
      return note(words + word, warp, stamp, place, isWrite, isStrong)
    }
    for byte in 0..<4 {
      if let conflict = note(bytes + word * 4 + byte, warp, stamp, place, isWrite, isStrong) {
        return conflict
      }
    }
    // A write of the whole word leaves its bytes alike again.
    if isWrite { words[word] = bytes[word * 4] }
    return nil
  }

  private func noteByte(
    _ byte: Int, _ warp: Int, _ stamp: UInt32, _ place: UInt32, _ isWrite: Bool, _ isStrong: Bool
  ) -> Conflict? {
    let word = byte >> 2
    if words[word].write & Self.split == 0 {
      for index in (word * 4)..<(word * 4 + 4) {
        bytes[index] = words[word]
        if words[word].read & Self.manyReaders != 0 {
          list(bytes + index).update(from: list(words + word), count: 64)
        }
      }
      words[word].write |= Self.split
    }
    return note(bytes + byte, warp, stamp, place, isWrite, isStrong)
  }

  @inline(__always)
  private func note(
    _ cell: UnsafeMutablePointer<Cell>, _ warp: Int, _ stamp: UInt32, _ place: UInt32,
    _ isWrite: Bool, _ isStrong: Bool
  ) -> Conflict? {
    let old = cell.pointee
    if !isOrdered(old.write, before: warp), !(isStrong && old.writePlace & Self.strong != 0) {
      return Conflict(stamp: old.write, place: old.writePlace, isWrite: true)
    }
    if isWrite {
      if old.read & Self.manyReaders != 0 {
        if let conflict = listConflict(cell, warp, isStrong) { return conflict }
      } else if !isOrdered(old.read, before: warp),
        !(isStrong && old.readPlace & Self.strong != 0)
      {
        return Conflict(stamp: old.read, place: old.readPlace, isWrite: false)
      }
      // The write stands for a read as well, which keeps the frequent test short.
      cell.pointee = Cell(write: stamp, writePlace: place, read: stamp, readPlace: place)
    } else if old.read & Self.manyReaders == 0, isOrdered(old.read, before: warp) {
      cell.pointee.read = stamp
      cell.pointee.readPlace = place
    } else {
      noteReader(cell, old, warp, stamp, place)
    }
    return nil
  }

  private func list(_ cell: UnsafeMutablePointer<Cell>) -> UnsafeMutablePointer<UInt32> {
    readers + (cell - words) * 64
  }

  private func listConflict(
    _ cell: UnsafeMutablePointer<Cell>, _ warp: Int, _ isStrong: Bool
  ) -> Conflict? {
    let list = list(cell)
    for other in 0..<warpCount where other != warp {
      let (stamp, place) = (list[other], list[32 + other])
      if !isOrdered(stamp, before: warp), !(isStrong && place & Self.strong != 0) {
        return Conflict(stamp: stamp, place: place, isWrite: false)
      }
    }
    return nil
  }

  /// A read beside one of another warp that nothing orders.
  private func noteReader(
    _ cell: UnsafeMutablePointer<Cell>, _ old: Cell, _ warp: Int, _ stamp: UInt32,
    _ place: UInt32
  ) {
    let list = list(cell)
    if old.read & Self.manyReaders == 0 {
      list.initialize(repeating: 0, count: 64)
      list[Int(old.read & 31)] = old.read
      list[32 + Int(old.read & 31)] = old.readPlace
      cell.pointee.read = Self.manyReaders
    }
    list[warp] = stamp
    list[32 + warp] = place
  }
}
