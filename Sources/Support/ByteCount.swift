/// A number of bytes as people write it, such as `64KiB`.
package struct ByteCount: Hashable, Sendable {
  /// The number.
  package let bytes: Int

  /// So many bytes.
  package init(_ bytes: Int) { self.bytes = bytes }

  /// The number that `text` writes: digits, with `KiB`, `MiB` or `GiB` behind them or nothing.
  package init?(_ text: String) {
    let units = [("KiB", 10), ("MiB", 20), ("GiB", 30)]
    let unit = units.first { text.hasSuffix($0.0) }
    guard let number = Int(text.dropLast(unit == nil ? 0 : 3)), number >= 0 else { return nil }
    let (bytes, isTooLarge) = number.multipliedReportingOverflow(by: 1 << (unit?.1 ?? 0))
    guard !isTooLarge else { return nil }
    self.bytes = bytes
  }
}
