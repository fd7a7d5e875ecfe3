/// Work for a device that is done in order.
///
/// A class, since memory and launches in the stream's order keep it alive.
package final class Stream: Sendable {
  /// The device that does the work.
  package let context: Context
  let handle: DriverHandle
  /// Whether this object made the stream, and so destroys it.
  private let isOwned: Bool
  /// Whether launches that repeat become graphs; never on a stream of another library, which may be
  /// recording what is launched there.
  let takesGraphs: Bool

  /// A new stream, whose work runs beside that of every other.
  ///
  /// - Parameter takesGraphs: launches that repeat become graphs.
  package init(_ context: Context, takesGraphs: Bool = true) throws(DriverError) {
    handle = try context.perform { () throws(DriverError) in
      var handle: DriverHandle = 0
      try context.driver.check(
        context.driver.streams.cuStreamCreate(&handle, Self.nonBlocking), "cuStreamCreate",
        "GPU \(context.device.index)")
      return handle
    }
    self.context = context
    (isOwned, self.takesGraphs) = (true, takesGraphs)
  }

  /// A stream that another library made, such as PyTorch; 0 is the device's own.
  ///
  /// - Requires: it lives longer than this object, and belongs to the primary context.
  package init(_ context: Context, borrowing handle: DriverHandle) {
    (self.context, self.handle, isOwned) = (context, handle, false)
    takesGraphs = false
  }

  deinit {
    if isOwned {
      let (streams, handle) = (context.driver.streams, handle)
      context.discard { streams.cuStreamDestroy(handle) }
    }
  }

  /// Waits for the end of all work that the stream was given so far.
  ///
  /// - Throws: what went wrong in it.
  package func synchronize() throws(DriverError) {
    try context.perform { () throws(DriverError) in
      try context.driver.check(
        context.driver.streams.cuStreamSynchronize(handle), "cuStreamSynchronize",
        "GPU \(context.device.index)")
    }
  }

  /// Whether all work that the stream was given so far has ended.
  package var isIdle: Bool {
    get throws(DriverError) {
      try context.perform { () throws(DriverError) in
        let code = context.driver.streams.cuStreamQuery(handle)
        if code == DriverCode.notReady { return false }
        try context.driver.check(code, "cuStreamQuery", "GPU \(context.device.index)")
        return true
      }
    }
  }

  /// Lets the work that the stream is given from now on wait for `event`.
  package func wait(for event: borrowing Event) throws(DriverError) {
    let other = event.handle
    try context.perform { () throws(DriverError) in
      try context.driver.check(
        context.driver.streams.cuStreamWaitEvent(handle, other, 0), "cuStreamWaitEvent",
        "GPU \(context.device.index)")
    }
  }

  /// `CU_STREAM_NON_BLOCKING`: no waiting for the device's own stream.
  private static let nonBlocking: UInt32 = 1
}
