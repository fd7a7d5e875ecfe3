/// Why the CUDA driver did not do what it was asked for.
package enum DriverError: Error, Hashable, Sendable {
  /// The driver's library cannot be opened.
  case noDriver(path: String, reason: String)
  /// The driver's library lacks a function: it is older than what is asked of it.
  case missingFunction(name: String, path: String)
  /// The driver is for a version of CUDA that is too old.
  case oldDriver(path: String, found: DriverVersion, expected: DriverVersion)
  /// A call of the driver failed.
  case failedCall(FailedCall)
  /// A copy does not fit into the memory that it reads or writes.
  case outOfRange(action: String, offset: Int, byteCount: Int, available: Int)
  /// Something is used together that belongs to different devices.
  case wrongDevice(action: String, found: Int, expected: Int)

  /// A call of the driver that failed.
  package struct FailedCall: Hashable, Sendable {
    /// The function's name, such as `cuMemAlloc`.
    package var function: String
    /// The driver's code.
    package var code: Int32
    /// The driver's name of the code, such as `CUDA_ERROR_OUT_OF_MEMORY`.
    package var name: String
    /// The driver's words for the code.
    package var text: String
    /// What was to be done, with its numbers; empty if the function's name says it.
    package var action: String
    /// What the driver's compiler wrote.
    package var log: String

    /// A call of `function` that failed with `code`.
    package init(
      function: String, code: Int32, name: String, text: String, action: String = "",
      log: String = ""
    ) {
      (self.function, self.code, self.name, self.text) = (function, code, name, text)
      (self.action, self.log) = (action, log)
    }
  }

  /// The driver's code, if a call failed.
  package var code: Int32? {
    guard case .failedCall(let call) = self else { return nil }
    return call.code
  }
}

extension DriverError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noDriver(let path, let reason): "no CUDA driver: \(path) not found (\(reason))"
    case .missingFunction(let name, let path):
      "the CUDA driver \(path) is too old: it has no function \(name)"
    case .oldDriver(let path, let found, let expected):
      "the CUDA driver \(path) is too old: it is for CUDA \(found), expected \(expected) or later"
    case .failedCall(let call): call.description
    case .outOfRange(let action, let offset, let byteCount, let available):
      "cannot \(action) \(byteCount) bytes at offset \(offset): there are \(available) bytes"
    case .wrongDevice(let action, let found, let expected):
      "cannot \(action): it belongs to GPU \(found), expected GPU \(expected)"
    }
  }
}

extension DriverError.FailedCall: CustomStringConvertible {
  package var description: String {
    let doing = action.isEmpty ? "" : " (\(action))"
    let log = log.isEmpty ? "" : "\n\(log)"
    return "\(function) failed with \(name) (\(code)): \(text)\(doing)\(log)"
  }
}
