import ArgumentParser
import Foundation
import KernelCache

/// `nereid cache`: looks after the compiled kernels that are kept on disk.
struct CacheCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cache",
    abstract: "Look after the compiled kernels on disk.",
    discussion: """
      Kernels that were compiled for a GPU lie in the folder that NEREID_CACHE names, or else in
      $XDG_CACHE_HOME/nereid or ~/.cache/nereid; NEREID_CACHE=off keeps none. They take up to 1 GiB,
      or what NEREID_CACHE_LIMIT says, such as 256MiB. Any of them may be removed at any time: what
      is missing is compiled again.

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

  /// Prints the report on the folder at the path, or on nothing where there is none yet, and on the
  /// room that it has.
  func run(_ report: (CacheFolder?, String, Int) throws -> some Report) throws {
    do {
      let location = try CacheLocation.ofThisProcess()
      guard let path = folder ?? location.folder else {
        throw RunError(
          "no folder: NEREID_CACHE is off, or neither XDG_CACHE_HOME nor HOME is set; --folder names "
            + "one")
      }
      let isThere = FileManager.default.fileExists(atPath: path)
      let folder = isThere ? try CacheFolder(path: path, isCreated: false) : nil
      try report(folder, path, location.byteLimit).print(asJSON: json)
    } catch let error as ExitCode {
      throw error
    } catch {
      printError("error: \(error)")
      throw ExitCode.failure
    }
  }
}

extension CacheLocation {
  /// What the environment of this process says.
  static func ofThisProcess() throws(CacheFault) -> CacheLocation {
    let environment = ProcessInfo.processInfo.environment
    return try CacheLocation { environment[$0] }
  }
}
