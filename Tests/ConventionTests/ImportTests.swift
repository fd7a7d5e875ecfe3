import Foundation
import Testing

/// The direction of imports: ARCHITECTURE.md's table, Package.swift and the files agree.
@Suite struct ImportTests {
  private let table: TargetTable
  private let manifest: PackageManifest

  init() throws {
    table = try TargetTable.read()
    manifest = try PackageManifest.read()
  }

  @Test func tableListsEveryTargetOfTheManifest() {
    let declared = manifest.targets.filter { $0.path.hasPrefix("Sources/") }
    #expect(declared.count >= 10)
    #expect(Set(table.rows.map(\.target)) == Set(declared.map(\.name)))
    for target in declared {
      #expect(table.row(target.name).map { "Sources/\($0.folder)" } == target.path)
    }
  }

  @Test func rowsImportOnlyFromRowsAbove() {
    var above: Set<String> = []
    let own = Set(table.rows.map(\.target))
    for row in table.rows {
      for module in row.imports where own.contains(module) {
        #expect(above.contains(module), "\(row) may not import \(module): it does not stand above")
      }
      above.insert(row.target)
    }
  }

  @Test func manifestDependsOnWhatTheTableAllows() {
    let own = Set(table.rows.map(\.target))
    for target in manifest.targets {
      guard let row = table.row(target.name) else { continue }
      let allowed = Set(row.imports).intersection(own)
      #expect(
        Set(target.dependencies) == allowed,
        "\(target.name): Package.swift and ARCHITECTURE.md differ")
    }
  }

  @Test(arguments: Tree.swiftFiles(in: ["Sources"]))
  func fileImportsOnlyWhatTheTableAllows(file: SourceFile) throws {
    let row = try #require(table.row(forFile: file.path), "\(file) belongs to no target")
    let allowed = Set(row.imports).union(systemModules)
    for module in file.imports() {
      #expect(
        allowed.contains(module) || row.allowsByPrefix(module), "\(file) may not import \(module)")
    }
  }

  @Test(arguments: librariesWithoutFoundation)
  func libraryDoesNotImportFoundation(target: String) throws {
    let row = try #require(table.row(target))
    #expect(!row.imports.contains("Foundation"))
  }

  @Test func findsEveryFormOfImport() {
    let lines = [
      "import A", "@testable import B", "public import C", "  import struct D.E", "import F.G",
      "@_spi(X) import H", "// import I", "let s = \"import J\"", "important()",
      "@_exported public import K",
    ]
    #expect(
      SourceFile.imports(in: SwiftCode.stripped(lines)) == ["A", "B", "C", "D", "F", "H", "K"])
  }
}

/// What the operating system and the compiler bring along; any target may import these.
private let systemModules: Set = ["Swift", "Glibc", "Darwin", "Synchronization"]

/// Targets that a kernel's author links, which stay small and start fast without Foundation.
private let librariesWithoutFoundation = [
  "Support", "Arithmetic", "IR", "Interpreter", "Passes", "Compiler", "TileSemantics",
  "KernelLanguage", "Assembler", "KernelCache", "Launch", "Kernels", "Nereid",
]

extension TargetTable.Row {
  /// Whether `module` is covered by an entry that ends in a star, such as `Swift*`.
  fileprivate func allowsByPrefix(_ module: String) -> Bool {
    imports.contains { $0.hasSuffix("*") && module.hasPrefix($0.dropLast()) }
  }
}

extension SourceFile {
  /// The modules that the file imports.
  fileprivate func imports() -> [String] { Self.imports(in: codeLines()) }

  /// The modules imported by `code`, which holds no comments or literals.
  fileprivate static func imports(in code: [String]) -> [String] {
    let statement =
      #/
      ^\s*
      (?: @\w+ (?: \([^)]*\) )? \s+ | (?:public|package|internal|fileprivate|private) \s+ )*
      import \s+
      (?: (?:struct|class|enum|protocol|func|var|let|typealias|actor|macro) \s+ )?
      (\w+)
      /#
    return code.compactMap { line in
      guard line.contains("import") else { return nil }
      return line.firstMatch(of: statement).map { String($0.output.1) }
    }
  }
}
