import PTX

/// How the functions of the device library are written, by symbol.
package struct RoutineTable: Sendable {
  /// Writes a function of the values in registers.
  typealias Routine = @Sendable (Formula, [Register]) -> Register

  /// The functions, named without the prefix `__nv_`.
  private(set) var routines: [String: Routine] = [:]

  /// The function with that symbol, such as `__nv_expf`; nil if there is no PTX for it.
  static func routine(named symbol: String) -> Routine? {
    guard symbol.hasPrefix("__nv_") else { return nil }
    return shared.routines[String(symbol.dropFirst(5))]
  }

  /// The symbols of all functions, in alphabetical order.
  package static var symbols: [String] { shared.routines.keys.map { "__nv_\($0)" }.sorted() }

  private static let shared: RoutineTable = {
    var table = RoutineTable()
    table.addIntegers()
    table.addRoundedArithmetic()
    table.addConversions()
    table.addClassification()
    table.addElementary()
    table.addSpecial()
    table.addFast()
    return table
  }()

  /// Adds a function of any values.
  mutating func add(_ name: String, _ routine: @escaping Routine) {
    precondition(routines[name] == nil, "\(name) is there twice")
    routines[name] = routine
  }

  /// Adds one instruction as a function.
  mutating func add(_ name: String, _ opcode: String, _ registerClass: RegisterClass) {
    add(name) { formula, arguments in
      formula.builder.compute(opcode, registerClass, arguments.map { Operand.register($0) })
    }
  }

  /// Adds a function of integers.
  mutating func addWhole(_ name: String, _ body: @escaping @Sendable ([Whole]) -> Whole) {
    add(name) { formula, arguments in body(arguments.map { formula.whole($0) }).register }
  }

  /// Adds a function of floats of one width.
  mutating func addReal(_ name: String, _ body: @escaping @Sendable ([Real]) -> Real) {
    add(name) { formula, arguments in body(arguments.map { formula.real($0) }).register }
  }

  /// Adds `name` of 64 bits and `name` + `f` of 32, which is `single` or else computed in 64 bits and
  /// rounded.
  mutating func addUnary(
    _ name: String, single: (@Sendable (Real) -> Real)? = nil,
    _ body: @escaping @Sendable (Real) -> Real
  ) {
    addReal(name) { body($0[0]) }
    addReal(name + "f") { arguments in
      single?(arguments[0]) ?? body(arguments[0].widened).narrowed
    }
  }

  /// Adds `name` of 64 bits and `name` + `f` of 32, both written by `body` in their own width.
  mutating func addExact(_ name: String, _ body: @escaping @Sendable ([Real]) -> Real) {
    addReal(name, body)
    addReal(name + "f", body)
  }

  /// As ``addUnary(_:single:_:)``, of several numbers.
  mutating func addMany(_ name: String, _ body: @escaping @Sendable ([Real]) -> Real) {
    addReal(name, body)
    addReal(name + "f") { body($0.map(\.widened)).narrowed }
  }
}
