/// Values in a row of bytes that says of each how long it is.
///
/// The same values always give the same bytes and different ones different bytes, so that the bytes
/// can be hashed: `"ab", "c"` and `"a", "bc"` differ.
struct RecordWriter {
  /// What was written so far.
  private(set) var bytes: [UInt8] = []

  /// Writes a number, in eight bytes with the lowest first.
  mutating func write(_ number: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  /// Writes a number that is not negative.
  mutating func write(count: Int) {
    precondition(count >= 0, "records hold no negative numbers")
    write(UInt64(count))
  }

  /// Writes bytes.
  mutating func write(_ content: [UInt8]) {
    write(count: content.count)
    bytes += content
  }

  /// Writes text.
  mutating func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes a choice between two things.
  mutating func write(_ choice: Bool) { write(choice ? 1 as UInt64 : 0) }

  /// Writes how many elements there are, then each with `writeElement`.
  mutating func write<Element>(
    _ elements: [Element], _ writeElement: (inout RecordWriter, Element) -> Void
  ) {
    write(count: elements.count)
    for element in elements { writeElement(&self, element) }
  }
}
