/// A constant that may lead to objects, which a region of the device must not change.
struct SavedConstant: SavedVariable {
  let name: String
  private let value: Any
  private let contents: ObjectContents

  init<Value>(_ name: String, _ value: Value) {
    (self.name, self.value) = (name, value)
    contents = ObjectContents(value)
  }

  var parts: [TracedPart] { [] }

  func restore() {}
  func restore(replacingBy parts: [TracedPart]) {}

  func conflict(with other: any SavedVariable, place: String) -> String? {
    guard let other = other as? SavedConstant else { return nil }
    let changes = contents.changes(since: other.contents)
    guard Trace.required.noteChanges(of: changes) else { return nil }
    return "an object that '\(name)' leads to is modified in \(place); "
      + "keep what changes in a variable of tiles"
  }
}
