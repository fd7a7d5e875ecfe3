import Foundation

/// The table of targets in ARCHITECTURE.md: which folder is which target and what it may import.
struct TargetTable: Sendable {
  /// One row: a target with its folder and the modules that its files may import.
  struct Row: Sendable, CustomStringConvertible {
    /// The target's folder below `Sources`.
    let folder: String
    /// The target's name.
    let target: String
    /// The modules it may import, our own and others.
    let imports: [String]

    var description: String { target }
  }

  /// The rows from the lowest target to the highest.
  let rows: [Row]

  /// The table in the text of ARCHITECTURE.md: the rows below the heading `folder: target`.
  ///
  /// A row names its folder and target as ``Frontends/`KernelLanguage` ``, or only the target where
  /// the folder has the same name. A word in parentheses is a remark.
  init(markdown: String) {
    var rows: [Row] = []
    var isInTable = false
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard line.hasPrefix("|"), cells.count == 3 else {
        isInTable = false
        continue
      }
      if cells[0] == "target" {
        isInTable = true
      } else if isInTable, !cells[0].hasPrefix("-") {
        rows.append(Self.row(cells))
      }
    }
    self.rows = rows
  }

  /// The row of ARCHITECTURE.md for the target called `name`.
  func row(_ name: String) -> Row? { rows.first { $0.target == name } }

  /// The row of the target that the file at `path` belongs to.
  func row(forFile path: String) -> Row? {
    rows.first { path.hasPrefix("Sources/\($0.folder)/") }
  }

  /// The table of this repository.
  static func read() throws -> TargetTable {
    TargetTable(markdown: try Tree.text(of: "ARCHITECTURE.md"))
  }

  private static func row(_ cells: [String]) -> Row {
    let folder = cells[0].replacingOccurrences(of: "`", with: "")
    let imports = cells[2].replacingOccurrences(
      of: #"\([^)]*\)"#, with: "", options: .regularExpression
    ).replacingOccurrences(of: "`", with: "")
    return Row(
      folder: folder,
      target: folder.split(separator: "/").last.map(String.init) ?? folder,
      imports: imports.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { !$0.isEmpty && $0 != "-" })
  }
}
