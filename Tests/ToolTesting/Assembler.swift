import Foundation
import PTX

/// A version of `ptxas` that `Scripts/fetch-ptxas` has put below `.tools`.
package struct Assembler: Sendable, CustomStringConvertible {
  /// Its version.
  package let version: String

  /// The versions that the tests assemble with.
  package static let all = [Assembler(version: "12.9.86"), Assembler(version: "13.0.88")]

  private var program: String { PinnedTools.path("ptxas-\(version)") }

  /// Whether it was fetched.
  package var isPresent: Bool { FileManager.default.isExecutableFile(atPath: program) }

  package var description: String { "ptxas \(version)" }

  /// What the assembler says about `text`: nothing if it takes it without a warning.
  package func complaints(
    about text: [UInt8], for target: PTXTarget, options: [String] = []
  ) throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nereid-assembled-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appendingPathComponent("module.ptx")
    try Data(text).write(to: input)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments =
      ["-arch=\(target)", input.path, "-o", folder.appendingPathComponent("module.cubin").path]
      + options
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let ended =
      process.terminationStatus == 0 ? "" : "ptxas ended with \(process.terminationStatus)"
    return output.replacing(input.path, with: "module.ptx") + ended
  }
}
