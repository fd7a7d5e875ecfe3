import Support

/// Why kernels are not kept on disk, or not all of them. None of these keeps a kernel from running.
package enum CacheFault: Error, Equatable, Sendable {
  /// The folder or a file in it could not be opened, read, written or removed.
  case file(FileError)
  /// What stands where the folder should be is a symbolic link, or no folder.
  case noFolder(path: String)
  /// The folder belongs to another user, who could change what is loaded.
  case foreignOwner(path: String, user: UInt32)
  /// Other users may write to the folder and so change what is loaded.
  case writableByOthers(path: String, mode: UInt32)
  /// A kernel is larger than an entry may be.
  case tooLarge(byteCount: Int, limit: Int)
  /// The machine did not take the code that was kept of a kernel, which is made anew.
  case refused(kernel: String, reason: String)
  /// An environment variable does not say where kernels are kept.
  case setting(variable: String, value: String, expected: String)
}

extension CacheFault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .file(let error): error.description
    case .noFolder(let path): "'\(path)' is a symbolic link or no folder"
    case .foreignOwner(let path, let user): "'\(path)' belongs to another user, number \(user)"
    case .writableByOthers(let path, let mode):
      """
      other users may write to '\(path)', whose mode is \(String(mode, radix: 8)); \
      expected at most 755
      """
    case .tooLarge(let byteCount, let limit):
      "a kernel takes \(byteCount) bytes; the cache keeps up to \(limit) of one"
    case .refused(let kernel, let reason):
      "what was kept of kernel '\(kernel)' is made anew: \(reason)"
    case .setting(let variable, let value, let expected):
      "\(variable) is '\(value.escapingControlCharacters)', expected \(expected)"
    }
  }
}
