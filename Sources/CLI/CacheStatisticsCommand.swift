import ArgumentParser
import KernelCache

/// `nereid cache stats`: how many kernels there are and what room they take.
struct CacheStatisticsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Say how many kernels there are and what room they take.",
    discussion: """
      Examples:
        nereid cache stats
        nereid cache stats --json
      """)

  @OptionGroup var options: CacheOptions

  func run() throws {
    try options.run { folder, path, byteLimit in
      CacheStatisticsReport(
        folder: path, files: try folder?.files() ?? [], byteLimit: byteLimit)
    }
  }
}

/// Counts and sizes.
struct CacheStatisticsReport: Report {
  var folder: String
  var kernels: Int
  var bytes: Int
  var byteLimit: Int
  var temporaryFiles: Int

  init(folder: String, files: [CacheFolder.File], byteLimit: Int) {
    let entries = files.filter { !$0.isTemporary }
    self.folder = folder
    kernels = entries.count
    bytes = entries.reduce(0) { $0 + $1.byteCount }
    self.byteLimit = byteLimit
    temporaryFiles = files.count - entries.count
  }

  var text: String {
    var table = TextTable(header: ["subject", "value"])
    table.rows = [
      ["folder", folder], ["kernels", "\(kernels)"], ["bytes", "\(bytes)"],
      ["byte limit", "\(byteLimit)"], ["temporary files", "\(temporaryFiles)"],
    ]
    return table.text
  }
}
