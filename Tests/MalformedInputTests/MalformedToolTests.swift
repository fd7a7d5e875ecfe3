import Foundation
import Testing
import ToolTesting

/// Gives every malformed input to `nereid opt`, as a user would.
struct MalformedToolTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: try MalformedCorpus.themes().map(\.name))
  func theToolRefusesWith1AndNamesTheFile(theme: String) throws {
    for malformed in try MalformedCorpus.all() where malformed.theme == theme {
      let file = folder.file(malformed.fileName)
      try Data(try malformed.content.expanded()).write(to: file)
      let result = try CommandLineTool.run("opt", "--round-trip", file.path)
      try FileManager.default.removeItem(at: file)
      #expect(!result.hasCrashed, "\(malformed.name): signal \(result.code)")
      if malformed.expectation == .accepted {
        #expect(result.code == 0, "\(malformed.name): \(result.errors)")
      } else {
        #expect(result.code == 1, "\(malformed.name)")
        #expect(result.errors.contains("\(malformed.fileName):"), "\(malformed.name)")
        #expect(result.errors.contains("error: "), "\(malformed.name)")
      }
      #expect(result.output.isEmpty, "\(malformed.name) printed to standard output")
    }
  }
}
