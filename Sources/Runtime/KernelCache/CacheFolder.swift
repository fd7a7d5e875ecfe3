import Support

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The folder that compiled kernels are kept in, one file each, for many processes at once.
///
/// A file appears under its name only when it is complete, and what is read is compared with its
/// digest, so processes need no locks and may be killed at any moment. The folder is opened once
/// and its files are named relative to it: it cannot be exchanged meanwhile. A class, since it owns
/// the open folder.
package final class CacheFolder: Sendable {
  /// Where the folder lies, as the caller named it.
  package let path: String
  /// The open folder.
  let descriptor: Int32

  /// What the name of an entry ends with.
  static let suffix = ".kernel"
  /// What the name of a file that is being written begins with.
  static let temporaryPrefix = ".new."

  /// The folder at `path`; where there is none it `isCreated` for this user alone.
  /// - Throws: a `CacheFault` when it cannot be opened or others could have written to it.
  package init(path: String, isCreated: Bool = true) throws(CacheFault) {
    self.path = path
    if path.utf8.contains(0) {
      throw .file(FileError(path: path, action: .write, reason: .zeroByteInPath))
    }
    if isCreated { Self.createFolders(path) }
    let opened = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard opened >= 0 else {
      let number = errno
      // A dangling link exists although nothing is there.
      if number == ELOOP || number == ENOTDIR, Self.isLinkOrFile(path) {
        throw .noFolder(path: path)
      }
      throw .file(FileError(path: path, action: .write, reason: .init(errorNumber: number)))
    }
    descriptor = opened
    if let fault = Self.fault(of: opened, path: path) { throw fault }
  }

  deinit { close(descriptor) }

  /// What lies in the folder for a key.
  package enum Finding: Hashable, Sendable {
    /// Nothing.
    case absent
    /// Something that cannot be trusted: its bytes or its permissions are not as they were written.
    case damaged
    /// The content that was kept.
    case kept([UInt8])
  }

  /// What is kept for `key`.
  /// - Throws: a `CacheFault` when there may be something and it cannot be read.
  package func find(_ key: KernelCacheKey) throws(CacheFault) -> Finding {
    let name = Self.name(of: key)
    // Opening a pipe would wait for its other end.
    let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      switch errno {
      case ENOENT: return .absent
      case ELOOP: return .damaged
      default: throw fault(.read, name, errno)
      }
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw fault(.read, name, errno) }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
      status.st_mode & (S_IWGRP | S_IWOTH) == 0, status.st_size <= CacheRecord.sizeLimit
    else { return .damaged }
    noteUse(of: file, status)
    guard let record = try bytes(of: file, count: Int(status.st_size), name) else {
      return .damaged
    }
    return CacheRecord.content(of: record, for: key).map { .kept($0) } ?? .damaged
  }

  /// Keeps `content` for `key`, in place of what was kept before.
  /// - Throws: a `CacheFault` when it cannot be written; then nothing has changed.
  package func keep(_ content: [UInt8], for key: KernelCacheKey) throws(CacheFault) {
    guard content.count <= CacheRecord.contentLimit else {
      throw .tooLarge(byteCount: content.count, limit: CacheRecord.contentLimit)
    }
    let record = CacheRecord.bytes(of: content, for: key)
    let temporary = Self.temporaryPrefix + "\(getpid()).\(UInt64.random(in: 0...UInt64.max))"
    if let number = create(temporary, record) ?? move(temporary, to: Self.name(of: key)) {
      unlinkat(descriptor, temporary, 0)
      throw fault(.write, temporary, number)
    }
  }

  /// Removes the file called `name`, which may be gone already; whether it was there.
  /// - Throws: a `CacheFault` when it is there and cannot be removed.
  @discardableResult
  package func remove(_ name: String) throws(CacheFault) -> Bool {
    if unlinkat(descriptor, name, 0) == 0 { return true }
    if errno == ENOENT { return false }
    throw fault(.write, name, errno)
  }

  /// The name of the file that keeps what `key` stands for.
  static func name(of key: KernelCacheKey) -> String { key.description + suffix }

  /// An error for a failed `action` on the file called `name`.
  func fault(_ action: FileError.Action, _ name: String, _ number: Int32) -> CacheFault {
    .file(
      FileError(path: "\(path)/\(name)", action: action, reason: .init(errorNumber: number)))
  }
}

extension CacheFolder {
  /// How old the note of an entry's last use may become, so that most uses cost no write.
  private static let useInterval = 60

  /// Notes that an entry is in use, since the least recently used ones go first.
  ///
  /// The time of the last change serves for that: many file systems do not keep that of the last
  /// access.
  private func noteUse(of file: Int32, _ status: stat) {
    guard time(nil) - status.lastChange > Self.useInterval else { return }
    futimens(file, nil)
  }

  /// Creates the folder and those on the way to it, as far as they are missing; opening tells
  /// whether they are there.
  private static func createFolders(_ path: String) {
    var start = path.startIndex
    while let slash = path[start...].firstIndex(of: "/") {
      start = path.index(after: slash)
      if slash != path.startIndex { mkdir(String(path[..<slash]), 0o700) }
    }
    mkdir(path, 0o700)
  }

  private static func isLinkOrFile(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR
  }

  /// Why the open folder is not to be trusted.
  private static func fault(of folder: Int32, path: String) -> CacheFault? {
    var status = stat()
    guard fstat(folder, &status) == 0 else {
      return .file(FileError(path: path, action: .read, reason: .init(errorNumber: errno)))
    }
    guard status.st_uid == geteuid() else {
      return .foreignOwner(path: path, user: status.st_uid)
    }
    guard status.st_mode & (S_IWGRP | S_IWOTH) == 0 else {
      return .writableByOthers(path: path, mode: UInt32(status.st_mode & 0o7777))
    }
    return nil
  }

  /// The bytes of an open file; `nil` if it has not `count` of them.
  private func bytes(
    of file: Int32, count: Int, _ name: String
  ) throws(CacheFault) -> [UInt8]? {
    // One byte more shows a file that has grown.
    var bytes = [UInt8](repeating: 0, count: count + 1)
    var done = 0
    while done < bytes.count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
        return read(file, rest.baseAddress, rest.count)
      }
      if got == 0 { break }
      if got > 0 {
        done += got
      } else if errno != EINTR {
        throw fault(.read, name, errno)
      }
    }
    guard done == count else { return nil }
    bytes.removeLast()
    return bytes
  }

  /// Writes a new file; the error number of the call that failed.
  private func create(_ name: String, _ record: [UInt8]) -> Int32? {
    let file = openat(
      descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return errno }
    var failure = writeAll(record, to: file)
    // Some file systems report only here that the bytes did not arrive.
    if close(file) != 0, failure == nil { failure = errno }
    return failure
  }

  private func move(_ old: String, to new: String) -> Int32? {
    renameat(descriptor, old, descriptor, new) == 0 ? nil : errno
  }
}
