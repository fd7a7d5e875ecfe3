import Compiler
import PTX

/// What runs compiled kernels, in one way for all of them: a GPU, or the emulator of one.
///
/// A launch, a buffer and a stream ask it and do not ask which it is.
package enum Engine: Sendable {
  /// A GPU behind NVIDIA's driver.
  case cuda(CUDAEngine)
  /// The emulator.
  case emulator(EmulatorEngine)

  /// What messages call it: `GPU 0 (NVIDIA H200)`.
  var name: String {
    switch self {
    case .cuda(let engine): engine.name
    case .emulator(let engine): engine.name
    }
  }

  /// The machine that kernels are compiled for.
  var target: PTXTarget {
    switch self {
    case .cuda(let engine): engine.target
    case .emulator(let engine): engine.target
    }
  }

  /// What it allows in one launch.
  var limits: DeviceLimits {
    switch self {
    case .cuda(let engine): engine.limits
    case .emulator(let engine): engine.limits
    }
  }

  /// Memory for `byteCount` bytes that hold nothing yet; `name` is for reports.
  func allocate(byteCount: Int, name: String) throws(DeviceError) -> EngineMemory {
    switch self {
    case .cuda(let engine): .cuda(try engine.allocate(byteCount: byteCount))
    case .emulator(let engine):
      .emulator(EmulatorMemory(engine, try engine.allocate(byteCount: byteCount, name: name)))
    }
  }

  /// Copies `bytes` to `address`, and returns when they are there.
  func write(_ bytes: UnsafeRawBufferPointer, to address: UInt64) throws(DeviceError) {
    switch self {
    case .cuda(let engine): try engine.write(bytes, to: address)
    case .emulator(let engine): engine.write(bytes, to: address)
    }
  }

  /// Copies as many bytes as `bytes` has from `address`, after all that the device was given to do.
  func read(
    from address: UInt64, into bytes: UnsafeMutableRawBufferPointer
  ) throws(DeviceError) {
    switch self {
    case .cuda(let engine): try engine.read(from: address, into: bytes)
    case .emulator(let engine): engine.read(from: address, into: bytes)
    }
  }

  /// Loads `kernel`, for which `image` is what the assembler made of it.
  func load(_ kernel: CompiledKernel, image: [UInt8]) throws(DeviceError) -> EngineCode {
    switch self {
    case .cuda(let engine): .cuda(try engine.load(kernel, image: image))
    case .emulator(let engine): .emulator(try engine.load(kernel, image: image))
    }
  }

  /// A new stream.
  func makeStream(takesGraphs: Bool = true) throws(DeviceError) -> EngineStream {
    switch self {
    case .cuda(let engine): .cuda(try engine.makeStream(takesGraphs: takesGraphs))
    case .emulator: .emulator
    }
  }

  /// Waits for all that the device was given to do.
  func synchronize() throws(DeviceError) {
    switch self {
    case .cuda(let engine): try engine.synchronize()
    // A launch on it ends before it returns.
    case .emulator: break
    }
  }
}
