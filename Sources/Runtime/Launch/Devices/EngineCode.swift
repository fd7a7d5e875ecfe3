import CUDADriver

/// A kernel that an engine has loaded.
package enum EngineCode: Sendable {
  case cuda(CUDACode)

  /// What the hardware gives a thread of it, as far as that is known.
  var resources: KernelResources? {
    switch self {
    case .cuda(let code): code.resources
    }
  }

  /// Launches the kernel for `grid` blocks.
  ///
  /// - Parameter parameters: the address of each parameter's value.
  @inline(__always)
  func launch(
    grid: LaunchGrid, on stream: EngineStream,
    parameters: UnsafeMutableBufferPointer<UnsafeMutableRawPointer?>
  ) throws(DeviceError) {
    switch (self, stream) {
    case (.cuda(let code), .cuda(let stream)):
      try code.launch(grid: grid, on: stream, parameters: parameters)
    }
  }
}
