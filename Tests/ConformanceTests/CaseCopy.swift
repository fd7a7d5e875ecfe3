import Conformance
import Foundation

/// A copy of a committed case in a folder of its own, to be spoiled; removed with `remove()`.
struct CaseCopy {
  let folder: URL

  init(of name: String) throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "nereid-\(UUID().uuidString)").appending(path: name)
    try FileManager.default.createDirectory(
      at: folder.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: URL(filePath: CaseFolders.committed).appending(path: name), to: folder)
  }

  var testCase: ConformanceCase { ConformanceCase(folder: folder.path(percentEncoded: false)) }

  /// What became of the case as it now is.
  func run() -> CaseResult { CaseRunner().run(testCase) }

  /// Replaces the bytes of a file by what `change` makes of them.
  func change(_ file: String, _ change: (inout [UInt8]) -> Void) throws {
    let url = folder.appending(path: file)
    var bytes = [UInt8](try Data(contentsOf: url))
    change(&bytes)
    try Data(bytes).write(to: url)
  }

  /// Replaces `old` by `new` in a text file.
  func replace(_ old: String, by new: String, in file: String) throws {
    let url = folder.appending(path: file)
    let text = try String(contentsOf: url, encoding: .utf8)
    try text.replacing(old, with: new).write(to: url, atomically: true, encoding: .utf8)
  }

  func delete(_ file: String) throws {
    try FileManager.default.removeItem(at: folder.appending(path: file))
  }

  func remove() { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
}
