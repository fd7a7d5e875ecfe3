import Foundation

/// The built tool, run as a user runs it.
struct CommandLineTool {
  /// What one run left.
  struct Result {
    var code: Int32
    var output: String
    var errors: String
  }

  /// The folder that holds the test bundle also holds the tool.
  static let path: String = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    // On macOS the bundle is three levels deep.
    for _ in 0..<4 {
      let tool = folder.appendingPathComponent("nereid").path
      if FileManager.default.isExecutableFile(atPath: tool) { return tool }
      folder.deleteLastPathComponent()
    }
    return "nereid"
  }()

  /// Runs the tool with `arguments` and waits for its end.
  static func run(_ arguments: String..., in folder: URL? = nil) throws -> Result {
    try run(arguments, in: folder)
  }

  /// Runs the tool with `arguments` and waits for its end.
  static func run(_ arguments: [String], in folder: URL? = nil) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
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
      code: process.terminationStatus, output: try String(contentsOf: outputFile, encoding: .utf8),
      errors: try String(contentsOf: errorFile, encoding: .utf8))
  }
}

/// A folder that is gone when nobody holds it any more.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "nereid-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func file(_ name: String) -> URL { url.appendingPathComponent(name) }

  /// Writes `text` to a new file and returns it.
  func write(_ text: String, to name: String) throws -> URL {
    try text.write(to: file(name), atomically: true, encoding: .utf8)
    return file(name)
  }
}
