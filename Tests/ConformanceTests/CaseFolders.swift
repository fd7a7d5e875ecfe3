import Conformance
import Foundation

/// Where cases lie on this machine.
enum CaseFolders {
  /// The folder of this file, which holds the committed cases.
  private static let here = URL(filePath: #filePath).deletingLastPathComponent()

  /// The folder of the cases that are part of the repository.
  static let committed = here.appending(path: "Cases").path(percentEncoded: false)

  /// The names of the committed cases.
  static let committedNames: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: committed)
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }()

  /// The folder of launches that were recorded on a GPU, if this machine has one: the folder that
  /// `NEREID_CONFORMANCE` names, or `shared/conformance/cases` beside a folder above this one.
  static let recorded: String? = {
    if let named = ProcessInfo.processInfo.environment["NEREID_CONFORMANCE"] {
      return caseFolder(in: URL(filePath: named))
    }
    var folder = here
    while folder.path() != "/" {
      folder.deleteLastPathComponent()
      if let found = caseFolder(in: folder.appending(path: "shared/conformance")) { return found }
    }
    return nil
  }()

  /// The committed case with `name`.
  static func committedCase(_ name: String) -> ConformanceCase {
    ConformanceCase(folder: committed + "/" + name)
  }

  /// `folder`, or the folder `cases` in it; `nil` if it does not exist.
  private static func caseFolder(in folder: URL) -> String? {
    for candidate in [folder.appending(path: "cases"), folder] {
      let path = candidate.path(percentEncoded: false)
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
        return path
      }
    }
    return nil
  }
}
