import Support

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder that only this user can read, gone with what lies in it when the value ends.
struct PrivateFolder: ~Copyable {
  /// Where it lies, without a slash at the end.
  let path: String

  /// A new folder in the folder `parent`.
  init(in parent: String) throws(FileError) {
    // mkdtemp allows only its caller to read the folder.
    var template = Array("\(parent)/nereid-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw FileError(path: parent, action: .write, reason: .init(errorNumber: errno))
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in (try? listDirectory(at: path)) ?? [] { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  /// The path of what is called `name` in the folder.
  func file(_ name: String) -> String { "\(path)/\(name)" }
}
