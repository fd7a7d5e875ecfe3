/// A part of a source text, in bytes from its start.
public struct SourceRange: Hashable, Sendable, BitwiseCopyable {
  /// The first byte.
  public var start: UInt32
  /// One more than the last byte.
  public var end: UInt32

  /// The bytes from `start` up to, but not including, `end`.
  public init(start: UInt32, end: UInt32) { (self.start, self.end) = (start, end) }

  /// The bytes from `start` up to, but not including, `end`.
  public init(_ start: Int, _ end: Int) {
    (self.start, self.end) = (UInt32(clamping: start), UInt32(clamping: end))
  }

  /// The range of something that stands in no text.
  public static let none = SourceRange(start: .max, end: .max)

  /// This stands in no text.
  public var isNone: Bool { start == .max }
}
