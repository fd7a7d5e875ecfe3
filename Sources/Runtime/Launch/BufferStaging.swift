import KernelLanguage
import Support

/// The buffers of one launch: where each is on the GPU, and the copies of those that are not there.
struct BufferStaging {
  private let call: KernelCall
  private let gpu: GPU
  private var copies: [(host: BufferStorage, device: BufferStorage)] = []

  /// Looks where the buffers of `call` are, and copies those on the host to `gpu` if `mayCopy`.
  init(_ call: KernelCall, on gpu: GPU, mayCopy: Bool) throws(KernelError) {
    (self.call, self.gpu) = (call, gpu)
    for argument in call.arguments {
      switch argument.value {
      case .none, .number: continue
      case .buffer(let storage, _): try add(storage, argument.name, mayCopy)
      case .tensor(let tensor): try add(tensor.storage, argument.name, mayCopy)
      }
    }
  }

  /// The address of the first byte of `storage` on the GPU.
  func address(of storage: BufferStorage) -> UInt64 {
    if let device = storage.device { return device.address }
    return copies.first { $0.host === storage }?.device.device?.address ?? 0
  }

  /// Waits for the kernel and copies back what it wrote, if anything was copied.
  mutating func finish(_ stream: EngineStream) throws(DeviceError) {
    if copies.isEmpty { return }
    try stream.synchronize()
    var results: [(host: BufferStorage, bytes: [UInt8])] = []
    for (host, device) in copies {
      results.append((host, try device.deviceBytes()))
    }
    // All or nothing: a copy that fails leaves every buffer as it was.
    for (host, bytes) in results { host.assign(bytes) }
  }

  private mutating func add(
    _ storage: BufferStorage, _ name: String, _ mayCopy: Bool
  ) throws(KernelError) {
    if storage.device != nil {
      guard let other = storage.gpu, other !== gpu else { return }
      throw call.error(
        "argument '\(name)' is in the memory of \(other.name), but the kernel is launched on "
          + "\(gpu.name == other.name ? "the same device opened another time" : gpu.name)")
    }
    guard mayCopy else {
      throw call.error(
        "argument '\(name)' is in the memory of the host, but a launch on a stream takes buffers "
          + "in the memory of \(gpu.name)")
    }
    // A buffer that is passed twice is there once.
    if copies.contains(where: { $0.host === storage }) { return }
    do throws(DeviceError) {
      copies.append((storage, try storage.copied(to: gpu, name: name)))
    } catch {
      throw call.error("argument '\(name)' cannot be copied: \(error)")
    }
  }
}
