#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Which warp accessed each byte of a block's shared memory last, and what orders the accesses.
///
/// Vector clocks of warps, as in Flanagan and Freund, "FastTrack" (2009): a barrier makes what
/// each warp did before known to all that wait at it.
///
/// A class because it owns the memory of its cells.
final class RaceShadow {
  /// A conflict of an access with an earlier one.
  struct Conflict: Equatable {
    var stamp: UInt32
    var place: UInt32
    var isWrite: Bool
    var warp: Int { Int(stamp & 31) }
    var pc: Int { Int(place >> 5 & 0x3FF_FFFF) }
    var lane: Int { Int(place & 31) }
  }

  /// An access of a lane, or of several with their numbers added to the place.
  struct Access {
    var warp: Int
    var stamp: UInt32
    var place: UInt32
    var isWrite: Bool
    var isStrong: Bool
  }

  /// For each cell the last write: a stamp, which is a warp's clock, times 32, plus the warp, and 0
  /// for none; and its place, the instruction, times 32, plus the lane.
  ///
  /// There is a cell for each word, and behind them one for each byte, which counts if the word's
  /// is marked as split.
  let writes, writePlaces: UnsafeMutablePointer<UInt32>
  /// The same of the last read; with the top bit of the stamp alone there are several, in
  /// `readers`.
  let reads, readPlaces: UnsafeMutablePointer<UInt32>
  /// For each warp its last read of each cell. Only used where two warps read a byte without an
  /// order, so that most of it costs no memory.
  let readers, readerPlaces: UnsafeMutablePointer<UInt32>
  let wordCount, cellCount, warpCount: Int
  /// What each warp knows of each warp's clock.
  let clocks: UnsafeMutablePointer<UInt32>
  /// The last stamp of which each warp knows all up to it, whichever other warp they are from.
  let horizons: UnsafeMutablePointer<UInt32>
  /// What came to each of the sixteen barriers.
  private let barriers: UnsafeMutablePointer<UInt32>

  /// Set in a place when the access was atomic or strong.
  static let strong: UInt32 = 1 << 31
  static let manyReaders: UInt32 = 1 << 31
  /// In the stamp of a word's write: its bytes have cells of their own.
  static let split: UInt32 = 1 << 31
  /// Clocks stay below, so that stamps fit.
  private static let clockLimit: UInt32 = 1 << 25

  init(byteCount: Int, warpCount: Int) {
    wordCount = (byteCount + 3) / 4
    // A multiple of four cells keeps four words in one place of alignment in every list.
    cellCount = (wordCount * 5 + 3) & ~3
    self.warpCount = warpCount
    writes = Self.cells(cellCount)
    writePlaces = Self.cells(cellCount)
    reads = Self.cells(cellCount)
    readPlaces = Self.cells(cellCount)
    readers = Self.cells(cellCount * warpCount)
    readerPlaces = Self.cells(cellCount * warpCount)
    clocks = Self.cells(32 * 32)
    horizons = Self.cells(32)
    barriers = Self.cells(16 * 32)
    reset()
  }

  deinit {
    for cells in [writes, writePlaces, reads, readPlaces, readers, readerPlaces, clocks] {
      free(cells)
    }
    free(horizons)
    free(barriers)
  }

  /// Cells of zero, which take no memory until they are touched.
  private static func cells(_ count: Int) -> UnsafeMutablePointer<UInt32> {
    guard let memory = calloc(max(count, 1), 4) else {
      preconditionFailure("no memory for \(count) cells of shared memory")
    }
    return memory.bindMemory(to: UInt32.self, capacity: count)
  }

  /// A new block begins, which no earlier access conflicts with.
  func reset() {
    var latest: UInt32 = 0
    for warp in 0..<32 { latest = max(latest, clocks[warp * 32 + warp]) }
    if latest >= Self.clockLimit / 2 {
      for cells in [writes, reads] { cells.update(repeating: 0, count: cellCount) }
      latest = 0
    }
    // Every warp knows all that was done before.
    clocks.update(repeating: latest, count: 32 * 32)
    for warp in 0..<32 { clocks[warp * 32 + warp] = latest + 1 }
    for warp in 0..<warpCount { findHorizon(of: warp) }
    barriers.update(repeating: 0, count: 16 * 32)
  }

  /// A warp comes to a barrier with all that it knows.
  func publish(_ warp: Int, to barrier: Int) {
    raise(barriers + barrier * 32, to: clocks + warp * 32)
    // A block that passes so many barriers has spent any budget of steps.
    if clocks[warp * 32 + warp] < Self.clockLimit { clocks[warp * 32 + warp] += 1 }
  }

  /// A warp leaves a barrier and knows what came to it.
  func receive(_ warp: Int, from barrier: Int) {
    raise(clocks + warp * 32, to: barriers + barrier * 32)
    findHorizon(of: warp)
  }

  /// The barrier is open for its next use.
  func clear(_ barrier: Int) { (barriers + barrier * 32).update(repeating: 0, count: 32) }

  private func raise(_ clocks: UnsafeMutablePointer<UInt32>, to others: UnsafePointer<UInt32>) {
    for warp in 0..<warpCount { clocks[warp] = max(clocks[warp], others[warp]) }
  }

  private func findHorizon(of warp: Int) {
    var earliest = Self.clockLimit
    for other in 0..<warpCount where other != warp {
      earliest = min(earliest, clocks[warp * 32 + other])
    }
    horizons[warp] = earliest << 5 | 31
  }

  /// Whether an access by `warp` comes after the one with `stamp` in every order.
  @inline(__always)
  func isOrdered(_ stamp: UInt32, before warp: Int) -> Bool {
    stamp >> 5 <= clocks[warp * 32 + Int(stamp & 31)]
  }

  /// The access of lane 0 of a warp by the instruction at `pc`.
  @inline(__always)
  private func firstAccess(warp: Int, pc: Int, isWrite: Bool, isStrong: Bool) -> Access {
    Access(
      warp: warp, stamp: clocks[warp * 32 + warp] << 5 | UInt32(truncatingIfNeeded: warp),
      place: UInt32(truncatingIfNeeded: pc) << 5 | (isStrong ? Self.strong : 0),
      isWrite: isWrite, isStrong: isStrong)
  }

  /// Notes the accesses of several lanes and returns the first conflict.
  func access(
    _ offsets: UnsafeMutablePointer<Int>, byteCount: Int, warp: Int, lanes: UInt32, pc: Int,
    isWrite: Bool, isStrong: Bool
  ) -> (conflict: Conflict, lane: Int)? {
    let first = firstAccess(warp: warp, pc: pc, isWrite: isWrite, isStrong: isStrong)
    if lanes == .max, noteWarp(first, offsets, byteCount: byteCount) { return nil }
    var rest = lanes
    while rest != 0 {
      let lane = rest.trailingZeroBitCount
      rest &= rest &- 1
      var access = first
      access.place |= UInt32(truncatingIfNeeded: lane)
      if let conflict = note(access, offset: offsets[lane], byteCount: byteCount) {
        return (conflict, lane)
      }
    }
    return nil
  }

  /// Notes an access and returns what it conflicts with.
  func access(
    offset: Int, byteCount: Int, warp: Int, lane: Int, pc: Int, isWrite: Bool, isStrong: Bool
  ) -> Conflict? {
    var access = firstAccess(warp: warp, pc: pc, isWrite: isWrite, isStrong: isStrong)
    access.place |= UInt32(truncatingIfNeeded: lane)
    return note(access, offset: offset, byteCount: byteCount)
  }
}
