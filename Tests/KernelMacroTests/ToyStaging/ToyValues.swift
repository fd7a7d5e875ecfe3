/// What can be carried by a staged statement of the toy.
protocol ToyTraced {
  /// The values that this is made of, in the current region.
  var values: [ToyValue] { get }
  /// Puts other values, from the front of the list, in the place of its own.
  mutating func replaceValues(_ values: inout ArraySlice<ToyValue>)
  /// Whether this is the very same as `other`.
  func isSame(as other: Self) -> Bool
  static var undefined: Self { get }
}

extension ToyTraced {
  func isSame(as other: Self) -> Bool { values.elementsEqual(other.values, by: ===) }
}

/// A condition of an `if` or a loop: the host's or the device's.
protocol KernelCondition {
  var staged: StagedBool { get }
}

/// A truth value that is known while tracing, or only when the program runs.
enum StagedBool: KernelCondition {
  case known(Bool)
  case device(Truth)

  var staged: StagedBool { self }
}

extension Bool: KernelCondition {
  var staged: StagedBool { .known(self) }
}

/// A number of the program.
struct Number: ToyTraced, ExpressibleByIntegerLiteral {
  var value: ToyValue

  init(_ value: ToyValue) { self.value = value }
  init(integerLiteral number: Int) { self.init(Staging.current!.constant(number)) }

  var values: [ToyValue] { [value] }
  mutating func replaceValues(_ values: inout ArraySlice<ToyValue>) { value = values.removeFirst() }
  static var undefined: Number { Number(.undefined) }

  private static func binary(
    _ lhs: Number, _ rhs: Number, _ operation: @escaping (Int, Int) -> Int
  ) -> ToyValue { Staging.current!.binary(lhs.value, rhs.value, operation) }

  static func + (lhs: Number, rhs: Number) -> Number { Number(binary(lhs, rhs, &+)) }
  static func - (lhs: Number, rhs: Number) -> Number { Number(binary(lhs, rhs, &-)) }
  static func * (lhs: Number, rhs: Number) -> Number { Number(binary(lhs, rhs, &*)) }
  static func / (lhs: Number, rhs: Number) -> Number { Number(binary(lhs, rhs, /)) }
  static func % (lhs: Number, rhs: Number) -> Number { Number(binary(lhs, rhs, %)) }
  static func += (lhs: inout Number, rhs: Number) { lhs = lhs + rhs }
  static func -= (lhs: inout Number, rhs: Number) { lhs = lhs - rhs }
  static func < (lhs: Number, rhs: Number) -> Truth { Truth(binary(lhs, rhs) { $0 < $1 ? 1 : 0 }) }
  static func > (lhs: Number, rhs: Number) -> Truth { Truth(binary(lhs, rhs) { $0 > $1 ? 1 : 0 }) }
  static func == (lhs: Number, rhs: Number) -> Truth {
    Truth(binary(lhs, rhs) { $0 == $1 ? 1 : 0 })
  }
  static func != (lhs: Number, rhs: Number) -> Truth {
    Truth(binary(lhs, rhs) { $0 != $1 ? 1 : 0 })
  }
}

/// A truth value of the program.
struct Truth: ToyTraced, KernelCondition {
  var value: ToyValue

  init(_ value: ToyValue) { self.value = value }

  var values: [ToyValue] { [value] }
  mutating func replaceValues(_ values: inout ArraySlice<ToyValue>) { value = values.removeFirst() }
  static var undefined: Truth { Truth(.undefined) }
  var staged: StagedBool { .device(self) }

  static prefix func ! (truth: Truth) -> Truth {
    let staging = Staging.current!
    return Truth(staging.binary(truth.value, staging.constant(0)) { a, _ in 1 - a })
  }

  /// Both operands are evaluated: the device does not skip.
  static func && (lhs: Truth, rhs: Truth) -> Truth {
    Truth(Staging.current!.binary(lhs.value, rhs.value, &))
  }

  static func || (lhs: Truth, rhs: Truth) -> Truth {
    Truth(Staging.current!.binary(lhs.value, rhs.value, |))
  }
}

extension StagedBool: ToyTraced {
  var values: [ToyValue] {
    switch self {
    case .known(let isTrue): [Staging.current!.constant(isTrue ? 1 : 0)]
    case .device(let truth): truth.values
    }
  }

  mutating func replaceValues(_ values: inout ArraySlice<ToyValue>) {
    self = .device(Truth(values.removeFirst()))
  }

  func isSame(as other: StagedBool) -> Bool {
    switch (self, other) {
    case (.known(let lhs), .known(let rhs)): lhs == rhs
    case (.device(let lhs), .device(let rhs)): lhs.value === rhs.value
    default: false
    }
  }

  static var undefined: StagedBool { .known(false) }
}

extension Array: ToyTraced where Element: ToyTraced {
  var values: [ToyValue] { flatMap(\.values) }
  mutating func replaceValues(_ values: inout ArraySlice<ToyValue>) {
    for index in indices { self[index].replaceValues(&values) }
  }
  static var undefined: [Element] { [] }
}

/// A range of numbers that only the program knows.
struct NumberRange {
  let low: Number, high: Number
}
