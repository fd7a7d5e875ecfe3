import Foundation
import Testing

/// The system's C compiler.
enum CCompiler {
  /// Runs `cc` with `arguments`, and fails with what it says if it fails.
  static func run(_ arguments: [String]) throws {
    let (status, output) = try start("/usr/bin/env", ["cc"] + arguments)
    if status != 0 { throw Failure(output: output) }
  }

  /// Runs the program at `path` and returns its exit status and what it printed.
  static func start(_ path: String, _ arguments: [String]) throws -> (status: Int32, output: String)
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  /// What the compiler said.
  struct Failure: Error, CustomStringConvertible {
    let output: String
    var description: String { output }
  }
}
