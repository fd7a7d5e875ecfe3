import PTX

/// Where the registers, constants and special registers of a program lie in a warp's memory.
struct RegisterFile {
  /// A constant that every lane of some place holds.
  struct ConstantPlace { var place: Int32, bits: UInt64, isWide: Bool }

  /// How many bytes a warp needs.
  private(set) var byteCount: Int32 = 0
  /// How many predicates a warp needs; the first is always true.
  private(set) var predicateCount: Int32 = 1
  /// Constants and their places.
  private(set) var constants: [ConstantPlace] = []
  /// Special registers and their places.
  private(set) var specials: [SpecialRegister: Int32] = [:]
  private var narrow: [UInt32: Int32] = [:]
  private var wide: [UInt64: Int32] = [:]

  /// Room for registers of one class, from the place of the first.
  mutating func reserve(_ registerClass: RegisterClass, count: Int) -> Int32 {
    guard registerClass != .predicate else {
      defer { predicateCount += Int32(count) }
      return predicateCount
    }
    defer { byteCount += Int32(count) * Self.stride(registerClass) }
    return byteCount
  }

  /// How many bytes lie between two registers of a class, and 1 for predicates.
  static func stride(_ registerClass: RegisterClass) -> Int32 {
    switch registerClass {
    case .predicate: 1
    case .bits16, .bits32, .float32: 128
    case .bits64, .float64: 256
    case .bits128: 512
    }
  }

  /// The place that holds `bits` in every lane.
  mutating func constant(_ bits: UInt64, isWide: Bool) -> Int32 {
    if isWide {
      if let place = wide[bits] { return place }
      let place = reserve(.bits64, count: 1)
      wide[bits] = place
      constants.append(ConstantPlace(place: place, bits: bits, isWide: true))
      return place
    }
    let low = UInt32(truncatingIfNeeded: bits)
    if let place = narrow[low] { return place }
    let place = reserve(.bits32, count: 1)
    narrow[low] = place
    constants.append(ConstantPlace(place: place, bits: UInt64(low), isWide: false))
    return place
  }

  /// The place that holds a special register.
  mutating func special(_ register: SpecialRegister) -> Int32 {
    if let place = specials[register] { return place }
    let place = reserve(register.type.bitWidth == 64 ? .bits64 : .bits32, count: 1)
    specials[register] = place
    return place
  }
}
