/// The shared memory of a block: which bytes operations pass tiles through.
///
/// What an operation takes is free again behind it. Small parts follow each other in a ring, so that
/// one operation need not wait until all threads are done with what the one before left.
package struct SharedMemoryPlan: Sendable {
  /// How many bytes a block needs.
  private(set) var byteCount = 0
  private var next = 0

  /// Parts start at a multiple of so many bytes.
  static let alignment = 16
  /// How many bytes the ring has, unless one part is larger: 64 for each thread, which are 128 KB for
  /// the 2,048 threads that a multiprocessor of sm_90 has at most, of its 256 KB for this and caches.
  private let ringByteCount: Int

  /// A plan for blocks of `threadCount` threads.
  init(threadCount: Int) { ringByteCount = 64 * threadCount }

  /// A part of `count` bytes for one operation.
  mutating func allocate(_ count: Int) -> Range<Int> {
    let size = (count + Self.alignment - 1) / Self.alignment * Self.alignment
    if next + size > max(byteCount, ringByteCount) { next = 0 }
    let part = next..<(next + count)
    next += size
    byteCount = max(byteCount, part.lowerBound + size)
    return part
  }

  /// Parts of `counts` bytes for one operation, which do not overlap.
  mutating func allocate(_ counts: [Int]) -> [Range<Int>] {
    let sizes = counts.map { ($0 + Self.alignment - 1) / Self.alignment * Self.alignment }
    var start = allocate(sizes.reduce(0, +)).lowerBound
    return zip(counts, sizes).map { count, size in
      defer { start += size }
      return start..<(start + count)
    }
  }
}
