import CUDADriver
import Compiler
import IR
import PTX
import Support
import Synchronization

/// Compiles recorded kernels and runs the PTX on an NVIDIA GPU, one launch after the other.
///
/// A class, since cases on several threads share the device.
public final class CUDARunner: Sendable {
  private let context: Context
  private let stream: Stream
  private let target: PTXTarget
  private let sharedByteLimit: Int
  /// Launches are made one at a time, so that a fault belongs to its own case.
  private let turn = Mutex(())

  /// A runner on the GPU at `index`.
  ///
  /// - Throws: that there is no driver, or no such GPU.
  public init(device index: Int = 0) throws {
    let device = try Driver().device(index)
    let facts = try DeviceFacts(device)
    context = try Context(device)
    stream = try Stream(context)
    let (major, minor) = facts.computeCapability
    target = PTXTarget(10 * major + minor, isArchitectureSpecific: major >= 9)
    sharedByteLimit = facts.sharedBytesPerBlock
  }

  /// What the launch of `module`, as it was recorded, leaves in buffers that hold `before`.
  ///
  /// - Parameter granularity: what the sizes of buffers are rounded up to.
  func run(
    _ module: consuming Module, _ record: LaunchRecord, _ before: [[UInt8]], granularity: Int
  ) throws -> [[UInt8]] {
    let compiled = try CompiledLaunch(module, record, target: target)
    return try turn.withLock { _ in
      try launch(compiled, record, before, granularity: granularity)
    }
  }

  private func launch(
    _ compiled: CompiledLaunch, _ record: LaunchRecord, _ before: [[UInt8]], granularity: Int
  ) throws -> [[UInt8]] {
    let kernel = compiled.kernel
    let code = try LoadedModule(context, image: kernel.ptx)
    let function = try code.function(kernel.name)
    if kernel.sharedByteCount > sharedByteLimit {
      try function.set(.maximumDynamicSharedBytes, to: kernel.sharedByteCount)
    }
    // All buffers in one allocation, each at a multiple of what the allocator aligns to.
    let step = max(granularity, 512)
    var starts: [Int] = []
    var size = 0
    for bytes in before {
      starts.append(size)
      size += (bytes.count + step - 1) / step * step
    }
    let memory = try context.allocate(byteCount: max(size, 1))
    var image = [UInt8](repeating: 0, count: size)
    for (start, bytes) in zip(starts, before) {
      image.replaceSubrange(start..<(start + bytes.count), with: bytes)
    }
    let base = memory.address
    try image.withUnsafeBytes { try context.copy($0, to: base) }
    var addresses: [Int: UInt64] = [:]
    for (buffer, start) in zip(record.buffers, starts) {
      addresses[buffer.index] = base + UInt64(start)
    }
    try start(function, kernel, record, try compiled.parameters(addresses))
    try stream.synchronize()
    try image.withUnsafeMutableBytes { try context.copy(from: base, to: $0) }
    try memory.free()
    return zip(starts, before).map { start, bytes in Array(image[start..<(start + bytes.count)]) }
  }

  private func start(
    _ function: KernelFunction, _ kernel: CompiledKernel, _ record: LaunchRecord,
    _ parameters: [[UInt8]]
  ) throws {
    let launch = BlockLaunch(
      grid: .init(UInt32(record.grid[0]), UInt32(record.grid[1]), UInt32(record.grid[2])),
      block: .init(UInt32(32 * kernel.warpCount)),
      sharedByteCount: UInt32(kernel.sharedByteCount))
    // Each value in 8 bytes of its own, which is at least its alignment.
    var values = [UInt64](repeating: 0, count: max(parameters.count, 1))
    for (position, bytes) in parameters.enumerated() {
      for (index, byte) in bytes.enumerated() { values[position] |= UInt64(byte) << (8 * index) }
    }
    try values.withUnsafeMutableBytes { bytes in
      var pointers = parameters.indices.map { position in
        bytes.baseAddress.map { $0 + 8 * position }
      }
      try pointers.withUnsafeMutableBufferPointer {
        try function.launch(launch, on: stream, parameters: $0)
      }
    }
  }
}
