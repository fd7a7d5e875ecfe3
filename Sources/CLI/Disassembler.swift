import Foundation

/// NVIDIA's `nvdisasm`, which prints machine code as text.
struct Disassembler {
  /// Where the program lies.
  let path: String

  /// The instructions of `cubin` as text.
  ///
  /// - Throws: a `RunError` with what the program says.
  func text(of cubin: [UInt8]) throws -> String {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("nereid-\(UUID().uuidString)")
    do {
      try files.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      defer { try? files.removeItem(at: folder) }
      let (code, output, errors) = (
        folder.appendingPathComponent("kernel.cubin"), folder.appendingPathComponent("out"),
        folder.appendingPathComponent("errors")
      )
      try Data(cubin).write(to: code)
      // Files, not pipes: a pipe that nobody empties stops a program that prints much.
      for file in [output, errors] { try Data().write(to: file) }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: path)
      process.arguments = [code.path]
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = try FileHandle(forWritingTo: errors)
      process.standardInput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      guard process.terminationReason == .exit, process.terminationStatus == 0 else {
        let message = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
        throw RunError(
          "'\(path)' does not take the code: "
            + message.trimmingCharacters(in: .whitespacesAndNewlines))
      }
      return String(decoding: try Data(contentsOf: output), as: UTF8.self)
    } catch let error as RunError {
      throw error
    } catch {
      throw RunError("cannot disassemble with '\(path)': \(error.localizedDescription)")
    }
  }
}
