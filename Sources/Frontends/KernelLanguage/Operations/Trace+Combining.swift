import IR
import TileSemantics

/// Operations that apply a function of the user to elements. The function runs between opening and
/// closing the operation, so that it can use everything that kernels use.
extension Trace {
  /// Opens an operation, runs `function` on its parameters, and closes it.
  static func combine(
    _ operands: [Operand], count: Int,
    open: (inout TileBuilder) throws -> CombineScope,
    close: (inout TileBuilder, CombineScope, [Operand]) throws -> [Operand],
    function: (CombineScope) -> [Operand]
  ) -> [Operand] {
    let failure = Array(repeating: Operand.erroneous, count: count)
    let trace = required
    let position = trace.position
    var opened: CombineScope?
    perform(operands) { opened = try open(&$0) }
    guard let scope = opened else { return failure }
    trace.enterRegion()
    let results = function(scope)
    trace.leaveRegion()
    trace.setPosition(position)
    guard !results.contains(where: \.isPlaceholder) else {
      if results.contains(where: \.isUndefined) {
        trace.report("a variable is used before it is given a value")
      }
      trace.withBuilder { $0.abandonCombination(scope) }
      return failure
    }
    return emit(results, count: count) { try close(&$0, scope, results) }
  }

  /// A reduction with a function of the user.
  static func reduce(
    _ operands: [Operand], axis: Int?, keepDimensions: Bool,
    _ function: ([Operand], [Operand]) -> [Operand]
  ) -> [Operand] {
    combine(operands, count: operands.count) {
      try $0.beginReduce(operands, axis: axis, keepDimensions: keepDimensions)
    } close: {
      try $0.endReduce($1, returning: $2)
    } function: {
      function($0.lhs, $0.rhs)
    }
  }

  /// A scan with a function of the user.
  static func scan(
    _ operands: [Operand], axis: Int, isReverse: Bool,
    _ function: ([Operand], [Operand]) -> [Operand]
  ) -> [Operand] {
    combine(operands, count: operands.count) {
      try $0.beginScan(operands, axis: axis, isReverse: isReverse)
    } close: {
      try $0.endScan($1, returning: $2)
    } function: {
      function($0.lhs, $0.rhs)
    }
  }
}
