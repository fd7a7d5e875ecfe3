import ArgumentParser
import KernelCache

/// `nereid cache verify`: reads every kernel as a launch would.
struct CacheVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Read every kernel and compare it with its digest.",
    discussion: """
      A launch ignores a damaged kernel and compiles it again, so damage costs time and nothing
      else.
      The exit code is 1 if damaged kernels are left.

      Examples:
        nereid cache verify
        nereid cache verify --remove
      """)

  @Flag(help: "Remove what is damaged.")
  var remove = false

  @OptionGroup var options: CacheOptions

  func run() throws {
    var isDamaged = false
    try options.run { folder, path, _ in
      var report = CacheVerifyReport(folder: path)
      for file in try folder?.files().filter({ !$0.isTemporary }) ?? [] {
        if try folder?.kernel(in: file) != nil {
          report.sound += 1
        } else {
          report.damaged.append(file.name)
          if remove { try folder?.remove(file.name) }
        }
      }
      report.areRemoved = remove
      isDamaged = !report.damaged.isEmpty && !remove
      return report
    }
    if isDamaged { throw ExitCode.failure }
  }
}

/// Which entries a launch would not use.
struct CacheVerifyReport: Report {
  var folder: String
  var sound = 0
  /// The names of the files.
  var damaged: [String] = []
  var areRemoved = false

  init(folder: String) { self.folder = folder }

  var text: String {
    let lines = damaged.map { areRemoved ? "removed \($0)" : "damaged \($0)" }
    return (lines + ["\(sound) sound, \(damaged.count) damaged"]).joined(separator: "\n")
  }
}
