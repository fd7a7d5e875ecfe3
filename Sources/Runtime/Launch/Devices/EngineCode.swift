import CUDADriver

/// A kernel that an engine has loaded.
package enum EngineCode: Sendable {
  case cuda(CUDACode)
  case emulator(EmulatorCode)

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
    switch (self, stream) {
    case (.cuda(let code), .cuda(let stream)):
      try code.launch(grid: grid, on: stream, parameters: parameters)
      return []
    case (.emulator(let code), .emulator):
      return try code.launch(grid: grid, parameters: parameters)
    case (.cuda, .emulator), (.emulator, .cuda):
      preconditionFailure("a GPU's kernels are launched on its own streams")
    }
  }
}
