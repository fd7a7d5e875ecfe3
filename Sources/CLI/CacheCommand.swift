import ArgumentParser
import Foundation
import KernelCache

/// `nereid cache`: looks after the compiled kernels that are kept on disk.
struct CacheCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cache",
    abstract: "Look after the compiled kernels on disk.",
    discussion: """
      Compiled kernels lie in $XDG_CACHE_HOME/nereid, or in ~/.cache/nereid. Any of them may be
      removed at any time: what is missing is compiled again.

      Examples:
        nereid cache ls
        nereid cache stats --json
        nereid cache prune --limit 256MiB
        nereid cache verify --remove
      """,
    subcommands: [
      CacheListCommand.self, CacheStatisticsCommand.self, CachePruneCommand.self,
      CacheVerifyCommand.self,
    ])
}

/// Which folder is meant, and how the report is printed.
struct CacheOptions: ParsableArguments {
  @Option(help: "The folder with the kernels, instead of the usual one.", completion: .directory)
  var folder: String?

  @Flag(help: "Print the report as JSON.")
  var json = false

  /// The folder's path.
  func path() throws -> String {
    let environment = ProcessInfo.processInfo.environment
    let usual = CacheLocation.folder(
      xdgCacheHome: environment["XDG_CACHE_HOME"], home: environment["HOME"])
    guard let path = folder ?? usual else {
      throw RunError("neither XDG_CACHE_HOME nor HOME names a folder; --folder does")
    }
    return path
  }

  /// Prints the report on the folder, or on nothing where there is none yet.
  func run(_ report: (CacheFolder?, String) throws -> some Report) throws {
    do {
      let path = try path()
      let isThere = FileManager.default.fileExists(atPath: path)
      let folder = isThere ? try CacheFolder(path: path, isCreated: false) : nil
      try report(folder, path).print(asJSON: json)
    } catch let error as ExitCode {
      throw error
    } catch {
      printError("error: \(error)")
      throw ExitCode.failure
    }
  }
}
