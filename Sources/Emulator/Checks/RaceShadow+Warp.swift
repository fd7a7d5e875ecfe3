/// Accesses of whole warps to words, four cells at a time.
extension RaceShadow {
  /// Notes an access of each lane of a warp to 4, 8 or 16 bytes; says whether it did.
  ///
  /// It does where a look at all cells shows that every access before is ordered, and with it the
  /// frequent ways in which warps share what they read. What is left, conflicts among it, is for
  /// the way one by one, which finds the same cells as before.
  func noteWarp(_ first: Access, _ offsets: UnsafeMutablePointer<Int>, byteCount: Int) -> Bool {
    switch byteCount {
    case 4: note(first, WordsOfLanes(offsets: offsets))
    case 8: note(first, PairsOfLanes(offsets: offsets))
    case 16: note(first, QuadsOfLanes(offsets: offsets))
    default: false
    }
  }

  @inline(__always)
  private func note(_ first: Access, _ groups: some CellGroups) -> Bool {
    let horizon = SIMD4(repeating: Int32(bitPattern: horizons[first.warp]))
    let stamp = SIMD4(repeating: first.stamp)
    let reader = SIMD4(repeating: reads[groups.first])
    var (writeMarks, readMarks, differences) = (SIMD4<UInt32>(), SIMD4<UInt32>(), SIMD4<UInt32>())
    var lateWrites = SIMDMask<SIMD4<Int32>>(repeating: false)
    var lateReads = lateWrites
    for group in 0..<groups.count {
      let (write, read) = (groups.load(writes, group), groups.load(reads, group))
      writeMarks |= write
      readMarks |= read
      differences |= read ^ reader
      // What is marked counts as negative, and as early.
      lateWrites .|= (SIMD4<Int32>(truncatingIfNeeded: write) .> horizon) .& (write .!= stamp)
      lateReads .|= (SIMD4<Int32>(truncatingIfNeeded: read) .> horizon) .& (read .!= stamp)
    }
    guard !any(lateWrites), !Self.isMarked(writeMarks) else { return false }
    let isListed = Self.isMarked(readMarks)
    if first.isWrite {
      guard !any(lateReads), !isListed || areReadersOrdered(first, groups) else { return false }
      set(writes, writePlaces, first, groups)
      set(reads, readPlaces, first, groups)
    } else if !isListed, !any(lateReads) {
      set(reads, readPlaces, first, groups)
    } else {
      // Several warps read the same: all cells have lists, or all the same reader.
      guard differences == SIMD4() else { return false }
      if !isListed {
        if isOrdered(reader[0], before: first.warp) { return false }
        list(reader[0], groups)
      }
      let start = first.warp * cellCount
      set(readers + start, readerPlaces + start, first, groups)
    }
    return true
  }

  /// Whether one of four stamps has its top bit.
  private static func isMarked(_ stamps: SIMD4<UInt32>) -> Bool {
    (stamps[0] | stamps[1] | stamps[2] | stamps[3]) >> 31 != 0
  }

  /// Whether what other warps have in the lists of all cells is ordered, even where a list does not
  /// count.
  @inline(__always)
  private func areReadersOrdered(_ first: Access, _ groups: some CellGroups) -> Bool {
    for other in 0..<warpCount where other != first.warp {
      let last = SIMD4(repeating: clocks[first.warp * 32 + other] << 5 | 31)
      var late = SIMDMask<SIMD4<Int32>>(repeating: false)
      for group in 0..<groups.count {
        late .|= groups.load(readers + other * cellCount, group) .> last
      }
      if any(late) { return false }
    }
    return true
  }

  /// Gives all cells a list with their one reader.
  @inline(__always)
  private func list(_ reader: UInt32, _ groups: some CellGroups) {
    for warp in 0..<warpCount {
      for group in 0..<groups.count {
        groups.store(SIMD4(), readers + warp * cellCount, group)
      }
    }
    let start = Int(reader & 31) * cellCount
    for group in 0..<groups.count {
      groups.store(SIMD4(repeating: reader), readers + start, group)
      groups.store(groups.load(readPlaces, group), readerPlaces + start, group)
      groups.store(SIMD4(repeating: Self.manyReaders), reads, group)
    }
  }

  @inline(__always)
  private func set(
    _ stamps: UnsafeMutablePointer<UInt32>, _ places: UnsafeMutablePointer<UInt32>,
    _ first: Access, _ groups: some CellGroups
  ) {
    let (stamp, place) = (SIMD4(repeating: first.stamp), SIMD4(repeating: first.place))
    for group in 0..<groups.count {
      groups.store(stamp, stamps, group)
      groups.store(place | groups.lanes(group), places, group)
    }
  }
}

/// The words that the lanes of a warp access, in groups of four.
private protocol CellGroups {
  /// How many groups there are.
  var count: Int { get }
  /// The first word.
  var first: Int { get }
  /// What a list of cells has for a group.
  func load(_ cells: UnsafeMutablePointer<UInt32>, _ group: Int) -> SIMD4<UInt32>
  /// Changes a list of cells.
  func store(_ values: SIMD4<UInt32>, _ cells: UnsafeMutablePointer<UInt32>, _ group: Int)
  /// The lanes that access the words of a group.
  func lanes(_ group: Int) -> SIMD4<UInt32>
}

/// A word of each lane.
private struct WordsOfLanes: CellGroups {
  let offsets: UnsafeMutablePointer<Int>
  var count: Int { 8 }
  var first: Int { offsets[0] >> 2 }

  @inline(__always)
  func load(_ cells: UnsafeMutablePointer<UInt32>, _ group: Int) -> SIMD4<UInt32> {
    let offsets = offsets + group * 4
    return SIMD4(
      cells[offsets[0] >> 2], cells[offsets[1] >> 2], cells[offsets[2] >> 2],
      cells[offsets[3] >> 2])
  }

  @inline(__always)
  func store(_ values: SIMD4<UInt32>, _ cells: UnsafeMutablePointer<UInt32>, _ group: Int) {
    let offsets = offsets + group * 4
    for lane in 0..<4 { cells[offsets[lane] >> 2] = values[lane] }
  }

  @inline(__always)
  func lanes(_ group: Int) -> SIMD4<UInt32> {
    SIMD4(0, 1, 2, 3) &+ UInt32(truncatingIfNeeded: group * 4)
  }
}

/// Two words of each lane.
private struct PairsOfLanes: CellGroups {
  let offsets: UnsafeMutablePointer<Int>
  var count: Int { 16 }
  var first: Int { offsets[0] >> 2 }

  @inline(__always)
  func load(_ cells: UnsafeMutablePointer<UInt32>, _ group: Int) -> SIMD4<UInt32> {
    let cells = UnsafeRawPointer(cells)
    return SIMD4(
      lowHalf: cells.load(fromByteOffset: offsets[group * 2], as: SIMD2<UInt32>.self),
      highHalf: cells.load(fromByteOffset: offsets[group * 2 + 1], as: SIMD2<UInt32>.self))
  }

  @inline(__always)
  func store(_ values: SIMD4<UInt32>, _ cells: UnsafeMutablePointer<UInt32>, _ group: Int) {
    let cells = UnsafeMutableRawPointer(cells)
    cells.storeBytes(
      of: values.lowHalf, toByteOffset: offsets[group * 2], as: SIMD2<UInt32>.self)
    cells.storeBytes(
      of: values.highHalf, toByteOffset: offsets[group * 2 + 1], as: SIMD2<UInt32>.self)
  }

  @inline(__always)
  func lanes(_ group: Int) -> SIMD4<UInt32> {
    SIMD4(0, 0, 1, 1) &+ UInt32(truncatingIfNeeded: group * 2)
  }
}

/// Four words of each lane.
private struct QuadsOfLanes: CellGroups {
  let offsets: UnsafeMutablePointer<Int>
  var count: Int { 32 }
  var first: Int { offsets[0] >> 2 }

  @inline(__always)
  func load(_ cells: UnsafeMutablePointer<UInt32>, _ group: Int) -> SIMD4<UInt32> {
    UnsafeRawPointer(cells).load(fromByteOffset: offsets[group], as: SIMD4<UInt32>.self)
  }

  @inline(__always)
  func store(_ values: SIMD4<UInt32>, _ cells: UnsafeMutablePointer<UInt32>, _ group: Int) {
    UnsafeMutableRawPointer(cells).storeBytes(
      of: values, toByteOffset: offsets[group], as: SIMD4<UInt32>.self)
  }

  @inline(__always)
  func lanes(_ group: Int) -> SIMD4<UInt32> {
    SIMD4(repeating: UInt32(truncatingIfNeeded: group))
  }
}
