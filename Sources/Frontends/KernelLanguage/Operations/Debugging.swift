import TileSemantics

/// Ends the program with `message` if an element of `condition` is false.
///
/// - Parameter mask: where the condition is looked at.
///
/// Triton: `tl.device_assert`
public func deviceAssert(
  _ condition: Tile<Bool>, _ message: String = "", mask: Tile<Bool>? = nil
) {
  Trace.perform([condition.operand] + [mask?.operand].compactMap { $0 }) {
    try $0.assertion(condition.operand, message, mask: mask?.operand)
  }
}

/// Writes a line for each element of `values`, with `prefix` before it.
///
/// - Parameter isHexadecimal: numbers are written with sixteen digits.
///
/// Triton: `tl.device_print`
public func devicePrint(
  _ prefix: String, _ values: any PrintableTile..., isHexadecimal: Bool = false
) {
  let operands = values.map(\.printed.operand)
  Trace.perform(operands) {
    try $0.print(prefix, operands, isHexadecimal: isHexadecimal)
  }
}

/// What `devicePrint` can write.
public protocol PrintableTile {
  /// What is written.
  var printed: PrintedValue { get }
}

/// A value that `devicePrint` writes.
public struct PrintedValue {
  let operand: Operand
}

extension Tile: PrintableTile {
  /// The tile itself, of which each element gets a line.
  public var printed: PrintedValue { PrintedValue(operand: operand) }
}

extension Pointer: PrintableTile {
  /// The addresses, each of which gets a line.
  public var printed: PrintedValue { PrintedValue(operand: operand) }
}

/// Refuses the kernel with `message` if `condition`, which is known when it is compiled, is false.
///
/// Triton: `tl.static_assert`
public func staticAssert(_ condition: Bool, _ message: String = "") {
  let trace = Trace.required
  trace.countActivity()
  if !condition {
    trace.report(
      message.isEmpty ? "static assertion failed" : "static assertion failed: \(message)")
  }
}

/// All threads of the program wait for each other.
///
/// Triton: `tl.debug_barrier`
public func debugBarrier() { Trace.perform([]) { $0.barrier() } }

/// Promises that a scalar condition holds.
///
/// Triton: `tl.assume`
public func assume(_ condition: Scalar<Bool>) {
  Trace.perform([condition.operand]) { try $0.assume(condition.operand) }
}
