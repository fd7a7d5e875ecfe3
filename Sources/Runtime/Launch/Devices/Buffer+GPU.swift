import KernelLanguage

extension Buffer {
  /// A buffer of `count` elements in the memory of `gpu` that hold nothing yet.
  public convenience init(uninitialized count: Int, on gpu: GPU) throws(DeviceError) {
    precondition(count >= 0, "a buffer cannot have \(count) elements")
    self.init(
      storage: try GPUMemory.storage(
        byteCount: count * Element.scalarType.byteWidth, on: gpu), count: count)
  }

  /// A buffer of `count` elements at `address` in the memory of `gpu`, which another library made.
  ///
  /// - Parameter owner: is kept for as long as the buffer is there.
  /// - Requires: the memory lives as long as `owner`, or as the buffer if there is none.
  public convenience init(
    at address: UInt64, count: Int, on gpu: GPU, owner: (AnyObject & Sendable)? = nil
  ) {
    precondition(count >= 0, "a buffer cannot have \(count) elements")
    self.init(
      storage: GPUMemory.storage(
        at: address, byteCount: count * Element.scalarType.byteWidth, on: gpu, owner: owner),
      count: count)
  }

  /// The GPU whose memory the elements are in; `nil` if they are on the host.
  public var gpu: GPU? { storage.gpu }

  /// A copy in the memory of `gpu`. A copy from one GPU to another goes over the host.
  public func copied(to gpu: GPU) throws(DeviceError) -> Buffer {
    let host = isOnDevice ? try copiedToHost().storage : storage
    return Buffer(storage: try host.copied(to: gpu, name: "buffer"), count: count)
  }

  /// A copy in the memory of the host, after all that the GPU was given to do.
  public func copiedToHost() throws(DeviceError) -> Buffer {
    let bytes = try isOnDevice ? storage.deviceBytes() : storage.bytes
    return Buffer(
      storage: BufferStorage(bytes: bytes, isInitialized: storage.isInitialized), count: count)
  }

  /// A copy of all elements, wherever they are, after all that their GPU was given to do.
  public func elementsOnHost() throws(DeviceError) -> [Element] {
    try isOnDevice ? copiedToHost().elements : elements
  }

  /// A copy of the elements in `range`, wherever they are, after all that their GPU was given to do.
  ///
  /// - Requires: the buffer has these elements.
  public func elementsOnHost(in range: Range<Int>) throws(DeviceError) -> [Element] {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= count, "buffer has \(count) elements")
    guard let gpu, let place = storage.device else { return Array(elements[range]) }
    let width = Element.scalarType.byteWidth
    let part = Buffer(
      at: place.address + UInt64(range.lowerBound * width), count: range.count, on: gpu)
    return try part.elementsOnHost()
  }

  /// Fills the buffer with the elements of `other`, which has as many; both may be anywhere.
  public func copyElements(from other: Buffer) throws(DeviceError) {
    precondition(other.count == count, "buffer has \(count) elements, not \(other.count)")
    let bytes = try other.isOnDevice ? other.storage.deviceBytes() : other.storage.bytes
    guard let gpu else { return storage.assign(bytes) }
    // What is under way may still read the elements.
    try gpu.synchronize()
    try storage.writeToDevice(bytes)
  }
}
