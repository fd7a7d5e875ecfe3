import Support
import TileSemantics

/// Access to a variable of the traced function that a staged statement mentions.
public struct Variable {
  /// The name in the user's source.
  let name: String
  /// What the variable holds now.
  let save: () -> any SavedVariable
}

/// What a variable held at some point.
protocol SavedVariable {
  /// The name in the user's source.
  var name: String { get }
  /// The parts that can change on the device; none for a variable of the host.
  var parts: [TracedPart] { get }
  /// Gives the variable this value again.
  func restore()
  /// Gives the variable a value of this structure made of `parts`.
  func restore(replacingBy parts: [TracedPart])
  /// Why the change from `other` to this cannot happen on the device, if it cannot.
  ///
  /// - Parameter place: where the variable changes, for the message.
  func conflict(with other: any SavedVariable, place: String) -> String?
}

extension SavedVariable {
  /// The variable was not given a value yet.
  var isUndefined: Bool { !parts.isEmpty && parts.allSatisfy(\.isUndefined) }

  /// Gives the variable a value that cannot be used, because of a mistake that was reported.
  func restoreErroneous() { restore(replacingBy: parts.map { _ in .operand(.erroneous) }) }
}

/// A variable made of tiles.
struct SavedTraced<Value: Traced>: SavedVariable {
  let name: String
  let value: Value
  let set: (Value) -> Void
  let parts: [TracedPart]
  /// What the objects hold that the value leads to, which others may change.
  private let contents: ObjectContents

  init(_ name: String, _ value: Value, _ set: @escaping (Value) -> Void) {
    (self.name, self.value, self.set) = (name, value, set)
    contents = ObjectContents(value)
    var copy = value
    var tracer = Tracer()
    tracer.trace(&copy)
    parts = tracer.parts
  }

  func restore() { set(value) }

  func restore(replacingBy parts: [TracedPart]) {
    var copy = value
    var tracer = Tracer(replacingBy: parts)
    tracer.trace(&copy)
    set(copy)
  }

  func conflict(with other: any SavedVariable, place: String) -> String? {
    if let other = other as? SavedTraced<Value>, contents.differ(from: other.contents) {
      return "an object in the variable '\(name)' is modified in \(place); "
        + "keep what changes in a Tile outside of objects"
    }
    guard parts.count != other.parts.count, !isUndefined, !other.isUndefined else { return nil }
    return "variable '\(name)' holds \(counted(other.parts.count)) before and "
      + "\(counted(parts.count)) after \(place)"
  }

  private func counted(_ count: Int) -> String { count == 1 ? "1 tile" : "\(count) tiles" }
}

/// A variable that only the host knows.
struct SavedHost<Value>: SavedVariable {
  let name: String
  let value: Value
  let set: (Value) -> Void
  /// What the objects hold that the value leads to, which others may change.
  private let contents: ObjectContents

  init(_ name: String, _ value: Value, _ set: @escaping (Value) -> Void) {
    (self.name, self.value, self.set) = (name, value, set)
    contents = ObjectContents(value)
  }

  var parts: [TracedPart] { [] }

  func restore() { set(value) }
  func restore(replacingBy parts: [TracedPart]) {}

  func conflict(with other: any SavedVariable, place: String) -> String? {
    guard let other = other as? SavedHost<Value>,
      !HostComparison.areEqual(value, other.value)
        || contents.differ(from: other.contents)
    else { return nil }
    return HostComparison.holdsTiles(value)
      ? "variable '\(name)' of type '\(Value.self)' is modified in \(place); "
        + "make the type conform to 'Traced'"
      : "host variable '\(name)' is modified in \(place); make it a Tile"
  }
}
