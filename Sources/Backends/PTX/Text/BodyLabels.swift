import Support

/// The labels of a function while its text is read.
///
/// A label belongs to the block that defines it. A block may name one before its definition, so
/// what a name stands for is known only at the end of the block: there, a label that the block does
/// not define becomes that of the block around it.
struct BodyLabels {
  private struct Entry {
    var name: String
    var firstUse: PTXToken
    var isDefined = false
    /// The label that this one turned out to be.
    var other: Int?
  }

  private var entries: [Entry] = []

  /// The label that `name` stands for in `scope`.
  mutating func number(of name: String, in scope: inout BodyScope, at token: PTXToken) -> Int {
    if let number = scope.labels[name] { return number }
    entries.append(Entry(name: name, firstUse: token))
    scope.labels[name] = entries.count - 1
    scope.labelOrder.append(name)
    return entries.count - 1
  }

  /// Defines a label; says whether the block had not defined it before.
  mutating func define(_ number: Int) -> Bool {
    defer { entries[number].isDefined = true }
    return !entries[number].isDefined
  }

  /// Gives what `inner` names but does not define to the block around it.
  mutating func close(_ inner: BodyScope, into outer: inout BodyScope) {
    for name in inner.labelOrder {
      guard let number = inner.labels[name], !entries[number].isDefined else { continue }
      entries[number].other = self.number(of: name, in: &outer, at: entries[number].firstUse)
    }
  }

  /// The name and first use of a label that no block defines.
  var undefined: (name: String, use: PTXToken)? {
    entries.first { !$0.isDefined && $0.other == nil }.map { ($0.name, $0.firstUse) }
  }

  /// The final label for each number: those with names as printed keep theirs, the others follow.
  func labels() -> [Label] {
    var indices = [Int?](repeating: nil, count: entries.count)
    var taken: Set<Int> = []
    for (number, entry) in entries.enumerated() where entry.other == nil {
      guard let index = Self.printedIndex(entry.name), taken.insert(index).inserted else {
        continue
      }
      indices[number] = index
    }
    var next = (taken.max() ?? -1) + 1
    for number in entries.indices where entries[number].other == nil && indices[number] == nil {
      indices[number] = next
      next += 1
    }
    return entries.indices.map { number in
      var final = number
      while let other = entries[final].other { final = other }
      return Label(indices[final] ?? 0)
    }
  }

  /// The number in `$L12`.
  private static func printedIndex(_ name: String) -> Int? {
    guard name.hasPrefix("$L"), name.utf8.count <= 9, let index = Int(name.dropFirst(2)),
      "$L\(index)" == name
    else { return nil }
    return index
  }
}
