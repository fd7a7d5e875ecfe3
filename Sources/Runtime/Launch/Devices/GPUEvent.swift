import CUDADriver

/// A point in the work of a stream, whose time is taken.
///
/// A class, so that several can hold one mark.
public final class GPUEvent: Sendable {
  private let event: Event

  /// Marks where `stream` is now.
  public init(on stream: GPUStream) throws(DeviceError) {
    switch stream.stream {
    case .cuda(let stream):
      event = try DeviceError.reporting { () throws(DriverError) in
        let event = try Event(stream.context)
        try event.record(on: stream)
        return event
      }
    case .emulator: throw DeviceError("the emulator takes no time that could be told")
    }
  }

  /// Waits for the work before the mark.
  public func synchronize() throws(DeviceError) {
    try DeviceError.reporting { () throws(DriverError) in try event.synchronize() }
  }

  /// How many milliseconds the GPU took from `start` to here, after waiting for both.
  public func milliseconds(since start: GPUEvent) throws(DeviceError) -> Double {
    try DeviceError.reporting { () throws(DriverError) in
      try event.synchronize()
      return try event.milliseconds(since: start.event)
    }
  }
}
