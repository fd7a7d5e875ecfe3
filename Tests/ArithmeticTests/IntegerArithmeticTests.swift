import Arithmetic
import RandomTesting
import Testing

private typealias Integers = IntegerArithmetic

/// Compares one operation on all pairs of 8 and 4 bits with an operation on plain integers.
private func check(
  _ name: String, signed: Bool, _ operation: (UInt64, UInt64, Int) -> UInt64,
  against expected: (Int, Int, Int) -> Int?
) {
  var wrong: [String] = []
  for width in [1, 4, 8] {
    let count = 1 << width
    func value(_ bits: Int) -> Int { signed && bits >= count / 2 ? bits - count : bits }
    for lhs in 0..<count {
      for rhs in 0..<count {
        guard let result = expected(value(lhs), value(rhs), width) else { continue }
        let found = operation(UInt64(lhs), UInt64(rhs), width)
        if found != UInt64(result & (count - 1)) { wrong.append("\(lhs) \(rhs) i\(width)") }
      }
    }
  }
  #expect(wrong.isEmpty, "\(name): \(wrong.prefix(4))")
}

@Test func sumsProductsAndBitsAgreeWithPlainIntegers() {
  check("add", signed: true) {
    Integers.add($0, $1, width: $2)
  } against: { l, r, _ in
    l + r
  }
  check("subtract", signed: true) {
    Integers.subtract($0, $1, width: $2)
  } against: { l, r, _ in
    l - r
  }
  check("multiply", signed: true) {
    Integers.multiply($0, $1, width: $2)
  } against: { l, r, _ in
    l * r
  }
  check("mulhi", signed: true) {
    Integers.multiplyHighSigned($0, $1, width: $2)
  } against: {
    l, r, width in
    (l * r) >> width
  }
  check("umulhi", signed: false) {
    Integers.multiplyHighUnsigned($0, $1, width: $2)
  } against: {
    l, r, width in
    (l * r) >> width
  }
  check("and", signed: false) { l, r, _ in
    Integers.and(l, r)
  } against: { l, r, _ in
    l & r
  }
  check("or", signed: false) { l, r, _ in
    Integers.or(l, r)
  } against: { l, r, _ in
    l | r
  }
  check("xor", signed: false) { l, r, _ in
    Integers.xor(l, r)
  } against: { l, r, _ in
    l ^ r
  }
  check("min", signed: true) {
    Integers.minimumSigned($0, $1, width: $2)
  } against: { l, r, _ in
    min(l, r)
  }
  check("max", signed: true) {
    Integers.maximumSigned($0, $1, width: $2)
  } against: { l, r, _ in
    max(l, r)
  }
  check("umin", signed: false) { l, r, _ in
    Integers.minimumUnsigned(l, r)
  } against: { l, r, _ in
    min(l, r)
  }
  check("umax", signed: false) { l, r, _ in
    Integers.maximumUnsigned(l, r)
  } against: { l, r, _ in
    max(l, r)
  }
  check("abs", signed: true) { l, _, w in
    Integers.absolute(l, width: w)
  } against: { l, _, _ in
    abs(l)
  }
}

@Test func divisionTruncatesAndReportsWhatHasNoMeaning() {
  check("div", signed: true) {
    Integers.divideSigned($0, $1, width: $2).bits
  } against: {
    l, r, _ in
    r == 0 ? nil : l / r
  }
  check("rem", signed: true) {
    Integers.remainderSigned($0, $1, width: $2).bits
  } against: {
    l, r, _ in
    r == 0 ? nil : l % r
  }
  check("udiv", signed: false) {
    Integers.divideUnsigned($0, $1, width: $2).bits
  } against: {
    l, r, _ in
    r == 0 ? nil : l / r
  }
  check("urem", signed: false) {
    Integers.remainderUnsigned($0, $1, width: $2).bits
  } against: {
    l, r, _ in
    r == 0 ? nil : l % r
  }
  for width in [8, 16, 32, 64] {
    let (all, least) = (Integers.mask(width), Integers.signedMinimum(width))
    let byZero = IntegerQuotient(bits: all, fault: .divisionByZero)
    #expect(Integers.divideSigned(5, 0, width: width) == byZero)
    #expect(Integers.divideUnsigned(5, 0, width: width) == byZero)
    #expect(Integers.remainderSigned(5, 0, width: width) == byZero)
    #expect(Integers.remainderUnsigned(5, 0, width: width) == byZero)
    #expect(
      Integers.divideSigned(least, all, width: width)
        == IntegerQuotient(bits: least, fault: .overflow))
    #expect(
      Integers.remainderSigned(least, all, width: width)
        == IntegerQuotient(bits: 0, fault: .overflow))
    #expect(Integers.divideSigned(7, 2, width: width) == IntegerQuotient(bits: 3))
  }
}

@Test func shiftsByTheWidthOrMoreMoveEveryBitOut() {
  check("shl", signed: false) {
    Integers.shiftLeft($0, by: $1, width: $2)
  } against: { l, r, w in
    r >= w ? 0 : l << r
  }
  check("shru", signed: false) {
    Integers.shiftRightUnsigned($0, by: $1, width: $2)
  } against: { l, r, w in
    r >= w ? 0 : l >> r
  }
  for width in [1, 4, 8, 16, 32, 64] {
    let least = Integers.signedMinimum(width)
    for amount in [UInt64(width), UInt64(width) + 1, .max] {
      #expect(Integers.shiftLeft(1, by: amount, width: width) == 0)
      #expect(Integers.shiftRightUnsigned(least, by: amount, width: width) == 0)
      #expect(Integers.shiftRightSigned(least, by: amount, width: width) == Integers.mask(width))
    }
    #expect(Integers.shiftRightSigned(least, by: 0, width: width) == least)
  }
  #expect(Integers.shiftRightSigned(0x90, by: 3, width: 8) == 0xF2)
}

@Test func comparisonsReadTheSignWhenTheySaySo() {
  let expected: [(IntegerPredicate, (Int, Int) -> Bool, signed: Bool)] = [
    (.equal, { $0 == $1 }, false), (.notEqual, { $0 != $1 }, false),
    (.signedLess, { $0 < $1 }, true), (.signedLessOrEqual, { $0 <= $1 }, true),
    (.signedGreater, { $0 > $1 }, true), (.signedGreaterOrEqual, { $0 >= $1 }, true),
    (.unsignedLess, { $0 < $1 }, false), (.unsignedLessOrEqual, { $0 <= $1 }, false),
    (.unsignedGreater, { $0 > $1 }, false), (.unsignedGreaterOrEqual, { $0 >= $1 }, false),
  ]
  #expect(expected.map(\.0) == IntegerPredicate.allCases)
  for (predicate, relation, signed) in expected {
    check("\(predicate)", signed: signed) {
      Integers.compare(predicate, $0, $1, width: $2) ? 1 : 0
    } against: { lhs, rhs, _ in
      relation(lhs, rhs) ? 1 : 0
    }
  }
}

@Test func overflowIsWhatDoesNotFit() {
  func fits(_ value: Int, _ width: Int, signed: Bool) -> Bool {
    signed
      ? value >= -(1 << (width - 1)) && value < 1 << (width - 1) : value >= 0 && value < 1 << width
  }
  check("sadd", signed: true) {
    Integers.addOverflowsSigned($0, $1, width: $2) ? 0 : 1
  } against: {
    fits($0 + $1, $2, signed: true) ? 1 : 0
  }
  check("uadd", signed: false) {
    Integers.addOverflowsUnsigned($0, $1, width: $2) ? 0 : 1
  } against: {
    fits($0 + $1, $2, signed: false) ? 1 : 0
  }
  check("ssub", signed: true) {
    Integers.subtractOverflowsSigned($0, $1, width: $2) ? 0 : 1
  } against: {
    fits($0 - $1, $2, signed: true) ? 1 : 0
  }
  check("usub", signed: false) { l, r, _ in
    Integers.subtractOverflowsUnsigned(l, r) ? 0 : 1
  } against: {
    fits($0 - $1, $2, signed: false) ? 1 : 0
  }
  check("smul", signed: true) {
    Integers.multiplyOverflowsSigned($0, $1, width: $2) ? 0 : 1
  } against: {
    fits($0 * $1, $2, signed: true) ? 1 : 0
  }
  check("umul", signed: false) {
    Integers.multiplyOverflowsUnsigned($0, $1, width: $2) ? 0 : 1
  } against: {
    fits($0 * $1, $2, signed: false) ? 1 : 0
  }
  #expect(Integers.addOverflowsSigned(0x7FFF_FFFF_FFFF_FFFF, 1, width: 64))
  #expect(Integers.multiplyOverflowsUnsigned(1 << 32, 1 << 32, width: 64))
  #expect(!Integers.multiplyOverflowsSigned(1 << 31, 1 << 31, width: 64))
}

@Test func wideIntegersAgreeWithTheStandardLibrary() {
  var generator = SplitMix(seed: 7)
  for _ in 0..<20_000 {
    let (lhs, rhs) = (generator.pattern(width: 64), generator.pattern(width: 64))
    let (left, right) = (Int64(bitPattern: lhs), Int64(bitPattern: rhs))
    #expect(
      Integers.multiplyHighUnsigned(lhs, rhs, width: 64) == lhs.multipliedFullWidth(by: rhs).high)
    #expect(
      Integers.multiplyHighSigned(lhs, rhs, width: 64)
        == UInt64(bitPattern: left.multipliedFullWidth(by: right).high))
    let (low, other) = (lhs & 0xFFFF_FFFF, rhs & 0xFFFF_FFFF)
    let product = Int64(Int32(truncatingIfNeeded: low)) * Int64(Int32(truncatingIfNeeded: other))
    #expect(
      Integers.multiplyHighSigned(low, other, width: 32)
        == UInt64(UInt32(truncatingIfNeeded: product >> 32)))
    #expect(Integers.multiplyHighUnsigned(low, other, width: 32) == (low * other) >> 32)
    #expect(
      Integers.signExtend(low, from: 32, to: 64)
        == UInt64(bitPattern: Int64(Int32(truncatingIfNeeded: low))))
    #expect(Integers.leadingZeros(low, width: 32) == UInt64(UInt32(low).leadingZeroBitCount))
    #expect(Integers.populationCount(lhs) == UInt64(lhs.nonzeroBitCount))
    var reversed: UInt64 = 0
    for position in 0..<32 as Range<UInt64> where low >> position & 1 == 1 {
      reversed |= 1 << (31 - position)
    }
    #expect(Integers.reverseBits(low, width: 32) == reversed)
    #expect(Integers.reverseBits(Integers.reverseBits(lhs, width: 64), width: 64) == lhs)
  }
  #expect(Integers.findFirstSet(0) == 0 && Integers.findFirstSet(8) == 4)
  #expect(Integers.leadingZeros(0, width: 16) == 16)
  #expect(Integers.permuteBytes(0x3322_1100, 0x7766_5544, selector: 0x7531) == 0x7755_3311)
  #expect(Integers.permuteBytes(0x0080_7F00, 0, selector: 0xFA92) == 0x00FF_0080)
}
