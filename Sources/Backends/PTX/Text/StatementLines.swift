/// The line of a text in which each statement of each function stands, counted from 1.
package struct StatementLines: Hashable, Sendable {
  /// A function without a body has no lines.
  private(set) var byFunction: [[UInt32]] = []

  /// No lines.
  package init() {}

  /// The line of statement `statement` of function `function`; 0 if there is no such statement.
  package func line(ofStatement statement: Int, inFunction function: Int) -> Int {
    guard byFunction.indices.contains(function),
      byFunction[function].indices.contains(statement)
    else { return 0 }
    return Int(byFunction[function][statement])
  }

  mutating func appendFunction(_ lines: [UInt32] = []) { byFunction.append(lines) }

  mutating func append(_ line: Int) { byFunction[byFunction.count - 1].append(UInt32(line)) }
}
