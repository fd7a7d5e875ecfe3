import Synchronization

/// Elements in memory that kernels read and write.
///
/// A reference: a kernel that is launched with a buffer changes what everybody sees who holds it.
/// Each access is one step; a launch works on all buffers it was given at once.
public final class Buffer<Element: TileElement>: Sendable {
  /// The memory that launches read and write, as bytes.
  @usableFromInline package let storage: BufferStorage

  /// How many elements there are.
  public let count: Int

  /// A buffer with a copy of `elements`.
  public init(_ elements: some Sequence<Element>) {
    var bytes: [UInt8] = []
    var count = 0
    for element in elements {
      bytes.append(element.tileBits, byteCount: Element.scalarType.byteWidth)
      count += 1
    }
    self.count = count
    storage = BufferStorage(bytes: bytes, isInitialized: true)
  }

  /// A buffer of `count` elements that hold nothing yet: to read one before a kernel wrote it is
  /// what a launch can check.
  public init(uninitialized count: Int) {
    precondition(count >= 0, "a buffer cannot have \(count) elements")
    self.count = count
    storage = BufferStorage(
      bytes: Array(repeating: 0, count: count * Element.scalarType.byteWidth),
      isInitialized: false)
  }

  /// A buffer of `count` elements that all are `element`.
  public convenience init(repeating element: Element, count: Int) {
    self.init(repeatElement(element, count: count))
  }

  /// The `count` elements that `storage` holds.
  package init(storage: BufferStorage, count: Int) {
    (self.storage, self.count) = (storage, count)
  }

  /// Whether the elements are in the memory of a device, where only kernels and copies reach them.
  public var isOnDevice: Bool { storage.device != nil }

  /// A copy of all elements.
  ///
  /// - Requires: the buffer is on the host.
  public var elements: [Element] {
    let width = Element.scalarType.byteWidth
    let bytes = storage.bytes
    return (0..<count).map { Element(tileBits: bytes.bits(at: $0 * width, byteCount: width)) }
  }

  /// The element at `index`.
  ///
  /// - Requires: the buffer is on the host.
  public subscript(index: Int) -> Element {
    get {
      precondition(index >= 0 && index < count, "buffer has no element \(index)")
      let width = Element.scalarType.byteWidth
      return Element(tileBits: storage.bytes.bits(at: index * width, byteCount: width))
    }
    set {
      precondition(index >= 0 && index < count, "buffer has no element \(index)")
      let width = Element.scalarType.byteWidth
      storage.replace(at: index * width, with: newValue.tileBits, byteCount: width)
    }
  }

  /// Fills the buffer with `elements`, of which there must be as many as it has.
  ///
  /// - Requires: the buffer is on the host.
  public func assign(_ elements: [Element]) {
    precondition(
      elements.count == count, "buffer has \(count) elements, not \(elements.count)")
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count * Element.scalarType.byteWidth)
    for element in elements {
      bytes.append(element.tileBits, byteCount: Element.scalarType.byteWidth)
    }
    storage.assign(bytes)
  }
}

extension Buffer: ExpressibleByArrayLiteral {
  /// A buffer with the elements of a literal such as `[1, 2, 3]`.
  public convenience init(arrayLiteral elements: Element...) { self.init(elements) }
}

extension [UInt8] {
  fileprivate mutating func append(_ bits: UInt64, byteCount: Int) {
    for byte in 0..<byteCount { append(UInt8(truncatingIfNeeded: bits >> UInt64(8 * byte))) }
  }

  fileprivate func bits(at offset: Int, byteCount: Int) -> UInt64 {
    (0..<byteCount).reduce(0) { $0 | UInt64(self[offset + $1]) << UInt64(8 * $1) }
  }
}
