import ArgumentParser
import KernelCache
import Support

/// `nereid cache prune`: removes what was used least recently.
struct CachePruneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Remove the kernels used least recently, and what killed processes left.",
    discussion: """
      Examples:
        nereid cache prune
        nereid cache prune --limit 256MiB
        nereid cache prune --all
      """)

  @Option(
    help: ArgumentHelp(
      "How many bytes may stay, such as 1000000, 64KiB, 256MiB or 2GiB.",
      discussion: "Otherwise what NEREID_CACHE_LIMIT says, or 1 GiB."))
  var limit: ByteCount?

  @Flag(help: "Remove every kernel.")
  var all = false

  @OptionGroup var options: CacheOptions

  func run() throws {
    try options.run { folder, path, usualLimit in
      let byteLimit = all ? 0 : limit?.bytes ?? usualLimit
      return CachePruneReport(
        folder: path, sweep: try folder?.sweep(byteLimit: byteLimit) ?? CacheFolder.Sweep())
    }
  }
}

/// What was removed.
struct CachePruneReport: Report {
  var folder: String
  var removedKernels: Int
  var removedTemporaryFiles: Int
  var removedBytes: Int
  var remainingBytes: Int

  init(folder: String, sweep: CacheFolder.Sweep) {
    self.folder = folder
    (removedKernels, removedTemporaryFiles) = (sweep.entryCount, sweep.temporaryCount)
    (removedBytes, remainingBytes) = (sweep.byteCount, sweep.remainingByteCount)
  }

  var text: String {
    """
    removed \(removedKernels) kernels and \(removedTemporaryFiles) temporary files, \
    \(removedBytes) bytes; \(remainingBytes) bytes of kernels are left
    """
  }
}
