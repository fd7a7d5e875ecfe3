/// Which warp accessed each byte of a block's shared memory last, and what orders the accesses.
///
/// Vector clocks of warps, as in Flanagan and Freund, "FastTrack" (2009): a barrier makes what
/// each warp did before known to all that wait at it.
///
/// A class because it owns the memory of its cells.
final class RaceShadow {
  /// The accesses to one byte. A stamp is a warp's clock, times 32, plus the warp; 0 for none.
  struct Cell {
    var write: UInt32 = 0
    var writePlace: UInt32 = 0
    /// The last read, or with the top bit set a number in `readers`.
    var read: UInt32 = 0
    var readPlace: UInt32 = 0
  }

  private struct Readers {
    var stamps: [UInt32]
    var places: [UInt32]
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

  private let cells: UnsafeMutablePointer<Cell>
  private let byteCount: Int
  private let warpCount: Int
  private var readers: [Readers] = []
  /// What each warp knows of each warp's clock.
  private let clocks: UnsafeMutablePointer<UInt32>
  private var barriers: [[UInt32]]
  /// Set in a stamp's place when the access was atomic or strong.
  private static let strong: UInt32 = 1 << 31

  init(byteCount: Int, warpCount: Int) {
    self.byteCount = byteCount
    self.warpCount = warpCount
    cells = .allocate(capacity: byteCount)
    cells.initialize(repeating: Cell(), count: byteCount)
    clocks = .allocate(capacity: 32 * 32)
    clocks.initialize(repeating: 0, count: 32 * 32)
    barriers = Array(repeating: Array(repeating: 0, count: 32), count: 16)
    reset()
  }

  deinit {
    cells.deallocate()
    clocks.deallocate()
  }

  /// Forgets all accesses.
  func reset() {
    cells.update(repeating: Cell(), count: byteCount)
    readers.removeAll(keepingCapacity: true)
    clocks.update(repeating: 0, count: 32 * 32)
    for warp in 0..<32 { clocks[warp * 32 + warp] = 1 }
    for index in barriers.indices { barriers[index] = Array(repeating: 0, count: 32) }
  }

  /// A warp comes to a barrier with all that it knows.
  func publish(_ warp: Int, to barrier: Int) {
    for other in 0..<32 {
      barriers[barrier][other] = max(barriers[barrier][other], clocks[warp * 32 + other])
    }
    clocks[warp * 32 + warp] += 1
  }

  /// A warp leaves a barrier and knows what came to it.
  func receive(_ warp: Int, from barrier: Int) {
    for other in 0..<32 {
      clocks[warp * 32 + other] = max(clocks[warp * 32 + other], barriers[barrier][other])
    }
  }

  /// The barrier is open for its next use.
  func clear(_ barrier: Int) { barriers[barrier] = Array(repeating: 0, count: 32) }

  /// The lanes of a warp know what each of them did.
  func synchronizeLanes(_ warp: Int) {}

  /// Whether an access by `warp` comes after the one with `stamp` in every order.
  @inline(__always)
  private func isOrdered(_ stamp: UInt32, before warp: Int) -> Bool {
    stamp == 0 || stamp >> 5 <= clocks[warp * 32 + Int(stamp & 31)]
  }

  /// Notes an access and returns what it conflicts with.
  func access(
    offset: Int, byteCount: Int, warp: Int, lane: Int, pc: Int, isWrite: Bool, isStrong: Bool
  ) -> Conflict? {
    let stamp = clocks[warp * 32 + warp] << 5 | UInt32(warp)
    let place = UInt32(pc) << 5 | UInt32(lane) | (isStrong ? Self.strong : 0)
    for index in offset..<(offset + byteCount) {
      let cell = cells + index
      let old = cell.pointee
      if old.write & 31 != UInt32(warp), !isOrdered(old.write, before: warp),
        !(isStrong && old.writePlace & Self.strong != 0)
      {
        return Conflict(stamp: old.write, place: old.writePlace, isWrite: true)
      }
      if isWrite {
        if let conflict = readConflict(old, warp, isStrong) { return conflict }
        cell.pointee = Cell(write: stamp, writePlace: place, read: 0, readPlace: 0)
      } else {
        noteRead(cell, old, warp, stamp, place)
      }
    }
    return nil
  }

  private func readConflict(_ cell: Cell, _ warp: Int, _ isStrong: Bool) -> Conflict? {
    if cell.read & 0x8000_0000 == 0 {
      if cell.read & 31 != UInt32(warp), !isOrdered(cell.read, before: warp),
        !(isStrong && cell.readPlace & Self.strong != 0)
      {
        return Conflict(stamp: cell.read, place: cell.readPlace, isWrite: false)
      }
      return nil
    }
    let list = readers[Int(cell.read & 0x7FFF_FFFF)]
    for other in 0..<warpCount where other != warp {
      let (stamp, place) = (list.stamps[other], list.places[other])
      if !isOrdered(stamp, before: warp), !(isStrong && place & Self.strong != 0) {
        return Conflict(stamp: stamp, place: place, isWrite: false)
      }
    }
    return nil
  }

  @inline(__always)
  private func noteRead(
    _ cell: UnsafeMutablePointer<Cell>, _ old: Cell, _ warp: Int, _ stamp: UInt32,
    _ place: UInt32
  ) {
    if old.read & 0x8000_0000 != 0 {
      let number = Int(old.read & 0x7FFF_FFFF)
      readers[number].stamps[warp] = stamp
      readers[number].places[warp] = place
    } else if old.read & 31 == UInt32(warp) || isOrdered(old.read, before: warp) {
      cell.pointee.read = stamp
      cell.pointee.readPlace = place
    } else {
      var list = Readers(
        stamps: Array(repeating: 0, count: 32), places: Array(repeating: 0, count: 32))
      list.stamps[Int(old.read & 31)] = old.read
      list.places[Int(old.read & 31)] = old.readPlace
      list.stamps[warp] = stamp
      list.places[warp] = place
      cell.pointee.read = 0x8000_0000 | UInt32(readers.count)
      readers.append(list)
    }
  }
}
