import Support

/// The cases in the folders beside this file.
enum CaseFiles {
  /// The paths of the cases below `folder`, with it.
  static func paths(in folder: String) -> [String] {
    guard let names = try? listDirectory(at: root + folder) else { return [] }
    return names.flatMap { name in
      let path = folder + "/" + name
      if name.hasSuffix(".ptx") { return [path] }
      return name.contains(".") ? [] : paths(in: path)
    }
  }

  /// The case at `path`.
  static func read(_ path: String) throws -> EmulatorCase {
    EmulatorCase(SourceText(name: path, bytes: try readFile(at: root + path, limit: 1 << 20)))
  }

  private static let root = String(#filePath.dropLast("CaseFiles.swift".count))
}
