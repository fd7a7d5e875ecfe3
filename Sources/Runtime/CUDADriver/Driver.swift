#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// NVIDIA's driver, opened when the program runs: nothing of CUDA is needed to build it.
///
/// A class, so that all that comes from one driver refers to the same functions. It may be used
/// from any number of threads.
package final class Driver: Sendable {
  /// The name of the library where the driver is installed.
  package static let standardPath = "libcuda.so.1"

  /// The oldest version whose functions are all used, the first that knows Hopper.
  package static let oldestVersion = DriverVersion(11, 8)

  /// The library that was opened.
  package let path: String
  /// The newest version of CUDA that the driver supports.
  package let version: DriverVersion
  let devices: DeviceSymbols
  let memory: MemorySymbols
  let modules: ModuleSymbols
  let streams: StreamSymbols
  /// `nil` if the driver is too old for them.
  let graphs: GraphSymbols?
  /// The process that initialized the driver.
  private let process: Int32

  /// Opens and initializes the driver at `path`.
  ///
  /// - Throws: `noDriver` where there is none, `missingFunction` where it is too old, `failedCall`
  ///   where it does not work, as without a GPU.
  package init(path: String = standardPath) throws(DriverError) {
    let table = try SymbolTable(path: path)
    self.path = path
    devices = try DeviceSymbols(table)
    memory = try MemorySymbols(table)
    modules = try ModuleSymbols(table)
    streams = try StreamSymbols(table)
    graphs = GraphSymbols(table)
    process = getpid()
    let names = devices
    var number: Int32 = 0
    // The driver answers this before it is initialized.
    let code = names.cuDriverGetVersion(&number)
    version = DriverVersion(number: number)
    try check(code, "cuDriverGetVersion")
    guard version >= Self.oldestVersion else {
      throw .oldDriver(path: path, found: version, expected: Self.oldestVersion)
    }
    try check(names.cuInit(0), "cuInit")
  }

  /// Where the driver's code lies, for finding out which file it came from.
  package var codeAddress: UInt { UInt(bitPattern: unsafeBitCast(devices.cuInit, to: Int.self)) }

  /// How many devices there are.
  package var deviceCount: Int {
    get throws(DriverError) {
      var count: Int32 = 0
      try check(devices.cuDeviceGetCount(&count), "cuDeviceGetCount")
      return Int(count)
    }
  }

  /// The device at `index`, counted from 0.
  package func device(_ index: Int) throws(DriverError) -> Device {
    var number: Int32 = 0
    let ordinal = Int32(clamping: index)
    try check(devices.cuDeviceGet(&number, ordinal), "cuDeviceGet", "GPU \(index)")
    return Device(driver: self, index: index, number: number)
  }

  /// Throws what `code` stands for, unless it is success.
  ///
  /// - Parameter action: what was to be done, with its numbers.
  @inline(__always)
  func check(
    _ code: Int32, _ function: StaticString, _ action: @autoclosure () -> String = ""
  ) throws(DriverError) {
    guard code != 0 else { return }
    throw error(code, function, action())
  }

  /// What `code` stands for.
  func error(_ code: Int32, _ function: StaticString, _ action: String = "", log: String = "")
    -> DriverError
  {
    var text = words(for: code, devices.cuGetErrorString) ?? "the driver has no words for it"
    // A child process has the parent's handles, but none of the driver's threads.
    if code == DriverCode.notInitialized, getpid() != process {
      text += "; process \(getpid()) was forked after process \(process) initialized the driver"
    }
    return .failedCall(
      DriverError.FailedCall(
        function: "\(function)", code: code,
        name: words(for: code, devices.cuGetErrorName) ?? "an unknown error", text: text,
        action: action, log: log))
  }

  private func words(
    for code: Int32,
    _ lookUp: @convention(c) (Int32, UnsafeMutablePointer<UnsafePointer<CChar>?>) -> Int32
  ) -> String? {
    var text: UnsafePointer<CChar>?
    guard lookUp(code, &text) == 0, let text else { return nil }
    return String(cString: text)
  }

  /// The error of a driver that has no function `name`.
  func missing(_ name: String) -> DriverError { .missingFunction(name: name, path: path) }
}
