import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A device made ready for use: its primary context, which every library in the process shares.
///
/// A class, since all that lives on the device keeps it alive. Every call makes the context current
/// on the calling thread and leaves the thread as it found it: a task may continue on a thread that
/// has no context, or another one. Only a launch leaves it current on a thread that had none, until
/// the context is released on that thread.
package final class Context: Sendable {
  /// The device.
  package let device: Device
  let handle: DriverHandle
  /// The threads that a launch left it current on.
  private let boundThreads = Mutex<Set<UInt>>([])

  /// The driver.
  package var driver: Driver { device.driver }

  /// Makes `device` ready, which can take a good part of a second for the first in a process.
  package init(_ device: Device) throws(DriverError) {
    var handle: DriverHandle = 0
    let code = device.driver.devices.cuDevicePrimaryCtxRetain(&handle, device.number)
    try device.driver.check(code, "cuDevicePrimaryCtxRetain", "GPU \(device.index)")
    (self.device, self.handle) = (device, handle)
  }

  deinit {
    unbind()
    _ = driver.devices.cuDevicePrimaryCtxRelease(device.number)
  }

  /// Waits for everything on the device to end.
  ///
  /// - Throws: what went wrong in a kernel since the last wait, besides what the call itself meets.
  package func synchronize() throws(DriverError) {
    try perform { () throws(DriverError) in
      try driver.check(
        driver.devices.cuCtxSynchronize(), "cuCtxSynchronize", "GPU \(device.index)")
    }
  }

  /// How many bytes of the device's memory are free, and how many there are.
  package func memoryInfo() throws(DriverError) -> (free: Int, total: Int) {
    var free: UInt = 0
    var total: UInt = 0
    try perform { () throws(DriverError) in
      try driver.check(driver.memory.cuMemGetInfo(&free, &total), "cuMemGetInfo")
    }
    return (Int(free), Int(total))
  }

  /// Calls `body` while the context is current on this thread.
  @inline(__always)
  func perform<Result: ~Copyable>(
    _ body: () throws(DriverError) -> Result
  ) throws(DriverError) -> Result {
    if try current() == handle { return try body() }
    return try performPushed(body)
  }

  /// Calls `body` while the context is current on this thread, and leaves it current if the thread
  /// had none, as CUDA's runtime does, so that the next call finds it there.
  ///
  /// A thread's own context is restored: another library may have chosen it.
  @inline(__always)
  func performRepeatedly<Result: ~Copyable>(
    _ body: () throws(DriverError) -> Result
  ) throws(DriverError) -> Result {
    let current = try current()
    if current == handle { return try body() }
    if current != 0 { return try performPushed(body) }
    try push()
    boundThreads.withLock { _ = $0.insert(Self.thread) }
    return try body()
  }

  /// Takes the context off this thread if a launch put it there and it is still the current one.
  private func unbind() {
    guard boundThreads.withLock({ $0.contains(Self.thread) }) else { return }
    var current: DriverHandle = 0
    guard driver.devices.cuCtxGetCurrent(&current) == 0, current == handle else { return }
    _ = driver.devices.cuCtxPopCurrent(&current)
  }

  private static var thread: UInt {
    #if canImport(Darwin)
      UInt(bitPattern: pthread_self())
    #else
      UInt(pthread_self())
    #endif
  }

  /// The context that is current on this thread, 0 if there is none.
  @inline(__always)
  private func current() throws(DriverError) -> DriverHandle {
    var current: DriverHandle = 0
    try driver.check(driver.devices.cuCtxGetCurrent(&current), "cuCtxGetCurrent")
    return current
  }

  private func push() throws(DriverError) {
    try driver.check(
      driver.devices.cuCtxPushCurrent(handle), "cuCtxPushCurrent", "GPU \(device.index)")
  }

  /// Calls `body` with the context over what this thread has, which is restored.
  private func performPushed<Result: ~Copyable>(
    _ body: () throws(DriverError) -> Result
  ) throws(DriverError) -> Result {
    try push()
    var current: DriverHandle = 0
    let result: Result
    do {
      result = try body()
    } catch {
      _ = driver.devices.cuCtxPopCurrent(&current)
      throw error
    }
    try driver.check(
      driver.devices.cuCtxPopCurrent(&current), "cuCtxPopCurrent", "GPU \(device.index)")
    return result
  }

  /// Calls `release` while the context is current, for a `deinit`, which has nobody to report to.
  func discard(_ release: () -> Int32) {
    try? perform { () throws(DriverError) in _ = release() }
  }
}

extension Context {
  /// Throws unless `other` is this context, since the driver would read a foreign handle.
  func require(_ other: Context, _ action: @autoclosure () -> String) throws(DriverError) {
    if other !== self && other.handle != handle {
      throw .wrongDevice(
        action: action(), found: other.device.index, expected: device.index)
    }
  }
}
