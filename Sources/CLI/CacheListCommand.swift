import ArgumentParser
import Foundation
import KernelCache
import Support

/// `nereid cache ls`: one line a kernel.
struct CacheListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ls",
    abstract: "List the kernels, the one used last in front.",
    discussion: """
      Examples:
        nereid cache ls
        nereid cache ls --folder /var/cache/kernels --json
      """)

  @OptionGroup var options: CacheOptions

  func run() throws {
    try options.run { folder, path, _ in
      let files = try folder?.files().filter { !$0.isTemporary } ?? []
      let sorted = files.sorted { ($1.lastUse, $0.name) < ($0.lastUse, $1.name) }
      return CacheListReport(
        folder: path,
        entries: try sorted.map { file in
          let kernel = try folder?.kernel(in: file)
          return CacheListReport.Entry(file, kernel)
        })
    }
  }
}

/// What the folder holds.
struct CacheListReport: Report {
  struct Entry: Encodable {
    var key: String
    /// Nothing if the entry is damaged.
    var kernel: String?
    var target: String?
    var registers: Int?
    var bytes: Int
    var lastUse: String

    init(_ file: CacheFolder.File, _ cached: CachedKernel?) {
      key = file.key?.description ?? ""
      kernel = cached?.kernel.name.escapingControlCharacters
      target = cached?.kernel.target.description
      registers = cached.flatMap { cached in
        cached.assembly?.resources(of: cached.kernel.name)?.registerCount
      }
      bytes = file.byteCount
      lastUse = Date(timeIntervalSince1970: Double(file.lastUse)).formatted(.iso8601)
    }
  }

  var folder: String
  var entries: [Entry]

  var text: String {
    guard !entries.isEmpty else { return "no kernels in \(folder)" }
    var table = TextTable(header: ["kernel", "target", "registers", "bytes", "last use", "key"])
    table.rows = entries.map { entry in
      [
        entry.kernel ?? "(damaged)", entry.target ?? "", entry.registers.map { "\($0)" } ?? "",
        "\(entry.bytes)", entry.lastUse, String(entry.key.prefix(12)),
      ]
    }
    return table.text
  }
}
