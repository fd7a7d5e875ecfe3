/// The registers of a warp and the lanes that execute an instruction.
struct Lanes {
  /// Where the registers lie, as `DecodedInstruction` says.
  let registers: UnsafeMutableRawPointer
  /// One bit a lane for each predicate.
  let predicates: UnsafeMutablePointer<UInt32>
  /// The lanes that execute.
  var mask: UInt32

  /// The value of a register in a lane.
  @inline(__always)
  func read(_ place: Int32, isWide: Bool, _ lane: Int) -> UInt64 {
    let start = registers + Int(place)
    return isWide
      ? start.load(fromByteOffset: lane * 8, as: UInt64.self)
      : UInt64(start.load(fromByteOffset: lane * 4, as: UInt32.self))
  }

  /// The value of a register of at most 32 bits in a lane.
  @inline(__always)
  func read32(_ place: Int32, _ lane: Int) -> UInt32 {
    (registers + Int(place)).load(fromByteOffset: lane * 4, as: UInt32.self)
  }

  /// The value of a register of 64 bits in a lane.
  @inline(__always)
  func read64(_ place: Int32, _ lane: Int) -> UInt64 {
    (registers + Int(place)).load(fromByteOffset: lane * 8, as: UInt64.self)
  }

  /// Changes a register in a lane.
  @inline(__always)
  func write(_ place: Int32, isWide: Bool, _ lane: Int, _ value: UInt64) {
    let start = registers + Int(place)
    if isWide {
      start.storeBytes(of: value, toByteOffset: lane * 8, as: UInt64.self)
    } else {
      start.storeBytes(
        of: UInt32(truncatingIfNeeded: value), toByteOffset: lane * 4, as: UInt32.self)
    }
  }

  /// Changes a register of at most 32 bits in a lane.
  @inline(__always)
  func write32(_ place: Int32, _ lane: Int, _ value: UInt32) {
    (registers + Int(place)).storeBytes(of: value, toByteOffset: lane * 4, as: UInt32.self)
  }

  /// Gives a register in all lanes that execute the value that it has in one.
  @inline(__always)
  func spread(_ place: Int32, isWide: Bool, from lane: Int) {
    if isWide {
      spread(place, read64(place, lane))
    } else {
      spread(place, read32(place, lane))
    }
  }

  /// Gives a register a value in all lanes that execute.
  @inline(__always)
  func spread<Value: BitwiseCopyable>(_ place: Int32, _ value: Value) {
    let target = (registers + Int(place)).assumingMemoryBound(to: Value.self)
    if mask == .max {
      for lane in 0..<32 { target[lane] = value }
    } else {
      forEachLane { target[$0] = value }
    }
  }

  /// The lanes in which a predicate, as `DecodedInstruction` numbers it, is true.
  @inline(__always)
  func predicate(_ code: Int32) -> UInt32 {
    predicates[Int(code >> 1)] ^ (code & 1 == 0 ? 0 : .max)
  }

  /// Changes a predicate in the lanes that execute.
  @inline(__always)
  func setPredicate(_ number: Int32, _ value: UInt32) {
    let old = predicates[Int(number)]
    predicates[Int(number)] = (old & ~mask) | (value & mask)
  }

  /// Calls `body` with each lane that executes, the lowest first.
  @inline(__always)
  func visit(_ body: (Int) throws(Stop) -> Void) throws(Stop) {
    var rest = mask
    while rest != 0 {
      try body(rest.trailingZeroBitCount)
      rest &= rest &- 1
    }
  }

  /// Calls `body` with each lane that executes, the lowest first.
  @inline(__always)
  func forEachLane(_ body: (Int) -> Void) {
    var rest = mask
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest &- 1
    }
  }
}
