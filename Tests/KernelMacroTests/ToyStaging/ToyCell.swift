/// Access to a variable of the traced function.
class Cell {
  /// The variable's name.
  let name: String

  init(name: String) { self.name = name }

  /// Whether the variable is the host's and so may not change under the device's control flow.
  var isHost: Bool { false }
  /// The variable's values, in the current region.
  func values() -> [ToyValue] { [] }
  /// Puts other values in the place of the variable's.
  func write(_ values: [ToyValue]) {}
  /// Remembers what the variable is now.
  func save() -> Saved { Saved() }

  /// What a variable was at some point.
  class Saved {
    /// Makes the variable this again.
    func restore() {}
    /// Whether this is the very same as `other`.
    func isSame(as other: Saved) -> Bool { true }
  }
}

/// Access to a variable of the host.
final class HostCell<Value: Equatable>: Cell {
  private let get: () -> Value
  private let set: (Value) -> Void

  init(_ name: String, _ get: @escaping () -> Value, _ set: @escaping (Value) -> Void) {
    (self.get, self.set) = (get, set)
    super.init(name: name)
  }

  override var isHost: Bool { true }
  override func save() -> Saved { SavedValue(get(), set) }

  private final class SavedValue: Saved {
    let value: Value
    let set: (Value) -> Void

    init(_ value: Value, _ set: @escaping (Value) -> Void) { (self.value, self.set) = (value, set) }

    override func restore() { set(value) }
    override func isSame(as other: Saved) -> Bool { (other as? SavedValue)?.value == value }
  }
}

/// Access to a variable that is made of values.
final class TracedCell<Value: ToyTraced>: Cell {
  private let get: () -> Value
  private let set: (Value) -> Void

  init(_ name: String, _ get: @escaping () -> Value, _ set: @escaping (Value) -> Void) {
    (self.get, self.set) = (get, set)
    super.init(name: name)
  }

  override func values() -> [ToyValue] { get().values }

  override func write(_ values: [ToyValue]) {
    var value = get()
    var rest = values[...]
    value.replaceValues(&rest)
    set(value)
  }

  override func save() -> Saved { SavedValue(get(), set) }

  private final class SavedValue: Saved {
    let value: Value
    let set: (Value) -> Void

    init(_ value: Value, _ set: @escaping (Value) -> Void) { (self.value, self.set) = (value, set) }

    override func restore() { set(value) }
    override func isSame(as other: Saved) -> Bool {
      (other as? SavedValue)?.value.isSame(as: value) ?? false
    }
  }
}
