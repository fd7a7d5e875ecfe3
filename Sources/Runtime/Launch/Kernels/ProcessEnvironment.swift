#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What this process was started with, and where it complains.
enum ProcessEnvironment {
  /// The environment variable called `name`; `nil` if it is not set or empty.
  static subscript(name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// Writes a line to standard error.
  static func warn(_ message: String) {
    let line = Array("nereid: \(message)\n".utf8)
    // Nobody is left to tell if this does not arrive.
    _ = write(STDERR_FILENO, line, line.count)
  }
}
