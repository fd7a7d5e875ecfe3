import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The global memory of an emulated device: allocations far apart in 64 bits of addresses.
///
/// A class because kernels, blocks on several threads and the caller share it. Blocks may run in
/// parallel; allocating and freeing while a kernel runs is not allowed.
package final class EmulatedMemory: @unchecked Sendable {
  /// One allocation. Its bytes are pages of the host that cost nothing until they are touched.
  struct Allocation {
    var name: String
    var extent: Extent
    var address: UInt64 { extent.address }
    var byteCount: Int { extent.byteCount }
    var isConstant: Bool { extent.isConstant }
    var bytes: UnsafeMutableRawPointer { extent.bytes }
    var marks: UnsafeMutablePointer<UInt8> { extent.marks }
    var end: UInt64 { address + UInt64(byteCount) }
  }

  /// Where an allocation lies.
  struct Extent: BitwiseCopyable {
    var address: UInt64
    var byteCount: Int
    var isConstant: Bool
    /// The bytes.
    var bytes: UnsafeMutableRawPointer
    /// For each byte one that says whether it was written: 1 or 0.
    var marks: UnsafeMutablePointer<UInt8>
  }

  /// The allocations by address.
  private(set) var allocations: [Allocation] = []
  /// Allocations that were given back, for reports.
  private var freed: [(address: UInt64, byteCount: Int, name: String)] = []
  private var next: UInt64 = 0x0001_0000_0000_0000
  /// Addresses of the variables of programs, by the programs' numbers.
  var variables: [Int: [String: UInt64]] = [:]
  private let stripes: [Stripe]

  private final class Stripe: Sendable { let mutex = Mutex(()) }

  /// How much room lies between two allocations: an offset that is wrong by any 32-bit number of
  /// elements of 16 bytes stays outside the neighbours.
  private static let guardSize: UInt64 = 1 << 36

  /// Memory without allocations.
  package init() { stripes = (0..<64).map { _ in Stripe() } }

  deinit { for allocation in allocations { Self.release(allocation) } }

  /// Reserves `byteCount` bytes at a multiple of `alignment`, which is a power of two, and returns
  /// their address.
  ///
  /// - Throws: The host has no room for so many addresses.
  package func allocate(
    byteCount: Int, alignment: Int = 256, name: String
  ) throws(EmulatedMemoryError) -> UInt64 {
    try allocate(byteCount: byteCount, alignment: alignment, name: name, isConstant: false)
  }

  func allocate(
    byteCount: Int, alignment: Int, name: String, isConstant: Bool
  ) throws(EmulatedMemoryError) -> UInt64 {
    let step = UInt64(max(alignment, 1))
    let address = (next + step - 1) / step * step
    guard let bytes = Self.reserve(byteCount) else {
      throw EmulatedMemoryError(name: name, byteCount: byteCount)
    }
    guard let marks = Self.reserve(byteCount) else {
      munmap(bytes, Self.mappedSize(byteCount))
      throw EmulatedMemoryError(name: name, byteCount: byteCount)
    }
    allocations.append(
      Allocation(
        name: name,
        extent: Extent(
          address: address, byteCount: byteCount, isConstant: isConstant, bytes: bytes,
          marks: marks.assumingMemoryBound(to: UInt8.self))))
    next = address + UInt64(byteCount) + Self.guardSize
    return address
  }

  /// Gives back the allocation at `address`; says whether there was one.
  @discardableResult
  package func free(_ address: UInt64) -> Bool {
    guard let index = allocations.firstIndex(where: { $0.address == address }) else { return false }
    let allocation = allocations.remove(at: index)
    freed.append((allocation.address, allocation.byteCount, allocation.name))
    Self.release(allocation)
    return true
  }

  /// Writes `bytes` at `address` and marks them as written.
  ///
  /// - Requires: They lie in one allocation.
  package func write(_ bytes: [UInt8], at address: UInt64) {
    guard let (allocation, offset) = place(of: address, byteCount: bytes.count) else {
      preconditionFailure("no allocation holds \(bytes.count) bytes at \(address)")
    }
    bytes.withUnsafeBytes { source in
      guard let start = source.baseAddress else { return }
      allocation.bytes.advanced(by: offset).copyMemory(from: start, byteCount: source.count)
    }
    allocation.marks.advanced(by: offset).update(repeating: 1, count: bytes.count)
  }

  /// The `count` bytes at `address`, zero where nothing was written.
  ///
  /// - Requires: They lie in one allocation.
  package func read(at address: UInt64, count: Int) -> [UInt8] {
    guard let (allocation, offset) = place(of: address, byteCount: count) else {
      preconditionFailure("no allocation holds \(count) bytes at \(address)")
    }
    return Array(UnsafeRawBufferPointer(start: allocation.bytes + offset, count: count))
  }

  /// Whether each of the `count` bytes at `address` was written.
  ///
  /// - Requires: They lie in one allocation.
  package func isWritten(at address: UInt64, count: Int) -> [Bool] {
    guard let (allocation, offset) = place(of: address, byteCount: count) else {
      preconditionFailure("no allocation holds \(count) bytes at \(address)")
    }
    return (0..<count).map { allocation.marks[offset + $0] != 0 }
  }

  private func place(of address: UInt64, byteCount: Int) -> (Allocation, Int)? {
    guard let index = index(of: address) else { return nil }
    let allocation = allocations[index]
    let offset = Int(address - allocation.address)
    return offset + byteCount <= allocation.byteCount ? (allocation, offset) : nil
  }

  /// The allocation that `address` lies in or at the end of.
  func index(of address: UInt64) -> Int? {
    var (low, high) = (0, allocations.count)
    while low < high {
      let middle = (low + high) / 2
      if allocations[middle].address <= address { low = middle + 1 } else { high = middle }
    }
    guard low > 0, address <= allocations[low - 1].end else { return nil }
    return low - 1
  }

  /// Runs `body` while no other thread runs one for the same 16 bytes.
  func exclusively<Result>(at address: UInt64, _ body: () -> Result) -> Result {
    stripes[Int(address >> 4 & 63)].mutex.withLock { _ in body() }
  }

  /// Where `address` lies relative to the allocation nearest to it, for a report.
  func describe(_ address: UInt64) -> String {
    for (start, count, name) in freed where address >= start && address - start < UInt64(count) {
      return "in '\(name)', which was freed"
    }
    let after = allocations.first { $0.address > address }
    let before = allocations.last { $0.address <= address }
    if let before, address < before.end {
      return "\(address - before.address) bytes into '\(before.name)' of \(before.byteCount) bytes"
    }
    let distance = before.map { address - $0.end } ?? .max
    if let after, after.address - address < distance {
      return "\(after.address - address) bytes before '\(after.name)' of \(after.byteCount) bytes"
    }
    if let before {
      return "\(distance) bytes after '\(before.name)' of \(before.byteCount) bytes"
    }
    return "there are no allocations"
  }
}

extension EmulatedMemory {
  private static func mappedSize(_ byteCount: Int) -> Int { max(byteCount, 1) + 64 }

  /// Pages for `byteCount` bytes and 64 more, so that a wide read at the end stays inside.
  private static func reserve(_ byteCount: Int) -> UnsafeMutableRawPointer? {
    #if canImport(Glibc)
      let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
    #else
      let flags = MAP_PRIVATE | MAP_ANON | MAP_NORESERVE
    #endif
    let pages = mmap(nil, mappedSize(byteCount), PROT_READ | PROT_WRITE, flags, -1, 0)
    return pages == MAP_FAILED ? nil : pages
  }

  private static func release(_ allocation: Allocation) {
    munmap(allocation.bytes, mappedSize(allocation.byteCount))
    munmap(allocation.marks, mappedSize(allocation.byteCount))
  }
}
