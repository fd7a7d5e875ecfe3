import Compiler
import Foundation
import KernelCache
import PTX
import Support
import Testing
import ToolTesting

/// `nereid cache` on a folder with three kernels, one of them damaged.
struct CacheCommandTests {
  private let root: TemporaryFolder
  private let folder: String

  init() throws {
    root = try TemporaryFolder()
    folder = root.file("cache").path
    let cache = try CacheFolder(path: folder)
    for name in ["first", "second", "third"] {
      let kernel = CachedKernel(
        kernel: CompiledKernel(
          name: name, ptx: Array("text".utf8), target: .sm90a, warpCount: 4, sharedByteCount: 0,
          parameters: []))
      try cache.keep(kernel.record, for: Self.key(name))
    }
    let damaged = try FileHandle(forWritingTo: URL(fileURLWithPath: Self.path("third", folder)))
    try damaged.seekToEnd()
    try damaged.write(contentsOf: Data([0]))
    try damaged.close()
    _ = try root.write("half", to: "cache/.new.1.2")
  }

  private static func key(_ name: String) -> KernelCacheKey {
    KernelCacheKey(SHA256.digest(of: Array(name.utf8)))
  }

  private static func path(_ name: String, _ folder: String) -> String {
    "\(folder)/\(key(name)).kernel"
  }

  @Test(arguments: ["ls", "stats", "prune", "verify"])
  func helpHasExamples(command: String) throws {
    let result = try CommandLineTool.run("cache", command, "--help")
    #expect(result.code == 0)
    #expect(result.output.contains("nereid cache \(command)"))
    #expect(result.output.contains("--json"))
  }

  @Test func kernelsAreListed() throws {
    let result = try CommandLineTool.run("cache", "ls", "--folder", folder)
    #expect(result.code == 0, "\(result)")
    for name in ["first", "second", "(damaged)"] { #expect(result.output.contains(name)) }
    let report = try json("ls", as: List.self)
    #expect(Set(report.entries.map(\.kernel)) == ["first", "second", nil])
    #expect(Set(report.entries.map(\.key)).contains("\(Self.key("third"))"))
  }

  @Test func kernelsAreCounted() throws {
    let report = try json("stats", as: Statistics.self)
    #expect(report.kernels == 3 && report.temporaryFiles == 1)
    #expect(report.bytes > 3 * 96 && report.byteLimit == 1 << 30)
  }

  @Test func damageIsFoundAndRemoved() throws {
    let found = try CommandLineTool.run("cache", "verify", "--folder", folder)
    #expect(found.code == 1)
    #expect(found.output.hasSuffix("damaged \(Self.key("third")).kernel\n2 sound, 1 damaged\n"))
    let removed = try CommandLineTool.run("cache", "verify", "--remove", "--folder", folder)
    #expect(removed.code == 0)
    let clean = try CommandLineTool.run("cache", "verify", "--folder", folder)
    #expect(clean.code == 0)
    #expect(clean.output == "2 sound, 0 damaged\n")
  }

  @Test func limitLeavesWhatFits() throws {
    let one = try json("stats", as: Statistics.self).bytes / 3
    let result = try CommandLineTool.run(
      "cache", "prune", "--limit", "\(2 * one)", "--folder", folder)
    #expect(result.code == 0, "\(result)")
    #expect(try json("stats", as: Statistics.self).kernels < 3)
    _ = try CommandLineTool.run("cache", "prune", "--all", "--folder", folder)
    let report = try json("stats", as: Statistics.self)
    // A file that somebody may still be writing stays for an hour.
    #expect(report.kernels == 0 && report.temporaryFiles == 1)
  }

  @Test(arguments: ["-1", "1.5MiB", "9999999999GiB", "MiB", "ten"])
  func limitThatIsNoNumberIsRefused(limit: String) throws {
    let result = try CommandLineTool.run("cache", "prune", "--limit=\(limit)", "--folder", folder)
    #expect(result.code == 64)
    #expect(result.errors.contains(limit))
  }

  @Test(arguments: ["ls", "stats", "prune", "verify"])
  func folderThatIsAbsentIsEmptyAndStaysAbsent(command: String) throws {
    let absent = root.file("absent").path
    let result = try CommandLineTool.run("cache", command, "--folder", absent)
    #expect(result.code == 0, "\(result)")
    #expect(!FileManager.default.fileExists(atPath: absent))
  }

  @Test(arguments: ["ls", "stats", "prune", "verify"])
  func folderThatOthersMayWriteToIsRefused(command: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder)
    let result = try CommandLineTool.run("cache", command, "--folder", folder)
    #expect(result.code == 1)
    #expect(
      result.errors
        == "error: other users may write to '\(folder)', whose mode is 777; expected at most 755\n")
  }

  private struct List: Decodable {
    struct Entry: Decodable {
      var key: String
      var kernel: String?
    }
    var entries: [Entry]
  }

  private struct Statistics: Decodable {
    var kernels: Int
    var bytes: Int
    var byteLimit: Int
    var temporaryFiles: Int
  }

  private func json<Report: Decodable>(_ command: String, as type: Report.Type) throws -> Report {
    let result = try CommandLineTool.run("cache", command, "--json", "--folder", folder)
    return try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
  }
}
