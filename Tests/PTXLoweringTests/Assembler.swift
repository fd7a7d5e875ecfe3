import Foundation
import PTX
import Testing

/// A version of `ptxas` that `Scripts/fetch-ptxas` has put below `.tools`.
struct Assembler: Sendable, CustomTestStringConvertible {
  let version: String

  /// The versions that the tests assemble with.
  static let all = [Assembler(version: "12.9.86"), Assembler(version: "13.0.88")]

  private var program: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent(".tools/ptxas-\(version)")
  }

  var isPresent: Bool { FileManager.default.isExecutableFile(atPath: program.path) }

  var testDescription: String { "ptxas \(version)" }

  /// What the assembler says about `text`: nothing if it takes it without a warning.
  func complaints(about text: [UInt8], for target: PTXTarget, options: [String] = []) throws
    -> String
  {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nereid-lowered-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appendingPathComponent("module.ptx")
    try Data(text).write(to: input)
    let process = Process()
    process.executableURL = program
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
