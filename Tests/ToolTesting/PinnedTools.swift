import Foundation

/// What `Scripts/fetch-ptxas` puts below `.tools`.
package enum PinnedTools {
  /// Where the file called `name` lies, whether it was fetched or not.
  package static func path(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent(".tools/\(name)").path
  }
}
