import Arithmetic
import IR
import Testing

/// An operation on integers of 8 bits, with its meaning for one element.
struct ElementOperation: CustomTestStringConvertible, Sendable {
  let opcode: Opcode
  let predicate: CompareInteger.Predicate?

  private init(_ opcode: Opcode, _ predicate: CompareInteger.Predicate? = nil) {
    (self.opcode, self.predicate) = (opcode, predicate)
  }

  /// All operations that take two integers.
  static let all: [ElementOperation] =
    [
      .addi, .subi, .muli, .divsi, .divui, .remsi, .remui, .andi, .ori, .xori, .shli, .shrsi,
      .shrui, .minsi, .minui, .maxsi, .maxui, .mulhiui,
    ].map { ElementOperation($0) }
    + CompareInteger.Predicate.allCases.map { ElementOperation(.cmpi, $0) }

  static let width = 8

  var testDescription: String {
    opcode.info.name + (predicate.map { " \($0.keyword)" } ?? "")
  }

  /// The element that the operation makes of two; `nil` if it has no meaning for them.
  func callAsFunction(_ lhs: UInt64, _ rhs: UInt64) -> UInt64? {
    let width = Self.width
    switch opcode {
    case .addi: return IntegerArithmetic.add(lhs, rhs, width: width)
    case .subi: return IntegerArithmetic.subtract(lhs, rhs, width: width)
    case .muli: return IntegerArithmetic.multiply(lhs, rhs, width: width)
    case .mulhiui: return IntegerArithmetic.multiplyHighUnsigned(lhs, rhs, width: width)
    case .divsi: return rhs == 0 ? nil : IntegerArithmetic.divideSigned(lhs, rhs, width: width).bits
    case .divui: return rhs == 0 ? nil : lhs / rhs
    case .remsi:
      return rhs == 0 ? nil : IntegerArithmetic.remainderSigned(lhs, rhs, width: width).bits
    case .remui: return rhs == 0 ? nil : lhs % rhs
    case .andi: return lhs & rhs
    case .ori: return lhs | rhs
    case .xori: return lhs ^ rhs
    case .shli: return IntegerArithmetic.shiftLeft(lhs, by: rhs, width: width)
    case .shrsi: return IntegerArithmetic.shiftRightSigned(lhs, by: rhs, width: width)
    case .shrui: return IntegerArithmetic.shiftRightUnsigned(lhs, by: rhs, width: width)
    case .minsi: return IntegerArithmetic.minimumSigned(lhs, rhs, width: width)
    case .maxsi: return IntegerArithmetic.maximumSigned(lhs, rhs, width: width)
    case .minui: return min(lhs, rhs)
    case .maxui: return max(lhs, rhs)
    default: return predicate.map { compare($0, lhs, rhs) ? 1 : 0 }
    }
  }

  private func compare(
    _ predicate: CompareInteger.Predicate, _ lhs: UInt64, _ rhs: UInt64
  ) -> Bool {
    let (left, right) = (lhs.signExtended(from: Self.width), rhs.signExtended(from: Self.width))
    switch predicate {
    case .eq: return lhs == rhs
    case .ne: return lhs != rhs
    case .slt: return left < right
    case .sle: return left <= right
    case .sgt: return left > right
    case .sge: return left >= right
    case .ult: return lhs < rhs
    case .ule: return lhs <= rhs
    case .ugt: return lhs > rhs
    case .uge: return lhs >= rhs
    }
  }
}
