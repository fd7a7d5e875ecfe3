import Arithmetic
import PTX

extension Scalar {
  /// The result of an operation on integers or bits; nil if it is none.
  static func integer(
    _ operation: LaneOperation, _ type: PTXType, _ a: UInt64, _ b: UInt64, _ c: UInt64,
    table: Int64, sourceType: PTXType
  ) -> UInt64? {
    let width = min(type.bitWidth, 64)
    let isSigned = type.isSigned
    let mask = IntegerArithmetic.mask(width)
    func signed(_ value: UInt64) -> Int64 { IntegerArithmetic.signed(value, width: width) }
    func multiplyHigh() -> UInt64 {
      isSigned
        ? IntegerArithmetic.multiplyHighSigned(a & mask, b & mask, width: width)
        : IntegerArithmetic.multiplyHighUnsigned(a & mask, b & mask, width: width)
    }
    func wide() -> UInt64 {
      isSigned ? UInt64(bitPattern: signed(a) &* signed(b)) : (a & mask) &* (b & mask)
    }
    switch operation {
    case .add: return (a &+ b) & mask
    case .sub: return (a &- b) & mask
    case .mulLo: return (a &* b) & mask
    case .mulHi: return multiplyHigh() & mask
    case .mulWide: return wide()
    case .madLo: return (a &* b &+ c) & mask
    case .madHi: return (multiplyHigh() &+ c) & mask
    case .madWide: return wide() &+ c
    case .madHiSaturating:
      let high = signed(multiplyHigh()) + signed(c)
      return UInt64(bitPattern: min(max(high, Int64(Int32.min)), Int64(Int32.max))) & mask
    case .addSaturating, .subSaturating:
      let sum = operation == .addSaturating ? signed(a) + signed(b) : signed(a) - signed(b)
      return UInt64(bitPattern: min(max(sum, Int64(Int32.min)), Int64(Int32.max))) & mask
    case .div, .rem: return divide(operation == .rem, a & mask, b & mask, width, isSigned)
    case .min, .max:
      let isLess = isSigned ? signed(a) < signed(b) : a & mask < b & mask
      return (isLess == (operation == .min) ? a : b) & mask
    case .abs: return signed(a) < 0 ? (0 &- a) & mask : a & mask
    case .neg: return (0 &- a) & mask
    case .and: return a & b & mask
    case .or: return (a | b) & mask
    case .xor: return (a ^ b) & mask
    case .not: return ~a & mask
    case .shl: return b & 0xFFFF_FFFF >= UInt64(width) ? 0 : (a << (b & 63)) & mask
    case .shr:
      let amount = min(b & 0xFFFF_FFFF, UInt64(width))
      if isSigned { return UInt64(bitPattern: signed(a) >> Int64(amount)) & mask }
      return amount >= UInt64(width) ? 0 : (a & mask) >> amount
    case .move: return a & mask
    case .dotProduct: return dotProduct(a, b, c, sourceType, type)
    case .addPacked, .minPacked, .maxPacked:
      guard type == .u16x2 || type == .s16x2 else { return nil }
      let element: PTXType = type == .s16x2 ? .s16 : .u16
      let single: LaneOperation =
        operation == .addPacked ? .add : operation == .minPacked ? .min : .max
      let low = integer(
        single, element, a & 0xFFFF, b & 0xFFFF, 0, table: 0, sourceType: element)
      let high = integer(
        single, element, a >> 16 & 0xFFFF, b >> 16 & 0xFFFF, 0, table: 0, sourceType: element)
      return (low ?? 0) | (high ?? 0) << 16
    default: return bits(operation, width, isSigned, a & mask, b, c, table)
    }
  }

  /// A division by zero gives all ones, its remainder the dividend, as the machine's do.
  private static func divide(
    _ isRemainder: Bool, _ a: UInt64, _ b: UInt64, _ width: Int, _ isSigned: Bool
  ) -> UInt64 {
    let mask = IntegerArithmetic.mask(width)
    if b == 0 { return isRemainder ? a : mask }
    guard isSigned else { return isRemainder ? a % b : a / b }
    let (x, y) = (
      IntegerArithmetic.signed(a, width: width), IntegerArithmetic.signed(b, width: width)
    )
    if y == -1 { return isRemainder ? 0 : (0 &- a) & mask }
    return UInt64(bitPattern: isRemainder ? x % y : x / y) & mask
  }

  private static func dotProduct(
    _ a: UInt64, _ b: UInt64, _ c: UInt64, _ typeA: PTXType, _ typeB: PTXType
  ) -> UInt64 {
    var sum = UInt32(truncatingIfNeeded: c)
    for index in 0..<4 {
      func element(_ bits: UInt64, _ type: PTXType) -> UInt32 {
        let byte = UInt8(truncatingIfNeeded: bits >> UInt64(8 * index))
        return type.isSigned
          ? UInt32(bitPattern: Int32(Int8(bitPattern: byte))) : UInt32(byte)
      }
      sum = sum &+ element(a, typeA) &* element(b, typeB)
    }
    return UInt64(sum)
  }

  private static func bits(
    _ operation: LaneOperation, _ width: Int, _ isSigned: Bool, _ a: UInt64, _ b: UInt64,
    _ c: UInt64, _ table: Int64
  ) -> UInt64? {
    let (low, high) = (UInt32(truncatingIfNeeded: a), UInt32(truncatingIfNeeded: b))
    switch operation {
    case .popc: return UInt64(a.nonzeroBitCount)
    case .clz: return UInt64(a.leadingZeroBitCount - (64 - width))
    case .brev: return IntegerArithmetic.reverseBits(a, width: width)
    case .bfind, .bfindShift:
      let isNegative = isSigned && a >> UInt64(width - 1) & 1 == 1
      let value = isNegative ? ~a & IntegerArithmetic.mask(width) : a
      guard value != 0 else { return 0xFFFF_FFFF }
      let found = 63 - value.leadingZeroBitCount
      return UInt64(operation == .bfind ? found : width - 1 - found)
    case .lop3:
      var result: UInt32 = 0
      let third = UInt32(truncatingIfNeeded: c)
      for row in 0..<8 where table >> Int64(row) & 1 == 1 {
        result |=
          (row & 4 != 0 ? low : ~low) & (row & 2 != 0 ? high : ~high)
          & (row & 1 != 0 ? third : ~third)
      }
      return UInt64(result)
    case .funnelLeftClamp, .funnelLeftWrap, .funnelRightClamp, .funnelRightWrap:
      let both = UInt64(high) << 32 | UInt64(low)
      let amount = UInt32(truncatingIfNeeded: c)
      switch operation {
      case .funnelLeftClamp:
        return (both << UInt64(min(amount, 32))) >> 32
      case .funnelLeftWrap: return (both << UInt64(amount & 31)) >> 32
      case .funnelRightClamp: return both >> UInt64(min(amount, 32)) & 0xFFFF_FFFF
      default: return both >> UInt64(amount & 31) & 0xFFFF_FFFF
      }
    case .permute, .permuteF4E, .permuteB4E, .permuteRC8, .permuteECL, .permuteECR,
      .permuteRC16:
      return UInt64(permute(operation, low, high, UInt32(truncatingIfNeeded: c)))
    default: return nil
    }
  }

  /// `prmt` (PTX ISA 9.7.9.7): four bytes of eight, by a selector or by a mode.
  private static func permute(
    _ operation: LaneOperation, _ low: UInt32, _ high: UInt32, _ selector: UInt32
  ) -> UInt32 {
    let both = UInt64(high) << 32 | UInt64(low)
    func byte(_ index: Int) -> UInt32 {
      UInt32(truncatingIfNeeded: both >> UInt64(8 * index) & 0xFF)
    }
    func join(_ d: Int, _ c: Int, _ b: Int, _ a: Int) -> UInt32 {
      byte(d) << 24 | byte(c) << 16 | byte(b) << 8 | byte(a)
    }
    let s = Int(selector & 3)
    switch operation {
    case .permuteF4E: return join(s + 3, s + 2, s + 1, s)
    case .permuteB4E: return join((s + 5) & 7, (s + 6) & 7, (s + 7) & 7, s)
    case .permuteRC8: return join(s, s, s, s)
    case .permuteECL: return join(3, max(s, 2), max(s, 1), s)
    case .permuteECR: return join(min(s, 3), min(s, 2), min(s, 1), 0)
    case .permuteRC16:
      let half = (s & 1) * 2
      return join(half + 1, half, half + 1, half)
    default:
      var result: UInt32 = 0
      for index in 0..<4 {
        let choice = selector >> UInt32(4 * index) & 15
        var value = byte(Int(choice & 7))
        if choice & 8 != 0 { value = value & 0x80 != 0 ? 0xFF : 0 }
        result |= value << UInt32(8 * index)
      }
      return result
    }
  }
}
