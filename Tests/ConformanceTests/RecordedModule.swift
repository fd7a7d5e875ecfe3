import Conformance
import Foundation

/// A module that Triton wrote, with the number of warps that it was compiled for.
struct RecordedModule: Sendable {
  /// The name of its file or of the case's folder.
  let id: String
  let path: String
  let warpCount: Int

  /// Those beside the recorded cases, and those of the cases; empty if this machine has none.
  static let all: [RecordedModule] = {
    guard let cases = CaseFolders.recorded else { return [] }
    return (modules(besides: URL(filePath: cases)) + kernels(in: cases)).sorted { $0.id < $1.id }
  }()

  private struct Line: Decodable {
    var file: String
    var numWarps: Int
  }

  private static func modules(besides cases: URL) -> [RecordedModule] {
    let folder = cases.deletingLastPathComponent().appending(path: "modules")
    let file = folder.appending(path: "index.jsonl")
    guard let index = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return index.split(separator: "\n").compactMap { text in
      guard let line = try? decoder.decode(Line.self, from: Data(text.utf8)) else { return nil }
      return RecordedModule(
        id: String(line.file.dropLast(".ttir".count)),
        path: folder.appending(path: line.file).path(percentEncoded: false),
        warpCount: line.numWarps)
    }
  }

  private static func kernels(in cases: String) -> [RecordedModule] {
    ((try? ConformanceCase.all(in: cases)) ?? []).compactMap { recorded in
      guard let record = try? recorded.record() else { return nil }
      return RecordedModule(
        id: recorded.id, path: recorded.folder + "/kernel.ttir",
        warpCount: record.options?.warpCount ?? 4)
    }
  }
}
