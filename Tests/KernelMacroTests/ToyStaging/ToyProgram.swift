/// A value of a traced toy program.
final class ToyValue: Sendable {
  /// A value that nothing defines: reading it is a mistake of the program.
  static let undefined = ToyValue()
}

/// A list of statements of a toy program.
final class ToyRegion {
  var statements: [ToyStatement] = []
}

/// A statement of a toy program, whose control flow is structured and carries values explicitly, as
/// in the tile IR.
indirect enum ToyStatement {
  case constant(ToyValue, Int)
  case binary(ToyValue, ToyValue, ToyValue, (Int, Int) -> Int)
  case emit(ToyValue)
  case branch(ToyValue, then: ToyRegion, otherwise: ToyRegion, joins: [Join])
  case forLoop(ToyValue, low: ToyValue, high: ToyValue, body: ToyRegion, carried: [Carried])
  case whileLoop(before: ToyRegion, condition: ToyValue, after: ToyRegion, carried: [Carried])

  /// A value that a branch gives: one or the other region's.
  struct Join {
    let result: ToyValue, then: ToyValue, otherwise: ToyValue
  }

  /// A value that a loop carries: what it enters with, its name in the first region, what this
  /// forwards to the second region (of a `while` loop), its name there, and what leaves an
  /// iteration. The result is what was forwarded last.
  struct Carried {
    let entry: ToyValue, argument: ToyValue
    var forwarded: ToyValue, inner: ToyValue
    let exit: ToyValue, result: ToyValue
  }
}

/// Runs a toy program.
struct ToyMachine {
  /// What the program has emitted.
  private(set) var output: [Int] = []
  /// How many statements have run.
  private(set) var steps = 0

  private var values: [ObjectIdentifier: Int] = [:]

  /// A use of a value that nothing has defined, or a program that does not end.
  enum Failure: Error { case undefinedValue, tooLong }

  /// Gives `value` a number from outside.
  mutating func define(_ value: ToyValue, _ number: Int) {
    values[ObjectIdentifier(value)] = number
  }

  /// The number that `value` has.
  func read(_ value: ToyValue) throws -> Int {
    guard let number = values[ObjectIdentifier(value)] else { throw Failure.undefinedValue }
    return number
  }

  /// Runs the statements of `region`.
  mutating func run(_ region: ToyRegion) throws {
    for statement in region.statements { try run(statement) }
  }

  private mutating func run(_ statement: ToyStatement) throws {
    steps += 1
    if steps > 100_000 { throw Failure.tooLong }
    switch statement {
    case .constant(let result, let number): define(result, number)
    case .binary(let result, let lhs, let rhs, let operation):
      define(result, operation(try read(lhs), try read(rhs)))
    case .emit(let value): output.append(try read(value))
    case .branch(let condition, let then, let otherwise, let joins):
      let isTaken = try read(condition) != 0
      try run(isTaken ? then : otherwise)
      move(joins.map { (isTaken ? $0.then : $0.otherwise, $0.result) })
    case .forLoop(let variable, let low, let high, let body, let carried):
      move(carried.map { ($0.entry, $0.argument) })
      for number in stride(from: try read(low), to: try read(high), by: 1) {
        define(variable, number)
        try run(body)
        move(carried.map { ($0.exit, $0.argument) })
      }
      move(carried.map { ($0.argument, $0.result) })
    case .whileLoop(let before, let condition, let after, let carried):
      move(carried.map { ($0.entry, $0.argument) })
      try run(before)
      while try read(condition) != 0 {
        move(carried.map { ($0.forwarded, $0.inner) })
        try run(after)
        move(carried.map { ($0.exit, $0.argument) })
        try run(before)
      }
      move(carried.map { ($0.forwarded, $0.result) })
    }
  }

  /// Copies all values at once; what is undefined stays so.
  private mutating func move(_ pairs: [(ToyValue, ToyValue)]) {
    let numbers = pairs.map { values[ObjectIdentifier($0.0)] }
    for (pair, number) in zip(pairs, numbers) { values[ObjectIdentifier(pair.1)] = number }
  }
}
