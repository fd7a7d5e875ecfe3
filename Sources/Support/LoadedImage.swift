#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The programs and libraries of this process.
package enum LoadedImage {
  /// The path of the file whose code or data lies at `address`.
  /// - Throws: a `FileError` when the system does not tell.
  package static func path(holding address: UInt) throws(FileError) -> String {
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
