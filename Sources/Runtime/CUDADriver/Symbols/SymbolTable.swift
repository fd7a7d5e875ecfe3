#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The functions that a driver's library exports.
///
/// The library stays open: threads of the driver run in it for as long as the process lives.
struct SymbolTable {
  /// What was opened.
  let path: String
  private let library: UInt

  /// Opens the library called `path`, which the system's loader looks for if it names no folder.
  init(path: String) throws(DriverError) {
    guard let library = dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
      let reason = dlerror().map { String(cString: $0) } ?? "no reason given"
      // The system's loader names the library once more.
      let prefix = "\(path): "
      let cause = reason.hasPrefix(prefix) ? String(reason.dropFirst(prefix.count)) : reason
      throw .noDriver(path: path, reason: cause)
    }
    self.path = path
    self.library = UInt(bitPattern: library)
  }

  /// The function called `name`, which every supported driver has.
  func required<Function>(_ name: String) throws(DriverError) -> Function {
    guard let function: Function = optional(name) else {
      throw .missingFunction(name: name, path: path)
    }
    return function
  }

  /// The function called `name`, if the driver has it.
  func optional<Function>(_ name: String) -> Function? {
    guard let address = dlsym(UnsafeMutableRawPointer(bitPattern: library), name) else {
      return nil
    }
    return unsafeBitCast(address, to: Function.self)
  }
}
