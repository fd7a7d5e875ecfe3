import Support

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Which build of the compiler this is.
package enum CompilerBuild {
  /// A fingerprint of the program or library that holds the compiler, so that what another build
  /// has made is not taken for what this one would make.
  /// - Throws: a `FileError` when the file cannot be read, as after it was replaced.
  package static func identity() throws(FileError) -> String {
    let path = try image(holding: UInt(bitPattern: #dsohandle))
    return try ContentFingerprint(ofFileAt: path).description
  }

  /// The file whose code or data lies at `address`.
  private static func image(holding address: UInt) throws(FileError) -> String {
    #if canImport(Darwin)
      var info = Dl_info()
      guard dladdr(UnsafeRawPointer(bitPattern: address), &info) != 0, let name = info.dli_fname
      else { throw FileError(path: "program", action: .read, reason: .notFound) }
      return String(cString: name)
    #else
      // The loader knows the main program only by the name that it was called by.
      let maps = "/proc/self/maps"
      let text = String(decoding: try readFile(at: maps, limit: 64 << 20), as: UTF8.self)
      for line in text.split(separator: "\n") {
        let fields = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
        let bounds = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
        guard bounds.count == 2, bounds[0] <= address, address < bounds[1] else { continue }
        if fields.count == 6 { return String(fields[5].drop { $0 == " " }) }
      }
      throw FileError(path: maps, action: .read, reason: .notFound)
    #endif
  }
}
