import Foundation

/// The built tool, run as a user runs it.
package enum CommandLineTool {
  /// What one run left.
  package struct Result {
    /// The exit code, or the number of the signal that ended the run.
    package var code: Int32
    /// A signal ended the run.
    package var hasCrashed: Bool
    /// What was printed to standard output.
    package var output: String
    /// What was printed to standard error.
    package var errors: String
  }

  /// The path of the built program called `name`, or its name if there is none.
  package static func locate(_ name: String) -> String {
    // The folder that holds the test bundle also holds the programs.
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    // On macOS the bundle is three levels deep.
    for _ in 0..<4 {
      let tool = folder.appendingPathComponent(name).path
      if FileManager.default.isExecutableFile(atPath: tool) { return tool }
      folder.deleteLastPathComponent()
    }
    return name
  }

  /// Runs the tool with `arguments` and waits for its end.
  package static func run(_ arguments: String..., in folder: URL? = nil) throws -> Result {
    try run(arguments, in: folder)
  }

  /// Runs the tool with `arguments` and waits for its end.
  package static func run(
    _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]
  ) throws -> Result {
    try run(program: "nereid", arguments, in: folder, environment: environment)
  }

  /// Runs the built program called `program` and waits for its end.
  ///
  /// Its environment is that of the tests and `environment`; unless that says something else, what
  /// the program compiles for a GPU is not kept in the user's folder, and the driver assembles.
  package static func run(
    program: String, _ arguments: [String] = [], in folder: URL? = nil,
    environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: locate(program))
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .merging(["NEREID_CACHE": "off", "NEREID_ASSEMBLER": ""]) { $1 }
      .merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = folder }
    // Files, not pipes: a pipe that nobody empties stops a tool that prints much.
    let scratch = try TemporaryFolder()
    let (outputFile, errorFile) = (scratch.file("out"), scratch.file("err"))
    for file in [outputFile, errorFile] {
      try Data().write(to: file)
    }
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Result(
      code: process.terminationStatus, hasCrashed: process.terminationReason != .exit,
      output: String(decoding: try Data(contentsOf: outputFile), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
  }
}
