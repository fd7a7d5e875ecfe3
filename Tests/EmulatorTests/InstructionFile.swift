import Foundation
import Support
import Testing

/// A case below `Instructions`.
struct InstructionFile: Sendable, CustomTestStringConvertible {
  /// Its path below the folder, without the extension.
  let name: String

  /// Whether lanes of a warp may take different ways in it.
  var partsLanes: Bool {
    ["atomics/tickets", "atomics/cas", "barriers/", "control/", "warps/"]
      .contains { name.hasPrefix($0) }
  }

  /// The folder of the cases.
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Instructions")

  /// All cases, by name.
  static let all: [InstructionFile] = {
    let families = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return families.flatMap { family in
      let path = folder.appendingPathComponent(family).path
      return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
        .filter { $0.hasSuffix(".ptx") }
        .map { InstructionFile(name: "\(family)/\($0.dropLast(4))") }
    }
    .sorted { $0.name < $1.name }
  }()

  var testDescription: String { name }

  /// What the file says.
  func read() throws -> InstructionCase {
    let text = try String(
      contentsOf: Self.folder.appendingPathComponent(name + ".ptx"), encoding: .utf8)
    return try InstructionCase(SourceText(name: name + ".ptx", text: text), text: text)
  }
}
