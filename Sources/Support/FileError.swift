#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a file could not be read or written; its description names the file and the reason.
public struct FileError: Error, Equatable, Sendable {
  /// What was tried with the file.
  public enum Action: String, Sendable {
    /// Its bytes were wanted.
    case read
    /// Its content was to be replaced.
    case write
  }

  /// What stood in the way.
  public enum Reason: Equatable, Sendable {
    /// No file or folder of that name, or of a folder on the way to it.
    case notFound
    /// A folder stands where a file is wanted.
    case isFolder
    /// The permissions of the file or of its folder forbid it.
    case notPermitted
    /// The file has more bytes than the caller accepts.
    case tooLarge(limit: Int)
    /// A path that contains a zero byte, which would end it early in a system call.
    case zeroByteInPath
    /// Any other failure of a system call, by its error number.
    case system(errorNumber: Int32)
  }

  /// The file's path, as the caller gave it.
  public let path: String

  /// What was tried.
  public let action: Action

  /// Why it did not succeed.
  public let reason: Reason

  /// An error for a failed `action` on the file at `path`.
  public init(path: String, action: Action, reason: Reason) {
    self.path = path
    self.action = action
    self.reason = reason
  }
}

extension FileError.Reason {
  /// The reason behind the error number of a system call.
  public init(errorNumber: Int32) {
    switch errorNumber {
    case ENOENT, ENOTDIR: self = .notFound
    case EISDIR: self = .isFolder
    case EACCES, EPERM, EROFS: self = .notPermitted
    default: self = .system(errorNumber: errorNumber)
    }
  }
}

extension FileError: CustomStringConvertible {
  public var description: String { "cannot \(action) '\(shownPath)': \(reason)" }

  /// The path without the characters that would break a line of output.
  private var shownPath: String {
    String(path.map { $0.isNewline || $0 == "\0" ? "?" : $0 })
  }
}

extension FileError.Action: CustomStringConvertible {
  public var description: String { rawValue }
}

extension FileError.Reason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notFound: "no such file or folder"
    case .isFolder: "it is a folder, not a file"
    case .notPermitted: "permission denied"
    case .tooLarge(let limit): "it has more than \(limit) bytes"
    case .zeroByteInPath: "its path contains a zero byte"
    case .system(let errorNumber):
      strerror(errorNumber).map { String(cString: $0).lowercased() } ?? "error \(errorNumber)"
    }
  }
}
