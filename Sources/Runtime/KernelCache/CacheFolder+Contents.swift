import Support

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension CacheFolder {
  /// A file of the folder.
  package struct File: Hashable, Sendable {
    /// Its name in the folder.
    package var name: String
    /// How many bytes it has.
    package var byteCount: Int
    /// When it was used last, in seconds since 1970.
    package var lastUse: Int
    /// The key of the entry, if it is one.
    package var key: KernelCacheKey?
    /// It is being written, or was when its writer was killed.
    package var isTemporary: Bool
  }

  /// The entries and the temporary files, by name. Whatever else lies in the folder is left alone.
  /// - Throws: a `CacheFault` when the folder cannot be read.
  package func files() throws(CacheFault) -> [File] {
    var files: [File] = []
    for name in try names() {
      let key =
        name.hasSuffix(Self.suffix)
        ? SHA256Digest(hexadecimal: name.dropLast(Self.suffix.count)).map { KernelCacheKey($0) }
        : nil
      let isTemporary = name.hasPrefix(Self.temporaryPrefix)
      var status = stat()
      // What is gone by now was removed by another process.
      guard key != nil || isTemporary,
        fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0
      else { continue }
      files.append(
        File(
          name: name, byteCount: Int(status.st_size), lastUse: status.lastChange, key: key,
          isTemporary: isTemporary))
    }
    return files
  }

  /// The names in the folder, sorted.
  private func names() throws(CacheFault) -> [String] {
    // Reading moves a position that belongs to the open folder, so it is opened once more.
    let opened = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0, let folder = fdopendir(opened) else { throw fault(.read, ".", errno) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafeBytes(of: entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names.sorted()
  }

  /// What the entry `file` keeps; `nil` if it is damaged or gone.
  /// - Throws: a `CacheFault` when it cannot be read.
  package func kernel(in file: File) throws(CacheFault) -> CachedKernel? {
    guard let key = file.key, case .kept(let content) = try find(key) else { return nil }
    return CachedKernel(record: content)
  }
}

extension stat {
  /// When the file was changed last, in seconds since 1970.
  var lastChange: Int {
    #if canImport(Darwin)
      st_mtimespec.tv_sec
    #else
      st_mtim.tv_sec
    #endif
  }
}
