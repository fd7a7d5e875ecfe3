#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The names of what lies in the folder at `path`, sorted, without `.` and `..`.
/// - Throws: a `FileError` when there is no such folder or it may not be read.
public func listDirectory(at path: String) throws(FileError) -> [String] {
  if path.utf8.contains(0) {
    throw FileError(path: path, action: .read, reason: .zeroByteInPath)
  }
  guard let folder = opendir(path) else {
    throw FileError(path: path, action: .read, reason: .init(errorNumber: errno))
  }
  defer { closedir(folder) }
  var names: [String] = []
  while true {
    errno = 0
    guard let entry = readdir(folder) else { break }
    let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name != ".", name != ".." { names.append(name) }
  }
  guard errno == 0 else {
    throw FileError(path: path, action: .read, reason: .init(errorNumber: errno))
  }
  return names.sorted()
}

/// Something that may be read lies at `path`.
public func fileExists(at path: String) -> Bool {
  !path.utf8.contains(0) && access(path, R_OK) == 0
}
