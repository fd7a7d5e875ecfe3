import FileTesting
import Foundation
import Testing

/// Runs every `.ttir` file below `Cases`. Set `UPDATE_TESTS=1` to rewrite the expectations.
@Suite struct FileTests {
  @Test(arguments: try TestFile.all())
  func holds(_ file: TestFile) throws {
    let test = try FileTest(name: file.name, text: String(contentsOf: file.url, encoding: .utf8))
    if isUpdating, let text = test.updated() {
      try text.write(to: file.url, atomically: true, encoding: .utf8)
      return
    }
    for failure in test.failures() { Issue.record("\(failure)") }
  }
}

private let isUpdating = ProcessInfo.processInfo.environment["UPDATE_TESTS"] == "1"
