/// The lines that the compiler takes the marks of an expansion to be on: calls of `mark7()`, which
/// stands on line 7 of the input.
struct PresumedLines {
  /// The presumed line and the line in its name of each mark.
  private(set) var marks: [(line: Int, number: Int)] = []
  /// The presumed columns, by the number in the mark's name.
  private(set) var columns: [Int: Int] = [:]

  /// Reads `expansion`, whose directives it follows.
  init(_ expansion: String) {
    var line = 1
    for text in expansion.split(separator: "\n", omittingEmptySubsequences: false) {
      if let directive = text.wholeMatch(of: #/#sourceLocation\(file: "[^"]*", line: (\d+)\)/#) {
        line = Int(directive.output.1)!
        continue
      }
      for mark in text.matches(of: #/\bmark(\d+)\(\)/#) {
        let number = Int(mark.output.1)!
        marks.append((line, number))
        columns[number] = text.utf8.distance(from: text.startIndex, to: mark.range.lowerBound) + 1
      }
      line += 1
    }
  }
}
