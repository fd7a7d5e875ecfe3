/// The global memory that kernels work on: buffers at addresses far apart.
///
/// Every buffer has a slot of 2^40 bytes of its own and starts in the middle between the guards of
/// its neighbours, so an access outside of the buffer meant never reaches another one. Addresses
/// depend on nothing but the order in which buffers are added.
public struct Memory: Sendable {
  /// The base-two logarithm of the distance between the starts of buffers.
  static let slotBits: UInt64 = 40

  struct Buffer: Sendable {
    let name: String
    let base: UInt64
    /// How many bytes belong to the buffer.
    let count: Int
    /// The bytes of the buffer and those up to the end of its last granule.
    var bytes: [UInt8]
    /// Whether each byte was written; `nil` if all were.
    var isWritten: [Bool]?
  }

  var buffers: [Buffer] = []

  /// Buffers take whole multiples of this many bytes, and accesses to what is left of the last one
  /// are not noticed. With 1 every access past the end is an error.
  public let granularity: Int

  /// Memory without buffers.
  ///
  /// - Parameter granularity: 1 to notice every access outside of a buffer, or what an allocator
  ///   rounds sizes up to, such as 512, to behave as memory that came from it.
  public init(granularity: Int = 1) {
    precondition(granularity > 0, "memory is given out in whole bytes")
    self.granularity = granularity
  }

  /// Adds a buffer that holds `bytes`.
  ///
  /// - Parameters:
  ///   - name: what reports call the buffer, such as the name of the argument.
  ///   - isInitialized: whether reading the bytes before a program writes them is right.
  public mutating func add(
    _ bytes: [UInt8], name: String, isInitialized: Bool = true
  ) -> BufferID {
    let id = BufferID(index: buffers.count)
    let rest = (granularity - bytes.count % granularity) % granularity
    buffers.append(
      Buffer(
        name: name, base: UInt64(id.index + 1) << Self.slotBits, count: bytes.count,
        bytes: bytes + repeatElement(0, count: rest),
        isWritten: isInitialized ? nil : Array(repeating: false, count: bytes.count + rest)))
    return id
  }

  /// What the buffer holds now.
  public func bytes(of id: BufferID) -> [UInt8] {
    let buffer = buffers[id.index]
    return buffer.count == buffer.bytes.count ? buffer.bytes : Array(buffer.bytes[..<buffer.count])
  }

  /// Where the buffer starts; a multiple of 256.
  public func address(of id: BufferID) -> UInt64 { buffers[id.index].base }

  /// The buffer whose slot `address` falls into. The slot reaches as far before the buffer as
  /// behind it.
  @inline(__always)
  func slot(of address: UInt64) -> Int? {
    let slot = Int((address &+ 1 << (Self.slotBits - 1)) >> Self.slotBits) - 1
    return slot >= 0 && slot < buffers.count ? slot : nil
  }

  /// The buffer that holds the `width` bytes at `address`, and where in it they start; `nil` if
  /// none holds them all.
  @inline(__always)
  func locate(_ address: UInt64, width: Int) -> (buffer: Int, offset: Int)? {
    guard let slot = slot(of: address) else { return nil }
    let offset = Int(Int64(bitPattern: address &- buffers[slot].base))
    guard offset >= 0, offset + width <= buffers[slot].bytes.count else { return nil }
    return (slot, offset)
  }
}
