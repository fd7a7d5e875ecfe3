import CUDADriver

/// A kernel that an engine has loaded.
package enum EngineCode: Sendable {
  case cuda(CUDACode)
  /// Indirect, so that this is one word and cheap to pass on.
  indirect case emulator(EmulatorCode)

  /// What the hardware gives a thread of it, as far as that is known.
  var resources: KernelResources? {
    switch self {
    case .cuda(let code): code.resources
    case .emulator: nil
    }
  }

  /// Launches the kernel for `grid` blocks.
  ///
  /// - Parameter parameters: the address of each parameter's value.
  /// - Returns: the lines that it printed, as far as the launch has ended.
  @inline(__always)
  func launch(
    grid: LaunchGrid, on stream: EngineStream,
    parameters: UnsafeMutableBufferPointer<UnsafeMutableRawPointer?>
  ) throws(DeviceError) -> [String] {
    switch self {
    case .cuda(let code):
      guard case .cuda(let stream) = stream else {
        preconditionFailure("a GPU's kernels are launched on its own streams")
      }
      try code.launch(grid: grid, on: stream, parameters: parameters)
      return []
    case .emulator(let code): return try code.launch(grid: grid, parameters: parameters)
    }
  }
}
