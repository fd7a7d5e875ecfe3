import Foundation

/// The recorded modules, which stand in a folder of their own beside the checkout.
enum ConformanceFiles {
  /// The folder that `NEREID_CONFORMANCE` names, or `shared/conformance` in a folder above.
  static let folder: URL? = {
    if let path = ProcessInfo.processInfo.environment["NEREID_CONFORMANCE"] {
      return URL(fileURLWithPath: path)
    }
    var above = URL(fileURLWithPath: #filePath)
    while above.path != "/" {
      above.deleteLastPathComponent()
      let candidate = above.appendingPathComponent("shared/conformance")
      if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
    }
    return nil
  }()

  /// All files with textual IR, in the order of their paths.
  static let all: [URL] = {
    guard let folder else { return [] }
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let texts = (files?.allObjects ?? []).compactMap { $0 as? URL }
    return texts.filter { $0.pathExtension == "ttir" }.sorted { $0.path < $1.path }
  }()
}
