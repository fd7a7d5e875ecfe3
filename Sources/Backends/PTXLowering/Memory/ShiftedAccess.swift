import IR

/// Elements side by side that are read in parts of half their size, or of a word, and one part more,
/// because they start anywhere.
struct ShiftedAccess {
  /// The elements that are wanted.
  let whole: PackedAccess
  /// The elements of a part, which starts at a multiple of its size.
  let part: PackedAccess

  /// An access to `count` elements, a power of two; `nil` if a part would be no more than an element.
  init?(element: ElementType, count: Int) {
    let size = element.byteWidth
    let partBytes = max(PackedAccess.wordBytes, count * size / 2)
    guard partBytes > size, count * size >= PackedAccess.wordBytes else { return nil }
    whole = PackedAccess(element: element, count: count)
    part = PackedAccess(element: element, count: partBytes / size)
  }

  /// How many bytes all elements have.
  var byteCount: Int64 { Int64(whole.byteCount) }

  /// How many bytes a part has.
  var partBytes: Int64 { Int64(part.byteCount) }
}
