#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The bytes of the file at `path`, which may also be a pipe.
///
/// The limit holds while reading too, so a device that never ends or a file that grows is refused
/// after `limit` bytes.
/// - Throws: a `FileError` when the file is missing, is a folder, may not be read or has more than
///   `limit` bytes.
public func readFile(at path: String, limit: Int) throws(FileError) -> [UInt8] {
  precondition(limit >= 0, "a limit counts bytes")
  // One byte more tells a file that is too large from one that just fits.
  let bytes = try readStart(ofFileAt: path, limit < .max ? limit + 1 : limit) { size in
    size > limit ? .tooLarge(limit: limit) : nil
  }
  if bytes.count > limit {
    throw FileError(path: path, action: .read, reason: .tooLarge(limit: limit))
  }
  return bytes
}

/// The first `count` bytes of the file at `path`, or all of them if it has fewer.
/// - Throws: a `FileError` when the file is missing, is a folder or may not be read.
public func readStart(ofFileAt path: String, count: Int) throws(FileError) -> [UInt8] {
  try readStart(ofFileAt: path, count) { _ in nil }
}

/// The first `count` bytes of a file, unless `refusal` finds a reason in its size.
private func readStart(
  ofFileAt path: String, _ count: Int, refusal: (Int) -> FileError.Reason?
) throws(FileError) -> [UInt8] {
  let file = try openFile(at: path, action: .read, flags: O_RDONLY)
  defer { close(file) }

  var bytes: [UInt8] = []
  let size = try sizeToReserve(of: file, path: path)
  if let reason = refusal(size) { throw FileError(path: path, action: .read, reason: reason) }
  bytes.reserveCapacity(min(size, count))

  let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: chunkSize, alignment: 1)
  defer { chunk.deallocate() }
  while bytes.count < count {
    let read = read(file, chunk.baseAddress, min(chunk.count, count - bytes.count))
    if read == 0 { break }
    if read < 0 {
      let errorNumber = errno
      if errorNumber == EINTR { continue }
      throw FileError(path: path, action: .read, reason: .init(errorNumber: errorNumber))
    }
    bytes.append(contentsOf: chunk[..<read])
  }
  return bytes
}

/// Calls `body` with the bytes of the file at `path`, 64 KiB at a time and at the end what is left,
/// so that a large file takes no memory.
/// - Throws: a `FileError` as `readFile` does; `body` may then have got a part of the bytes.
func readChunks(
  ofFileAt path: String, limit: Int, _ body: (UnsafeRawBufferPointer) -> Void
) throws(FileError) {
  let file = try openFile(at: path, action: .read, flags: O_RDONLY)
  defer { close(file) }
  _ = try sizeToReserve(of: file, path: path)
  let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: chunkSize, alignment: 16)
  defer { chunk.deallocate() }
  var (total, filled) = (0, 0)
  while true {
    let count = read(file, chunk.baseAddress.map { $0 + filled }, chunkSize - filled)
    if count < 0 {
      let errorNumber = errno
      if errorNumber == EINTR { continue }
      throw FileError(path: path, action: .read, reason: .init(errorNumber: errorNumber))
    }
    (total, filled) = (total + count, filled + count)
    if total > limit {
      throw FileError(path: path, action: .read, reason: .tooLarge(limit: limit))
    }
    guard filled == chunkSize || count == 0 else { continue }
    body(UnsafeRawBufferPointer(rebasing: chunk[..<filled]))
    if count == 0 { return }
    filled = 0
  }
}

/// Makes `bytes` the whole content of the file at `path`, creating the file where there is none.
/// - Throws: a `FileError` when the folder is missing, the path is a folder, the file may not be
///   written or the disk is full. The file may then hold a part of the bytes.
public func writeFile(_ bytes: [UInt8], to path: String) throws(FileError) {
  let file = try openFile(at: path, action: .write, flags: O_WRONLY | O_CREAT | O_TRUNC)
  var failure = writeAll(bytes, to: file)
  // A network file system may report only here that the bytes did not arrive.
  if close(file) != 0, failure == nil { failure = errno }
  if let failure {
    throw FileError(path: path, action: .write, reason: .init(errorNumber: failure))
  }
}

/// How many bytes one system call reads.
private let chunkSize = 1 << 16

/// Opens the file at `path`; a file that this creates gets the permissions that the user's mask
/// leaves.
private func openFile(
  at path: String, action: FileError.Action, flags: Int32
) throws(FileError) -> Int32 {
  if path.utf8.contains(0) {
    throw FileError(path: path, action: action, reason: .zeroByteInPath)
  }
  while true {
    let file = open(path, flags | O_CLOEXEC, 0o666)
    if file >= 0 { return file }
    let errorNumber = errno
    if errorNumber == EINTR { continue }
    throw FileError(path: path, action: action, reason: .init(errorNumber: errorNumber))
  }
}

/// The size of a regular file, 0 for a pipe or a device, whose size is known only after reading.
private func sizeToReserve(of file: Int32, path: String) throws(FileError) -> Int {
  var status = stat()
  guard fstat(file, &status) == 0 else {
    throw FileError(path: path, action: .read, reason: .init(errorNumber: errno))
  }
  switch status.st_mode & S_IFMT {
  case S_IFDIR: throw FileError(path: path, action: .read, reason: .isFolder)
  case S_IFREG: return Int(status.st_size)
  default: return 0
  }
}

/// Writes all of `bytes` to an open file; the error number of the call that failed, if one did.
package func writeAll(_ bytes: [UInt8], to file: Int32) -> Int32? {
  bytes.withUnsafeBytes { bytes in
    var written = 0
    while written < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
      let count = write(file, rest.baseAddress, rest.count)
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
