import Arithmetic

/// The meaning of the elementwise operations, one tile at a time.
///
/// The switches stand outside of the loops over elements, so each loop does one thing. `f32` has
/// loops of its own because nearly all floats in kernels are of that format.
enum Elementwise {
  /// The result of `operation`.
  static func apply(_ operation: ElementwiseOperation, to operands: [TileValue]) -> TileValue {
    switch operation {
    case .integer(let operation, let width):
      return integer(operation, operands[0], operands[1], width: width)
    case .absoluteInteger(let width):
      return operands[0].map { IntegerArithmetic.absolute($0, width: width) }
    case .compareIntegers(let predicate, let width):
      return compare(predicate, operands[0], operands[1], width: width)
    case .float(let operation, let format):
      return float(operation, operands[0], operands[1], format)
    case .floatFunction(let function, let format):
      return floatFunction(function, operands[0], format)
    case .multiplyAdd(let format):
      return TileValue.map(operands[0], operands[1], operands[2]) {
        FloatArithmetic.multiplyAdd($0, $1, $2, format)
      }
    case .clamp(let format, let propagatesNaN):
      return TileValue.map(operands[0], operands[1], operands[2]) {
        propagatesNaN
          ? FloatArithmetic.clamp($0, $1, $2, format)
          : FloatArithmetic.clampNumber($0, $1, $2, format)
      }
    case .compareFloats(let predicate, let format):
      return perFormat(format, operands[0], operands[1]) {
        FloatArithmetic.compare(predicate, $0, $1, $2) ? 1 : 0
      }
    case .convert(let conversion):
      return convert(operands[0], conversion)
    case .select:
      return select(operands[0], operands[1], operands[2])
    case .addPointer(let offsetWidth, let elementSize):
      let size = UInt64(elementSize)
      return TileValue.map(operands[0], operands[1]) {
        $0 &+ UInt64(bitPattern: IntegerArithmetic.signed($1, width: offsetWidth)) &* size
      }
    case .libraryFunction(let function):
      return call(function, operands)
    }
  }

  static func select(
    _ condition: TileValue, _ whenTrue: TileValue, _ whenFalse: TileValue
  ) -> TileValue {
    if case .uniform(let bit) = condition { return bit & 1 != 0 ? whenTrue : whenFalse }
    return TileValue.map(condition, whenTrue, whenFalse) { $0 & 1 != 0 ? $1 : $2 }
  }

  private static func compare(
    _ predicate: IntegerPredicate, _ lhs: TileValue, _ rhs: TileValue, width: Int
  ) -> TileValue {
    switch predicate {
    case .signedLess:
      TileValue.map(lhs, rhs) {
        IntegerArithmetic.compare(.signedLess, $0, $1, width: width) ? 1 : 0
      }
    default:
      TileValue.map(lhs, rhs) {
        IntegerArithmetic.compare(predicate, $0, $1, width: width) ? 1 : 0
      }
    }
  }

  private static func call(_ function: MathFunction, _ operands: [TileValue]) -> TileValue {
    switch operands.count {
    case 0: .uniform(function.evaluate(0))
    case 1: operands[0].map { function.evaluate($0) }
    case 2: TileValue.map(operands[0], operands[1]) { function.evaluate($0, $1) }
    case 3:
      TileValue.map(operands[0], operands[1], operands[2]) { function.evaluate($0, $1, $2) }
    default:
      TileValue(
        .filled(operands.map(\.storedCount).max() ?? 1) { index in
          function.evaluate(operands.map { $0[index] })
        })
    }
  }

  @inline(__always)
  static func perFormat(
    _ format: FloatFormat, _ lhs: TileValue, _ rhs: TileValue,
    _ body: (UInt64, UInt64, FloatFormat) -> UInt64
  ) -> TileValue {
    format == .f32
      ? TileValue.map(lhs, rhs) { body($0, $1, .f32) }
      : TileValue.map(lhs, rhs) { body($0, $1, format) }
  }
}
