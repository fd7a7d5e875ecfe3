#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The error number of a system call, as an error.
struct ErrorNumber: Error, Hashable, Sendable, CustomStringConvertible {
  /// The number.
  let number: Int32

  /// The error that the system calls `number`.
  init(_ number: Int32) { self.number = number }

  var description: String {
    strerror(number).map { String(cString: $0).lowercased() } ?? "error \(number)"
  }
}
