/// A point in the work of a stream that others can wait for, or whose time is taken.
package struct Event: ~Copyable, Sendable {
  /// The device whose work is marked.
  package let context: Context
  let handle: DriverHandle

  /// A new event; without `timing` it costs less and has no time.
  package init(_ context: Context, timing: Bool = true) throws(DriverError) {
    handle = try context.perform { () throws(DriverError) in
      var handle: DriverHandle = 0
      try context.driver.check(
        context.driver.streams.cuEventCreate(&handle, timing ? 0 : Self.disableTiming),
        "cuEventCreate", "GPU \(context.device.index)")
      return handle
    }
    self.context = context
  }

  deinit {
    let (streams, handle) = (context.driver.streams, handle)
    context.discard { streams.cuEventDestroy(handle) }
  }

  /// Marks where `stream` is now.
  package func record(on stream: Stream) throws(DriverError) {
    try stream.context.require(context, "record an event on a stream")
    try context.perform { () throws(DriverError) in
      try context.driver.check(
        context.driver.streams.cuEventRecord(handle, stream.handle), "cuEventRecord")
    }
  }

  /// Whether the work before the mark has ended.
  package var hasHappened: Bool {
    get throws(DriverError) {
      try context.perform { () throws(DriverError) in
        let code = context.driver.streams.cuEventQuery(handle)
        if code == DriverCode.notReady { return false }
        try context.driver.check(code, "cuEventQuery")
        return true
      }
    }
  }

  /// Waits for the work before the mark to end.
  package func synchronize() throws(DriverError) {
    try context.perform { () throws(DriverError) in
      try context.driver.check(
        context.driver.streams.cuEventSynchronize(handle), "cuEventSynchronize")
    }
  }

  /// How many milliseconds passed on the device from `start` to here; both must have happened.
  package func milliseconds(since start: borrowing Event) throws(DriverError) -> Double {
    try context.require(start.context, "take the time since an event")
    let first = start.handle
    return try context.perform { () throws(DriverError) in
      var time: Float = 0
      try context.driver.check(
        context.driver.streams.cuEventElapsedTime(&time, first, handle), "cuEventElapsedTime")
      return Double(time)
    }
  }

  /// `CU_EVENT_DISABLE_TIMING`
  private static let disableTiming: UInt32 = 2
}
