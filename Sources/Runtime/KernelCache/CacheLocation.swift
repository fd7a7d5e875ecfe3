/// Where compiled kernels are kept unless somebody says otherwise.
package enum CacheLocation {
  /// `nereid` in the folder that the XDG base directory specification sets apart for caches: the
  /// value of `XDG_CACHE_HOME` if that is an absolute path, otherwise `.cache` in the user's
  /// folder; `nil` if neither is known.
  package static func folder(xdgCacheHome: String?, home: String?) -> String? {
    if let xdgCacheHome, xdgCacheHome.hasPrefix("/") { return "\(xdgCacheHome)/nereid" }
    if let home, home.hasPrefix("/") { return "\(home)/.cache/nereid" }
    return nil
  }

  /// How many bytes the entries take at most.
  package static let byteLimit = 1 << 30
}
