import Arithmetic

extension Elementwise {
  /// `operation` on integers of `width` bits, with the results of the hardware where the language
  /// leaves them open.
  static func integer(
    _ operation: IntegerOperation, _ lhs: TileValue, _ rhs: TileValue, width: Int
  ) -> TileValue {
    switch operation {
    case .add: TileValue.map(lhs, rhs) { IntegerArithmetic.add($0, $1, width: width) }
    case .subtract: TileValue.map(lhs, rhs) { IntegerArithmetic.subtract($0, $1, width: width) }
    case .multiply: TileValue.map(lhs, rhs) { IntegerArithmetic.multiply($0, $1, width: width) }
    case .multiplyHighUnsigned:
      TileValue.map(lhs, rhs) { IntegerArithmetic.multiplyHighUnsigned($0, $1, width: width) }
    case .divideSigned:
      TileValue.map(lhs, rhs) { IntegerArithmetic.divideSigned($0, $1, width: width).bits }
    case .divideUnsigned:
      TileValue.map(lhs, rhs) { IntegerArithmetic.divideUnsigned($0, $1, width: width).bits }
    case .remainderSigned:
      TileValue.map(lhs, rhs) { IntegerArithmetic.remainderSigned($0, $1, width: width).bits }
    case .remainderUnsigned:
      TileValue.map(lhs, rhs) { IntegerArithmetic.remainderUnsigned($0, $1, width: width).bits }
    case .and: TileValue.map(lhs, rhs) { $0 & $1 }
    case .or: TileValue.map(lhs, rhs) { $0 | $1 }
    case .xor: TileValue.map(lhs, rhs) { $0 ^ $1 }
    case .shiftLeft:
      TileValue.map(lhs, rhs) { IntegerArithmetic.shiftLeft($0, by: $1, width: width) }
    case .shiftRightSigned:
      TileValue.map(lhs, rhs) { IntegerArithmetic.shiftRightSigned($0, by: $1, width: width) }
    case .shiftRightUnsigned:
      TileValue.map(lhs, rhs) { IntegerArithmetic.shiftRightUnsigned($0, by: $1, width: width) }
    case .minimumSigned:
      TileValue.map(lhs, rhs) { IntegerArithmetic.minimumSigned($0, $1, width: width) }
    case .minimumUnsigned: TileValue.map(lhs, rhs) { min($0, $1) }
    case .maximumSigned:
      TileValue.map(lhs, rhs) { IntegerArithmetic.maximumSigned($0, $1, width: width) }
    case .maximumUnsigned: TileValue.map(lhs, rhs) { max($0, $1) }
    }
  }

  /// What is open about `operation` on two elements, in words; `nil` if nothing is.
  static func undefinedness(
    of operation: IntegerOperation, _ lhs: UInt64, _ rhs: UInt64, width: Int
  ) -> String? {
    switch operation {
    case .add, .subtract, .multiply, .multiplyHighUnsigned, .and, .or, .xor, .minimumSigned,
      .minimumUnsigned, .maximumSigned, .maximumUnsigned:
      return nil
    case .shiftLeft, .shiftRightSigned, .shiftRightUnsigned:
      return rhs >= UInt64(width) ? "shift of \(width) bits by \(rhs)" : nil
    case .divideUnsigned, .remainderUnsigned:
      return rhs == 0 ? "division by zero" : nil
    case .divideSigned, .remainderSigned:
      switch IntegerArithmetic.divideSigned(lhs, rhs, width: width).fault {
      case .divisionByZero: return "division by zero"
      case .overflow: return "division of the smallest integer by -1"
      case nil: return nil
      }
    }
  }
}
