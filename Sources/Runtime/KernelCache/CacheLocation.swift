import Support

/// Where compiled kernels are kept, and what room they take at most.
package struct CacheLocation: Hashable, Sendable {
  /// The folder; `nil` to keep nothing on disk.
  package var folder: String?
  /// How many bytes the entries take at most.
  package var byteLimit: Int

  /// The environment variable that names the folder, or is `off`.
  package static let folderVariable = "NEREID_CACHE"
  /// The environment variable that says what room there is, such as `256MiB`.
  package static let limitVariable = "NEREID_CACHE_LIMIT"
  /// How many bytes the entries take at most unless somebody says otherwise.
  package static let standardByteLimit = 1 << 30

  /// The folder at `folder`, with room for `byteLimit` bytes.
  package init(folder: String?, byteLimit: Int = standardByteLimit) {
    (self.folder, self.byteLimit) = (folder, byteLimit)
  }

  /// What the environment says, whose variables `value` looks up; an empty one counts as none.
  ///
  /// - Throws: a `CacheFault` when a variable is set to something that means nothing.
  package init(environment value: (String) -> String?) throws(CacheFault) {
    func given(_ name: String) -> String? { value(name).flatMap { $0.isEmpty ? nil : $0 } }
    self.init(
      folder: Self.folder(xdgCacheHome: given("XDG_CACHE_HOME"), home: given("HOME")))
    if let text = given(Self.folderVariable) {
      guard text == "off" || text.hasPrefix("/") else {
        throw .setting(
          variable: Self.folderVariable, value: text, expected: "a path from the root on, or off")
      }
      folder = text == "off" ? nil : text
    }
    if let text = given(Self.limitVariable) {
      guard let limit = ByteCount(text) else {
        throw .setting(
          variable: Self.limitVariable, value: text,
          expected: "a number of bytes such as 1000000, 64KiB, 256MiB or 2GiB")
      }
      byteLimit = limit.bytes
    }
  }

  /// `nereid` in the folder that the XDG base directory specification sets apart for caches: the
  /// value of `XDG_CACHE_HOME` if that is an absolute path, otherwise `.cache` in the user's
  /// folder; `nil` if neither is known.
  package static func folder(xdgCacheHome: String?, home: String?) -> String? {
    if let xdgCacheHome, xdgCacheHome.hasPrefix("/") { return "\(xdgCacheHome)/nereid" }
    if let home, home.hasPrefix("/") { return "\(home)/.cache/nereid" }
    return nil
  }
}
