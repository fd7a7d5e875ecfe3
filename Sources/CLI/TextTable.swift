/// Rows of words in columns, for a terminal.
struct TextTable {
  var header: [String]
  var rows: [[String]] = []

  init(header: [String]) { self.header = header }

  /// The table with each column as wide as its longest entry; ends without a line break.
  var text: String {
    var widths = header.map(\.count)
    for row in rows {
      for (column, entry) in row.enumerated() { widths[column] = max(widths[column], entry.count) }
    }
    let line = { (entries: [String]) -> String in
      var text = ""
      for (column, entry) in entries.enumerated() {
        let isLast = column == entries.count - 1
        text += isLast ? entry : entry.padded(to: widths[column] + 2)
      }
      return text
    }
    let rule = widths.map { String(repeating: "-", count: $0) }
    return ([header, rule] + rows).map(line).joined(separator: "\n")
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
