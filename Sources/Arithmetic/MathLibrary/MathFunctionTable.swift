/// The functions of the library by symbol, and the ways to add them.
struct MathFunctionTable: Sendable {
  private(set) var functions: [String: MathFunction] = [:]

  /// Adds one function on bit patterns, named without the prefix `__nv_`.
  mutating func add(
    _ name: String, _ parameters: [MathFunction.ValueType], _ result: MathFunction.ValueType,
    body: @escaping MathFunction.Body
  ) {
    let symbol = "__nv_\(name)"
    precondition(functions[symbol] == nil, "\(symbol) is there twice")
    functions[symbol] = MathFunction(
      name: symbol, parameters: parameters, result: result, body: body)
  }

  /// Adds `name` of `f64` and `name` + `f` of `f32`, both from the function of `Double`.
  mutating func addUnary(_ name: String, _ body: @escaping @Sendable (Double) -> Double) {
    add(name, [.f64], .f64) { x, _, _, _ in Self.bits(body(Self.double(x))) }
    add(name + "f", [.f32], .f32) { x, _, _, _ in Self.singleBits(body(Self.single(x))) }
  }

  /// As ``addUnary(_:_:)`` with two arguments.
  mutating func addBinary(_ name: String, _ body: @escaping @Sendable (Double, Double) -> Double) {
    add(name, [.f64, .f64], .f64) { x, y, _, _ in
      Self.bits(body(Self.double(x), Self.double(y)))
    }
    add(name + "f", [.f32, .f32], .f32) { x, y, _, _ in
      Self.singleBits(body(Self.single(x), Self.single(y)))
    }
  }

  /// As ``addUnary(_:_:)`` with an integer as last argument.
  mutating func addScaling(_ name: String, _ body: @escaping @Sendable (Double, Int) -> Double) {
    add(name, [.f64, .i32], .f64) { x, n, _, _ in
      Self.bits(body(Self.double(x), Self.integer(n)))
    }
    add(name + "f", [.f32, .i32], .f32) { x, n, _, _ in
      Self.singleBits(body(Self.single(x), Self.integer(n)))
    }
  }

  /// As ``addUnary(_:_:)`` with an integer as first argument.
  mutating func addOrder(_ name: String, _ body: @escaping @Sendable (Int, Double) -> Double) {
    add(name, [.i32, .f64], .f64) { n, x, _, _ in
      Self.bits(body(Self.integer(n), Self.double(x)))
    }
    add(name + "f", [.i32, .f32], .f32) { n, x, _, _ in
      Self.singleBits(body(Self.integer(n), Self.single(x)))
    }
  }

  /// The value of an `f64`.
  static func double(_ bits: UInt64) -> Double { Double(bitPattern: bits) }

  /// The value of an `f32`.
  static func single(_ bits: UInt64) -> Double {
    Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
  }

  /// The value of a signed `i32`.
  static func integer(_ bits: UInt64) -> Int { Int(Int32(truncatingIfNeeded: bits)) }

  /// A result as `f64`.
  static func bits(_ value: Double) -> UInt64 { FloatArithmetic.pack(value, .f64) }

  /// A result as `f32`.
  static func singleBits(_ value: Double) -> UInt64 { FloatArithmetic.pack(value, .f32) }
}
