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
    var bytes: [UInt8]
    /// Whether each byte was written; `nil` if all were.
    var isWritten: [Bool]?
  }

  var buffers: [Buffer] = []

  /// Memory without buffers.
  public init() {}

  /// Adds a buffer that holds `bytes`.
  ///
  /// - Parameters:
  ///   - name: what reports call the buffer, such as the name of the argument.
  ///   - isInitialized: whether reading the bytes before a program writes them is right.
  public mutating func add(
    _ bytes: [UInt8], name: String, isInitialized: Bool = true
  ) -> BufferID {
    let id = BufferID(index: buffers.count)
    buffers.append(
      Buffer(
        name: name, base: UInt64(id.index + 1) << Self.slotBits, bytes: bytes,
        isWritten: isInitialized ? nil : Array(repeating: false, count: bytes.count)))
    return id
  }

  /// What the buffer holds now.
  public func bytes(of id: BufferID) -> [UInt8] { buffers[id.index].bytes }

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
