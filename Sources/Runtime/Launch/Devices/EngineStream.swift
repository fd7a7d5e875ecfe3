import CUDADriver

/// A stream of an engine: work that is done in order.
package enum EngineStream: Sendable {
  case cuda(CUDADriver.Stream)
  /// The emulator's: a launch on it ends before it returns.
  case emulator

  /// Waits for the end of all work that the stream was given so far.
  func synchronize() throws(DeviceError) {
    switch self {
    case .cuda(let stream):
      try DeviceError.reporting { () throws(DriverError) in try stream.synchronize() }
    case .emulator: break
    }
  }
}
