/// Access to variables, by the kind of what they hold.
extension Staging {
  /// A variable that holds tiles.
  public func cell<Value: Traced>(
    _ name: String, _ get: @escaping () -> Value, _ set: @escaping (Value) -> Void
  ) -> Variable { Variable(name: name) { SavedTraced(name, get(), set) } }

  /// A variable of the host, which must not change on the device.
  @_disfavoredOverload
  public func cell<Value>(
    _ name: String, _ get: @escaping () -> Value, _ set: @escaping (Value) -> Void
  ) -> Variable { Variable(name: name) { SavedHost(name, get(), set) } }

  /// A constant, whose objects must not change on the device.
  public func constant<Value>(_ name: String, _ get: @escaping () -> Value) -> Variable {
    Variable(name: name) { SavedConstant(name, get()) }
  }

  /// A pair of what holds tiles.
  public func cell<A: Traced, B: Traced>(
    _ name: String, _ get: @escaping () -> (A, B), _ set: @escaping ((A, B)) -> Void
  ) -> Variable {
    cell(name, { TracedPair(get()) }, { set($0.tuple) })
  }

  /// A triple of what holds tiles.
  public func cell<A: Traced, B: Traced, C: Traced>(
    _ name: String, _ get: @escaping () -> (A, B, C), _ set: @escaping ((A, B, C)) -> Void
  ) -> Variable {
    cell(name, { TracedTriple(get()) }, { set($0.tuple) })
  }

  /// A quadruple of what holds tiles.
  public func cell<A: Traced, B: Traced, C: Traced, D: Traced>(
    _ name: String, _ get: @escaping () -> (A, B, C, D), _ set: @escaping ((A, B, C, D)) -> Void
  ) -> Variable {
    cell(name, { TracedQuadruple(get()) }, { set($0.tuple) })
  }

  /// What a variable holds before it is given a value.
  public func undefined<Value: Undefinable>() -> Value { .undefined }

  /// What a variable for a pair holds before it is given a value.
  public func undefined<A: Undefinable, B: Undefinable>() -> (A, B) { (.undefined, .undefined) }

  /// What a variable for a triple holds before it is given a value.
  public func undefined<A: Undefinable, B: Undefinable, C: Undefinable>() -> (A, B, C) {
    (.undefined, .undefined, .undefined)
  }

  /// What a variable for a quadruple holds before it is given a value.
  public func undefined<A: Undefinable, B: Undefinable, C: Undefinable, D: Undefinable>()
    -> (A, B, C, D)
  { (.undefined, .undefined, .undefined, .undefined) }
}
