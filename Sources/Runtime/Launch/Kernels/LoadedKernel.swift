import Compiler
import KernelLanguage

/// A kernel that a GPU has loaded, with what a launch of it must fill in.
///
/// A class: the table and launches share it, and its code is unloaded with it.
final class LoadedKernel: Sendable {
  let compiled: CompiledKernel
  let code: EngineCode
  /// How many parameters there are, with those at the end that the kernel's author does not know.
  private let parameterCount: Int
  /// Where it came from.
  let origin: KernelCompilation.Origin
  /// What made the machine code, as far as that is known.
  let assembler: String?

  /// Loads `made`, if what it needs is there.
  ///
  /// - Parameter valueCount: how many values a launch passes.
  init(_ made: MadeKernel, on engine: Engine, valueCount: Int) throws(DeviceError) {
    let kernel = made.kernel
    let limits = engine.limits
    let threadCount = kernel.warpCount * 32
    guard kernel.target.runs(on: engine.target) else {
      throw DeviceError(
        "the kernel is compiled for \(kernel.target), but \(engine.name) is \(engine.target)")
    }
    guard threadCount <= limits.threadsPerBlock else {
      throw DeviceError(
        "the kernel has \(kernel.warpCount) warps, \(threadCount) threads, but a block on "
          + "\(engine.name) has at most \(limits.threadsPerBlock)")
    }
    guard kernel.sharedByteCount <= limits.sharedBytesPerBlock else {
      throw DeviceError(
        "the kernel needs \(kernel.sharedByteCount) bytes of shared memory, but a block on "
          + "\(engine.name) has at most \(limits.sharedBytesPerBlock)")
    }
    let hiddenParameterCount = kernel.parameters.count - valueCount
    let hidden = kernel.parameters.suffix(max(0, hiddenParameterCount))
    guard hiddenParameterCount >= 0, hidden.allSatisfy({ $0.kind == .pointer }) else {
      throw DeviceError(
        "the compiled kernel has \(kernel.parameters.count) parameters, but a launch passes "
          + "\(valueCount) values")
    }
    compiled = kernel
    parameterCount = kernel.parameters.count
    (origin, assembler) = (made.origin, made.assembler)
    code = try engine.load(kernel, image: made.image)
  }

  /// Launches the kernel, and passes `values` and null pointers behind them.
  ///
  /// - Returns: the lines that it printed, as far as the launch has ended.
  @inline(__always)
  func launch(
    grid: LaunchGrid, on stream: EngineStream, values: UnsafeBufferPointer<UInt64>
  ) throws(DeviceError) -> [String] {
    try ParameterBlock.withAddresses(of: values, count: parameterCount) {
      parameters throws(DeviceError) in
      try code.launch(grid: grid, on: stream, parameters: parameters)
    }
  }
}
