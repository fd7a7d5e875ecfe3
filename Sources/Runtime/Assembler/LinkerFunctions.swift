#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The functions of an open nvJitLink.
///
/// Each is exported with the version in its name, and a library of a major version keeps the names
/// of that version's first release.
struct LinkerFunctions: Sendable {
  /// A module that is being assembled.
  typealias Link = OpaquePointer

  private typealias Version =
    @convention(c) (UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<UInt32>) -> Int32
  private typealias Create =
    @convention(c) (
      UnsafeMutablePointer<Link?>, UInt32, UnsafePointer<UnsafePointer<CChar>?>?
    ) -> Int32
  private typealias AddData =
    @convention(c) (Link, Int32, UnsafeRawPointer?, Int, UnsafePointer<CChar>) -> Int32
  private typealias Complete = @convention(c) (Link) -> Int32
  private typealias Size = @convention(c) (Link, UnsafeMutablePointer<Int>) -> Int32
  private typealias Content = @convention(c) (Link, UnsafeMutableRawPointer?) -> Int32
  private typealias Destroy = @convention(c) (UnsafeMutablePointer<Link?>) -> Int32

  /// nvJitLink's number for PTX.
  private static let ptxKind: Int32 = 2

  /// `major.minor`.
  let version: String
  private let create: Create
  private let addData: AddData
  private let completeLink: Complete
  private let destroy: Destroy
  private let errorLogSize: Size
  private let errorLogContent: Content
  private let infoLogSize: Size
  private let infoLogContent: Content
  private let codeSize: Size
  private let codeContent: Content

  /// The functions of the library `handle`, which was opened at `path`.
  /// - Throws: an `AssemblerError` that names the first function that is missing.
  init(of handle: UnsafeMutableRawPointer, path: String) throws(AssemblerError) {
    let find = Symbols(handle: handle, path: path)
    var (major, minor): (UInt32, UInt32) = (0, 0)
    guard try find("nvJitLinkVersion", as: Version.self)(&major, &minor) == 0 else {
      throw AssemblerError.notAnAssembler(path: path, reason: "it does not state its version")
    }
    version = "\(major).\(minor)"
    func function<T>(_ name: String, as type: T.Type) throws(AssemblerError) -> T {
      try find("__nvJitLink\(name)_\(major)_0", as: type)
    }
    create = try function("Create", as: Create.self)
    addData = try function("AddData", as: AddData.self)
    completeLink = try function("Complete", as: Complete.self)
    destroy = try function("Destroy", as: Destroy.self)
    errorLogSize = try function("GetErrorLogSize", as: Size.self)
    errorLogContent = try function("GetErrorLog", as: Content.self)
    infoLogSize = try function("GetInfoLogSize", as: Size.self)
    infoLogContent = try function("GetInfoLog", as: Content.self)
    codeSize = try function("GetLinkedCubinSize", as: Size.self)
    codeContent = try function("GetLinkedCubin", as: Content.self)
  }

  /// A new link; `nil` if the library does not take `flags`.
  func begin(flags: [String]) -> Link? {
    var link: Link?
    let copies = flags.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    let arguments = copies.map { $0.map { UnsafePointer($0) } }
    guard create(&link, UInt32(arguments.count), arguments) == 0 else { return nil }
    return link
  }

  /// Frees what `link` holds.
  func end(_ link: Link) {
    var link: Link? = link
    _ = destroy(&link)
  }

  /// Adds a module; whether the library took it.
  func add(_ ptx: [UInt8], named name: String, to link: Link) -> Bool {
    // The library reads the text up to a zero byte.
    let text = ptx + [0]
    return text.withUnsafeBytes { addData(link, Self.ptxKind, $0.baseAddress, $0.count, name) } == 0
  }

  /// Assembles what was added; whether there is code.
  func complete(_ link: Link) -> Bool { completeLink(link) == 0 }

  /// The code of a complete link.
  func code(of link: Link) -> [UInt8] { bytes(of: link, codeSize, codeContent) }

  /// What the library says went wrong.
  func errorLog(of link: Link) -> String { text(of: link, errorLogSize, errorLogContent) }

  /// What else the library says.
  func infoLog(of link: Link) -> String { text(of: link, infoLogSize, infoLogContent) }

  private func bytes(of link: Link, _ size: Size, _ content: Content) -> [UInt8] {
    var count = 0
    guard size(link, &count) == 0, count > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: count)
    let code = bytes.withUnsafeMutableBytes { content(link, $0.baseAddress) }
    return code == 0 ? bytes : []
  }

  private func text(of link: Link, _ size: Size, _ content: Content) -> String {
    String(decoding: bytes(of: link, size, content).prefix { $0 != 0 }, as: UTF8.self)
  }
}

/// Looks up functions of one library.
private struct Symbols {
  let handle: UnsafeMutableRawPointer
  let path: String

  func callAsFunction<T>(_ name: String, as type: T.Type) throws(AssemblerError) -> T {
    guard let symbol = dlsym(handle, name) else {
      throw AssemblerError.notAnAssembler(path: path, reason: "it has no function '\(name)'")
    }
    return unsafeBitCast(symbol, to: type)
  }
}
