import Support

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension CacheFolder {
  /// What a sweep removed.
  package struct Sweep: Hashable, Sendable {
    /// How many entries.
    package var entryCount = 0
    /// How many files whose writer was killed.
    package var temporaryCount = 0
    /// How many bytes all of these had.
    package var byteCount = 0
    /// How many bytes of entries are left.
    package var remainingByteCount = 0

    /// Nothing yet.
    package init() {}
  }

  /// The age in seconds from which on nobody writes to a temporary file any more.
  private static let temporaryAge = 3600

  /// Removes what killed writers left, and the least recently used entries until the rest have at
  /// most `byteLimit` bytes.
  ///
  /// Other processes may read what is removed: they keep what they have opened.
  /// - Throws: a `CacheFault` when the folder cannot be read or a file cannot be removed.
  @discardableResult
  package func sweep(byteLimit: Int, now: Int = time(nil)) throws(CacheFault) -> Sweep {
    var sweep = Sweep()
    let files = try files()
    for file in files where file.isTemporary && now - file.lastUse > Self.temporaryAge {
      if try remove(file.name) {
        sweep.temporaryCount += 1
        sweep.byteCount += file.byteCount
      }
    }
    let entries = files.filter { !$0.isTemporary }
    sweep.remainingByteCount = entries.reduce(0) { $0 + $1.byteCount }
    // The names decide among entries of the same second.
    for file in entries.sorted(by: { ($0.lastUse, $0.name) < ($1.lastUse, $1.name) }) {
      if sweep.remainingByteCount <= byteLimit { break }
      sweep.remainingByteCount -= file.byteCount
      if try remove(file.name) {
        sweep.entryCount += 1
        sweep.byteCount += file.byteCount
      }
    }
    return sweep
  }
}
