/// Takes apart what a `RecordWriter` wrote, and trusts none of it.
struct RecordReader {
  /// The bytes are not what a writer leaves.
  struct Fault: Error, Hashable {}

  private let bytes: [UInt8]
  private var position = 0

  /// A reader of all of `bytes`.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private var rest: Int { bytes.count - position }

  /// A number.
  mutating func number() throws(Fault) -> UInt64 {
    guard rest >= 8 else { throw Fault() }
    var number: UInt64 = 0
    for index in 0..<8 { number |= UInt64(bytes[position + index]) << UInt64(8 * index) }
    position += 8
    return number
  }

  /// A number in `range`.
  mutating func number(in range: ClosedRange<Int>) throws(Fault) -> Int {
    guard let number = Int(exactly: try number()), range.contains(number) else { throw Fault() }
    return number
  }

  /// Bytes.
  mutating func content() throws(Fault) -> [UInt8] {
    let count = try number(in: 0...Int.max)
    guard count <= rest else { throw Fault() }
    defer { position += count }
    return Array(bytes[position..<position + count])
  }

  /// Text in UTF-8.
  mutating func text() throws(Fault) -> String {
    guard let text = String(validating: try content(), as: UTF8.self) else { throw Fault() }
    return text
  }

  /// A choice between two things.
  mutating func choice() throws(Fault) -> Bool { try number(in: 0...1) == 1 }

  /// As many elements as the record says, each read by `element`.
  ///
  /// - Requires: an element takes a byte or more, so that a false count ends at the end of the
  ///   bytes.
  mutating func list<Element>(
    _ element: (inout RecordReader) throws(Fault) -> Element
  ) throws(Fault) -> [Element] {
    let count = try number(in: 0...rest)
    var elements: [Element] = []
    for _ in 0..<count { elements.append(try element(&self)) }
    return elements
  }

  /// Sees to it that nothing is left.
  func finish() throws(Fault) {
    guard rest == 0 else { throw Fault() }
  }
}
