import Foundation
import KernelCache
import Support
import Testing
import ToolTesting

/// What is kept is found again; what others could have written is not trusted.
@Suite struct CacheFolderTests {
  private let root: TemporaryFolder
  private let path: String
  private let key = ExampleKernel.key("softmax")

  init() throws {
    root = try TemporaryFolder()
    path = root.file("a/b/nereid").path
  }

  @Test func contentIsFoundAgain() throws {
    let folder = try CacheFolder(path: path)
    #expect(try folder.find(key) == .absent)
    try folder.keep([1, 2, 3], for: key)
    #expect(try folder.find(key) == .kept([1, 2, 3]))
    try folder.keep([4], for: key)
    #expect(try CacheFolder(path: path).find(key) == .kept([4]))
    #expect(try folder.find(ExampleKernel.key("other")) == .absent)
    #expect(try folder.files().map(\.key) == [key])
  }

  @Test func nobodyElseMayReadOrWrite() throws {
    try CacheFolder(path: path).keep([1], for: key)
    for (file, mode) in [(path, 0o700), ("\(path)/\(key).kernel", 0o600)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: file)
      #expect(attributes[.posixPermissions] as? Int == mode, "\(file)")
    }
  }

  @Test(arguments: [0o770, 0o702, 0o777])
  func folderThatOthersMayWriteToIsRefused(mode: Int) throws {
    _ = try CacheFolder(path: path)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    #expect(throws: CacheFault.writableByOthers(path: path, mode: UInt32(mode))) {
      try CacheFolder(path: path)
    }
  }

  @Test(.enabled("only the superuser gives files away") { geteuid() == 0 })
  func whatBelongsToAnotherIsRefused() throws {
    let folder = try CacheFolder(path: path)
    try folder.keep([1], for: key)
    chown("\(path)/\(key).kernel", 65534, 65534)
    #expect(try folder.find(key) == .damaged)
    chown(path, 65534, 65534)
    #expect(throws: CacheFault.foreignOwner(path: path, user: 65534)) {
      try CacheFolder(path: path)
    }
  }

  @Test(arguments: ["there", "absent"]) func linkInPlaceOfTheFolderIsRefused(name: String) throws {
    let there = root.file("there").path
    _ = try CacheFolder(path: there)
    let link = root.file("link").path
    symlink(root.file(name).path, link)
    #expect(throws: CacheFault.noFolder(path: link)) { try CacheFolder(path: link) }
  }

  @Test func fileInPlaceOfTheFolderIsRefused() throws {
    let file = try root.write("text", to: "file").path
    #expect(throws: CacheFault.noFolder(path: file)) { try CacheFolder(path: file) }
    #expect(
      throws: CacheFault.file(
        FileError(path: "\(file)/nereid", action: .write, reason: .notFound))
    ) { try CacheFolder(path: "\(file)/nereid") }
  }

  @Test func entryThatIsNoPlainFileOfOursIsDamaged() throws {
    let folder = try CacheFolder(path: path)
    let entry = "\(path)/\(key).kernel"
    symlink("/absent", entry)
    #expect(try folder.find(key) == .damaged)
    unlink(entry)
    mkfifo(entry, 0o600)
    #expect(try folder.find(key) == .damaged)
    unlink(entry)
    mkdir(entry, 0o700)
    #expect(try folder.find(key) == .damaged)
    rmdir(entry)
    try folder.keep([1], for: key)
    chmod(entry, 0o620)
    #expect(try folder.find(key) == .damaged)
  }

  @Test func entryUnderAnotherNameIsDamaged() throws {
    let folder = try CacheFolder(path: path)
    try folder.keep([1], for: key)
    let other = ExampleKernel.key("other")
    rename("\(path)/\(key).kernel", "\(path)/\(other).kernel")
    #expect(try folder.find(other) == .damaged)
  }

  @Test func kernelThatIsTooLargeIsNotKept() throws {
    let folder = try CacheFolder(path: path)
    let content = [UInt8](repeating: 0, count: CacheRecord.contentLimit + 1)
    #expect(throws: CacheFault.self) { try folder.keep(content, for: key) }
    #expect(try folder.files().isEmpty)
  }
}
