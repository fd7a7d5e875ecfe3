import Support

/// The cases in the folders beside this file.
enum CaseFiles {
  /// The paths of the cases below `folder`, with it.
  static func paths(in folder: String) -> [String] {
    var result: [String] = []
    guard let names = try? listDirectory(at: root + folder) else { return [] }
    for name in names {
      let path = folder + "/" + name
      if name.hasSuffix(".ptx") {
        result.append(path)
      } else if !name.contains(".") {
        result += paths(in: path)
      }
    }
    return result
  }

  /// The case at `path`.
  static func read(_ path: String) throws -> EmulatorCase {
    EmulatorCase(SourceText(name: path, bytes: try readFile(at: root + path, limit: 1 << 20)))
  }

  private static var root: String {
    String(#filePath.prefix { _ in true }.dropLast("CaseFiles.swift".count))
  }
}
