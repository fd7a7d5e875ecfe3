import CUDADriver
import Support

/// Why a device, or the way to it, did not do what it was asked for.
public struct DeviceError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What happened, with CUDA's own name for it where CUDA reported it.
  public let description: String
  /// The place in the kernel's source where it happened, if that is known.
  public let position: SourcePosition?

  /// An error that says `description`.
  package init(_ description: String, at position: SourcePosition? = nil) {
    (self.description, self.position) = (description, position)
  }

  init(_ error: DriverError) { self.init(error.description) }
}

extension DeviceError {
  /// Calls `body`, and reports what the driver says as this error.
  @inline(__always)
  static func reporting<Result: ~Copyable>(
    _ body: () throws(DriverError) -> Result
  ) throws(DeviceError) -> Result {
    do throws(DriverError) { return try body() } catch { throw DeviceError(error) }
  }
}
