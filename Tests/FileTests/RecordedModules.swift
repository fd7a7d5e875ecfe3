import Foundation

/// Modules that Triton wrote, where they are at hand.
enum RecordedModules {
  /// The files below the folder that `NEREID_CONFORMANCE` names, or below `shared/conformance` in a
  /// folder above this one; empty if there is none.
  static let all: [URL] = {
    guard let folder, let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder.path)
    else { return [] }
    return paths.filter { $0.hasSuffix(".ttir") }.sorted().map {
      folder.appendingPathComponent($0)
    }
  }()

  private static let folder: URL? = {
    if let named = ProcessInfo.processInfo.environment["NEREID_CONFORMANCE"] {
      return URL(fileURLWithPath: named)
    }
    var above = URL(fileURLWithPath: #filePath)
    while above.path != "/" {
      above.deleteLastPathComponent()
      let candidate = above.appendingPathComponent("shared/conformance")
      if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
    }
    return nil
  }()
}
