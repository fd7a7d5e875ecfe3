import Assembler
import Foundation
import Testing
import ToolTesting

/// The assemblers that `Scripts/fetch-ptxas` puts below `.tools`.
struct PinnedAssembler: Sendable, CustomTestStringConvertible {
  let version: String

  /// The versions of `ptxas`.
  static let all = [PinnedAssembler(version: "12.9.86"), PinnedAssembler(version: "13.0.88")]

  /// Why the tests with `ptxas` are skipped.
  static let absence: Comment = "Scripts/fetch-ptxas has not run"

  /// Every version is there.
  static var arePresent: Bool {
    all.allSatisfy { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// nvJitLink, which is fetched only on request.
  static let library = PinnedTools.path("libnvJitLink.so.12")

  /// Where this version lies.
  var path: String { PinnedTools.path("ptxas-\(version)") }

  /// This version, ready to assemble.
  func program() throws -> AssemblerProgram {
    try #require(Self.programs.first { $0.version == version })
  }

  /// Reading a whole assembler takes long without optimization, so that is done once.
  private static let programs = all.compactMap { try? AssemblerProgram(path: $0.path) }

  var testDescription: String { "ptxas \(version)" }
}
