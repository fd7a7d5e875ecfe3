import Foundation

/// The targets that Package.swift declares, read off its text.
struct PackageManifest: Sendable {
  /// A target and the targets of this package that it depends on.
  struct Target: Sendable {
    /// What kind of target it is: `target`, `macro`, `executableTarget` or `testTarget`.
    let kind: String
    /// The target's name.
    let name: String
    /// Its folder below the root.
    let path: String
    /// The targets of the package that it depends on.
    let dependencies: [String]
  }

  /// The targets in the order of the manifest.
  let targets: [Target]

  /// The targets in the text of a manifest.
  init(text: String) {
    let declaration = /\.(target|macro|executableTarget|testTarget)\(\s*name: "(\w+)"/
    let starts = text.matches(of: declaration)
    targets = zip(starts, starts.dropFirst().map(\.range.lowerBound) + [text.endIndex]).map {
      start, end in
      let body = text[start.range.upperBound..<end]
      let kind = String(start.output.1)
      let name = String(start.output.2)
      let folder = kind == "testTarget" ? "Tests" : "Sources"
      let path = body.firstMatch(of: /path: "([^"]+)"/).map { String($0.output.1) }
      return Target(
        kind: kind, name: name, path: path ?? "\(folder)/\(name)",
        dependencies: Self.dependencies(in: body))
    }
  }

  /// The manifest of this repository.
  static func read() throws -> PackageManifest {
    PackageManifest(text: try Tree.text(of: "Package.swift"))
  }

  private static func dependencies(in body: Substring) -> [String] {
    guard let list = body.firstMatch(of: /dependencies: \[((?:[^\[\]])*)\]/) else { return [] }
    let ownTargets = list.output.1.replacing(/\.product\([^)]*\)/, with: "")
    return ownTargets.matches(of: /"(\w+)"/).map { String($0.output.1) }
  }
}
