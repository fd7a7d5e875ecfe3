import Foundation
import KernelCache
import Support
import Synchronization
import Testing
import ToolTesting

/// A kernel that is asked for is there, whatever the disk does.
@Suite struct KernelCacheTests {
  private struct Failure: Error {}

  private let root: TemporaryFolder

  init() throws { root = try TemporaryFolder() }

  @Test func kernelIsCompiledOnceAndThenFound() throws {
    let path = root.file("cache").path
    let cache = KernelCache(path: path) { Issue.record("\($0)") }
    #expect(origins(of: ["a", "b", "a"], in: cache) == [.compilation, .compilation, .memory])
    let second = KernelCache(path: path) { Issue.record("\($0)") }
    #expect(origins(of: ["a", "c", "a"], in: second) == [.disk, .compilation, .memory])
    let statistics = second.statistics
    #expect(statistics.diskHitCount == 1 && statistics.memoryHitCount == 1)
    #expect(statistics.compilationCount == 1 && statistics.faultCount == 0)
  }

  @Test func damagedEntryIsCompiledAgain() throws {
    let folder = root.file("cache")
    let cache = KernelCache(path: folder.path) { Issue.record("\($0)") }
    #expect(origins(of: ["a"], in: cache) == [.compilation])
    let entry = folder.appendingPathComponent("\(ExampleKernel.key("a")).kernel")
    var bytes = try Data(contentsOf: entry)
    bytes[bytes.count - 1] ^= 1
    let file = try FileHandle(forWritingTo: entry)
    try file.write(contentsOf: bytes)
    for origin in [KernelCache.Origin.compilation, .disk] {
      let other = KernelCache(path: folder.path) { Issue.record("\($0)") }
      #expect(origins(of: ["a"], in: other) == [origin])
    }
  }

  @Test func memoryKeepsWhatWasUsedLast() {
    let cache = KernelCache(path: nil, entryLimit: 4) { Issue.record("\($0)") }
    for name in ["a", "b", "c", "d"] { #expect(origins(of: [name], in: cache) == [.compilation]) }
    #expect(origins(of: ["a", "e"], in: cache) == [.memory, .compilation])
    #expect(origins(of: ["a", "b"], in: cache) == [.memory, .compilation])
  }

  @Test func errorsOfTheCompilerPassAndAreNotKept() throws {
    let cache = KernelCache(path: root.file("cache").path) { Issue.record("\($0)") }
    let key = ExampleKernel.key("a")
    #expect(throws: Failure.self) {
      try cache.kernel(for: key) { () throws(Failure) in throw Failure() }
    }
    #expect(origins(of: ["a"], in: cache) == [.compilation])
  }

  @Test func folderThatCannotBeUsedIsReportedOnce() throws {
    let file = try root.write("text", to: "file").path
    symlink("/absent/folder", root.file("dangling").path)
    mkdir(root.file("open").path, 0o700)
    chmod(root.file("open").path, 0o777)
    let paths = [
      file, "\(file)/below", root.file("dangling").path, root.file("dangling/below").path,
      root.file("open").path, "/proc/self/nereid", "/dev/null", "a\0b", "",
    ]
    for path in paths {
      let warnings = Mutex(0)
      let cache = KernelCache(path: path) { _ in warnings.withLock { $0 += 1 } }
      #expect(origins(of: ["a", "b", "a"], in: cache) == [.compilation, .compilation, .memory])
      #expect(warnings.withLock { $0 } == 1, "\(path)")
    }
  }

  @Test func folderThatDisappearsIsReportedOnce() throws {
    let path = root.file("cache").path
    let warnings = Mutex<[String]>([])
    let cache = KernelCache(path: path) { fault in
      warnings.withLock { $0.append(fault.description) }
    }
    #expect(origins(of: ["a"], in: cache) == [.compilation])
    try FileManager.default.removeItem(atPath: path)
    #expect(origins(of: ["b", "c"], in: cache) == [.compilation, .compilation])
    #expect(warnings.withLock { $0.count } == 1)
  }

  @Test(arguments: ["limited", "forbidden"])
  func processWithoutPermissionsOrSpaceCompiles(mode: String) throws {
    // The folder must be one that the process could use if it had what it lacks.
    let folder = root.file("parent")
    mkdir(folder.path, 0o755)
    if mode == "forbidden", geteuid() != 0 { chmod(folder.path, 0o555) }
    chmod(root.url.path, 0o755)
    let result = try CommandLineTool.run(
      program: "CacheStressTool", [mode, folder.path + "/cache"])
    #expect(result.code == 0, "\(result)")
    let lines = result.output.split(separator: "\n")
    #expect(lines.first == "2 compiled")
    #expect(lines.count == 2, "\(result)")
    let reason = mode == "forbidden" ? "permission denied" : "file too large"
    let noFolder = "no such file or folder"
    #expect(
      lines.last?.hasSuffix(reason) == true || lines.last?.hasSuffix(noFolder) == true, "\(lines)")
  }

  @Test func identityOfTheCompilerIsThatOfThisProgram() throws {
    #expect(try CompilerBuild.identity() == CompilerBuild.identity())
  }

  @Test(arguments: [
    ("/var/cache", "/home/a", "/var/cache/nereid"), (nil, "/home/a", "/home/a/.cache/nereid"),
    ("relative", "/home/a", "/home/a/.cache/nereid"), (nil, nil, nil), (nil, "", nil),
  ])
  func folderIsWhereTheSpecificationSays(xdg: String?, home: String?, folder: String?) {
    #expect(CacheLocation.folder(xdgCacheHome: xdg, home: home) == folder)
  }

  @Test(arguments: [
    ([:], nil, 1 << 30), (["HOME": "/home/a"], "/home/a/.cache/nereid", 1 << 30),
    (["HOME": "/home/a", "NEREID_CACHE": ""], "/home/a/.cache/nereid", 1 << 30),
    (["HOME": "/home/a", "NEREID_CACHE": "/kernels"], "/kernels", 1 << 30),
    (["HOME": "/home/a", "NEREID_CACHE": "off"], nil, 1 << 30),
    (["NEREID_CACHE": "/kernels", "NEREID_CACHE_LIMIT": "64KiB"], "/kernels", 65536),
  ])
  func environmentSaysWhereAndHowMuch(
    environment: [String: String], folder: String?, byteLimit: Int
  ) throws {
    #expect(
      try CacheLocation { environment[$0] }
        == CacheLocation(folder: folder, byteLimit: byteLimit))
  }

  @Test(arguments: [
    ("NEREID_CACHE", "kernels"), ("NEREID_CACHE", "0"), ("NEREID_CACHE_LIMIT", "-1"),
    ("NEREID_CACHE_LIMIT", "much"),
  ])
  func settingThatMeansNothingIsNamed(variable: String, value: String) {
    let fault = #expect(throws: CacheFault.self) {
      try CacheLocation { $0 == variable ? value : nil }
    }
    #expect(fault?.description.hasPrefix("\(variable) is '\(value)', expected ") == true)
  }

  /// Asks for kernels by name and says where each came from.
  private func origins(of names: [String], in cache: KernelCache) -> [KernelCache.Origin] {
    names.map { name in
      let found = cache.kernel(for: ExampleKernel.key(name)) { ExampleKernel.full(name) }
      #expect(found.kernel == ExampleKernel.full(name))
      return found.origin
    }
  }
}
