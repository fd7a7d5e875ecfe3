import IR

/// Compares the bytes that a launch left with those that were recorded.
struct BufferComparison {
  let format: ElementFormat
  let tolerance: Tolerance

  /// What the first differing element is, in words; `nil` if the buffers agree.
  func firstDifference(found: [UInt8], expected: [UInt8]) -> String? {
    if found == expected { return nil }
    guard found.count == expected.count else {
      return "has \(found.count) bytes, expected \(expected.count)"
    }
    let width = format.scalar.byteWidth
    let count = expected.count / width
    let largest = tolerance.absolute > 0 ? largestMagnitude(of: expected, count: count) : 0
    for index in 0..<count {
      let (a, b) = (bits(of: found, at: index), bits(of: expected, at: index))
      if a != b, !agrees(a, b, largest: largest) {
        return "element \(index) is \(text(a)), expected \(text(b))"
      }
    }
    // Bytes behind the last whole element belong to no element and must not change.
    let rest = count * width
    return found[rest...] == expected[rest...] ? nil : "byte \(rest) differs"
  }

  private func agrees(_ found: UInt64, _ expected: UInt64, largest: Double) -> Bool {
    guard format.scalar.isFloat else { return false }
    let (a, b) = (format.value(of: found), format.value(of: expected))
    if a.isNaN || b.isNaN { return a.isNaN && b.isNaN }
    if a == b { return true }
    guard a.isFinite, b.isFinite else { return false }
    return abs(a - b) <= max(tolerance.relative * abs(b), tolerance.absolute * largest)
  }

  private func largestMagnitude(of bytes: [UInt8], count: Int) -> Double {
    var largest = 0.0
    for index in 0..<count {
      let value = abs(format.value(of: bits(of: bytes, at: index)))
      if value.isFinite { largest = max(largest, value) }
    }
    return largest
  }

  private func bits(of bytes: [UInt8], at index: Int) -> UInt64 {
    let width = format.scalar.byteWidth
    return (0..<width).reduce(0) { $0 | UInt64(bytes[index * width + $1]) << UInt64(8 * $1) }
  }

  private func text(_ bits: UInt64) -> String {
    if format.scalar.isFloat { return "\(format.value(of: bits))" }
    return format.isUnsigned ? "\(bits)" : "\(bits.signExtended(from: format.scalar.bitWidth))"
  }
}
