/// Choices between two values: `condition ? first : second`.
extension Staging {
  /// One of two values; only the chosen one is computed.
  public func select<Value: Traced & Undefinable>(
    _ condition: () -> some KernelCondition, _ first: () -> Value, _ second: () -> Value,
    _ variables: @autoclosure () -> [Variable] = []
  ) -> Value {
    var result = Value.undefined
    let cell = cell("value", { result }, { result = $0 })
    for isTaken in branch(condition(), [cell] + variables()) {
      result = isTaken ? first() : second()
    }
    return result
  }

  /// One of two pairs; only the chosen one is computed.
  public func select<A: Traced & Undefinable, B: Traced & Undefinable>(
    _ condition: () -> some KernelCondition, _ first: () -> (A, B), _ second: () -> (A, B),
    _ variables: @autoclosure () -> [Variable] = []
  ) -> (A, B) {
    var result: (A, B) = undefined()
    let cell = cell("value", { result }, { result = $0 })
    for isTaken in branch(condition(), [cell] + variables()) {
      result = isTaken ? first() : second()
    }
    return result
  }

  /// One of two triples; only the chosen one is computed.
  public func select<A: Traced & Undefinable, B: Traced & Undefinable, C: Traced & Undefinable>(
    _ condition: () -> some KernelCondition, _ first: () -> (A, B, C), _ second: () -> (A, B, C),
    _ variables: @autoclosure () -> [Variable] = []
  ) -> (A, B, C) {
    var result: (A, B, C) = undefined()
    let cell = cell("value", { result }, { result = $0 })
    for isTaken in branch(condition(), [cell] + variables()) {
      result = isTaken ? first() : second()
    }
    return result
  }

  /// One of two quadruples; only the chosen one is computed.
  public func select<
    A: Traced & Undefinable, B: Traced & Undefinable, C: Traced & Undefinable,
    D: Traced & Undefinable
  >(
    _ condition: () -> some KernelCondition, _ first: () -> (A, B, C, D),
    _ second: () -> (A, B, C, D),
    _ variables: @autoclosure () -> [Variable] = []
  ) -> (A, B, C, D) {
    var result: (A, B, C, D) = undefined()
    let cell = cell("value", { result }, { result = $0 })
    for isTaken in branch(condition(), [cell] + variables()) {
      result = isTaken ? first() : second()
    }
    return result
  }

  /// One of two values of the host.
  @_disfavoredOverload
  public func select<Value>(
    _ condition: () -> Bool, _ first: () -> Value, _ second: () -> Value,
    _ variables: @autoclosure () -> [Variable] = []
  ) -> Value { condition() ? first() : second() }

  /// Says what is wrong where the device would choose between values of the host.
  @_disfavoredOverload
  @available(*, unavailable, message: "the device decides, so both values must be tiles")
  public func select<Value>(
    _ condition: () -> Tile<Bool>, _ first: () -> Value, _ second: () -> Value,
    _ variables: @autoclosure () -> [Variable] = []
  ) -> Value { first() }
}
