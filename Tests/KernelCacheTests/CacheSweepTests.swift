import Foundation
import KernelCache
import Testing
import ToolTesting

/// The folder stays within its limit, and what killed writers leave goes.
@Suite struct CacheSweepTests {
  private let root: TemporaryFolder
  private let folder: CacheFolder
  private let keys = ["a", "b", "c", "d"].map { ExampleKernel.key($0) }

  init() throws {
    root = try TemporaryFolder()
    folder = try CacheFolder(path: root.file("cache").path)
  }

  @Test func leastRecentlyUsedEntriesGoFirst() throws {
    for (index, key) in keys.enumerated() {
      try folder.keep([UInt8](repeating: 0, count: 1000), for: key)
      try setAge(1000 * (index + 1), of: "\(key).kernel")
    }
    // The oldest is used once more.
    #expect(try folder.find(keys[3]) != .absent)
    let size = try folder.files()[0].byteCount
    let sweep = try folder.sweep(byteLimit: 2 * size)
    #expect(sweep.entryCount == 2)
    #expect(sweep.byteCount == 2 * size && sweep.remainingByteCount == 2 * size)
    #expect(Set(try folder.files().map(\.key)) == [keys[0], keys[3]])
  }

  @Test func temporaryFilesGoAfterAnHour() throws {
    try folder.keep([1], for: keys[0])
    for (name, age) in [(".new.1.2", 3500), (".new.3.4", 3700), ("foreign", 9000)] {
      _ = try root.write("half", to: "cache/\(name)")
      try setAge(age, of: name)
    }
    let sweep = try folder.sweep(byteLimit: 1 << 20)
    #expect(sweep.temporaryCount == 1 && sweep.entryCount == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == [".new.1.2", "\(keys[0]).kernel", "foreign"])
  }

  @Test func cacheSweepsWhileItWrites() throws {
    let cache = KernelCache(path: folder.path, byteLimit: 2000) { Issue.record("\($0)") }
    for number in 0..<40 {
      _ = cache.kernel(for: ExampleKernel.key("k\(number)")) { ExampleKernel.full() }
    }
    let sizes = try folder.files().map(\.byteCount)
    #expect(sizes.reduce(0, +) <= 2000 + sizes[0])
  }

  private func setAge(_ seconds: Int, of name: String) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -Double(seconds))],
      ofItemAtPath: "\(folder.path)/\(name)")
  }
}
