import KernelLanguage

/// The memory behind a buffer on a GPU.
///
/// A class: it is freed when the last buffer that lies in it is gone.
final class GPUMemory: Sendable {
  let gpu: GPU
  private let memory: EngineMemory?
  /// Keeps what another library's memory belongs to.
  private let owner: (AnyObject & Sendable)?

  private init(gpu: GPU, memory: consuming EngineMemory?, owner: (AnyObject & Sendable)?) {
    self.gpu = gpu
    self.memory = memory
    self.owner = owner
  }

  /// Storage of `byteCount` bytes on `gpu` that hold nothing yet.
  static func storage(
    byteCount: Int, on gpu: GPU, name: String = "buffer"
  ) throws(DeviceError) -> BufferStorage {
    let memory = try gpu.engine.allocate(byteCount: byteCount, name: name)
    let address = memory.address
    return BufferStorage(
      device: DevicePlace(
        memory: GPUMemory(gpu: gpu, memory: memory, owner: nil), device: gpu, address: address,
        byteCount: byteCount))
  }

  /// Storage at `address`, which `owner` keeps.
  static func storage(
    at address: UInt64, byteCount: Int, on gpu: GPU, owner: (AnyObject & Sendable)?
  ) -> BufferStorage {
    BufferStorage(
      device: DevicePlace(
        memory: GPUMemory(gpu: gpu, memory: nil, owner: owner), device: gpu, address: address,
        byteCount: byteCount))
  }
}

extension BufferStorage {
  /// The GPU that the bytes are on.
  var gpu: GPU? { (device?.memory as? GPUMemory)?.gpu }

  /// The bytes, which are on a GPU, after all that it was given to do.
  func deviceBytes() throws(DeviceError) -> [UInt8] {
    guard let device, let gpu else { return [] }
    var failure: DeviceError?
    let bytes = [UInt8](unsafeUninitializedCapacity: device.byteCount) { bytes, count in
      do throws(DeviceError) {
        let all = UnsafeMutableRawBufferPointer(bytes)
        try gpu.engine.read(
          from: device.address,
          into: UnsafeMutableRawBufferPointer(rebasing: all[..<device.byteCount]))
        count = device.byteCount
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Replaces the bytes, which are on a GPU.
  func writeToDevice(_ bytes: [UInt8]) throws(DeviceError) {
    guard let device, let gpu else { return }
    let result = bytes.withUnsafeBytes { bytes in
      Result { () throws(DeviceError) in try gpu.engine.write(bytes, to: device.address) }
    }
    try result.get()
  }

  /// A copy of the bytes, which are on the host, in the memory of `gpu`; room only where nothing
  /// has been written.
  func copied(to gpu: GPU, name: String) throws(DeviceError) -> BufferStorage {
    let bytes = bytes
    let copy = try GPUMemory.storage(byteCount: bytes.count, on: gpu, name: name)
    if isInitialized { try copy.writeToDevice(bytes) }
    return copy
  }
}
