import IR
import PTX
import Passes

/// What the factors of a matrix instruction are made of.
enum FactorFormat: Hashable {
  case f16, bf16, tf32, s8, e4m3, e5m2, f64

  /// The word of the opcode.
  var word: String {
    switch self {
    case .f16: "f16"
    case .bf16: "bf16"
    case .tf32: "tf32"
    case .s8: "s8"
    case .e4m3: "e4m3"
    case .e5m2: "e5m2"
    case .f64: "f64"
    }
  }

  /// How elements are held on the way to the instruction.
  var element: ElementType {
    switch self {
    case .f16: .scalar(.f16)
    case .bf16: .scalar(.bf16)
    case .tf32: .scalar(.i32)
    case .s8: .scalar(.i8)
    case .e4m3: .scalar(.f8E4M3FN)
    case .e5m2: .scalar(.f8E5M2)
    case .f64: .scalar(.f64)
    }
  }

  /// How many neighbours along the inner dimension a register of a fragment holds.
  var width: Int { max(1, 4 / element.byteWidth) }

  /// How far a register of a warp's fragment reaches along the inner dimension.
  var partDepth: Int { 4 * width }

  /// How far an instruction reaches along an inner dimension of `depth`.
  func step(for depth: Int) -> Int { min(depth, self == .f64 ? 4 : 2 * partDepth) }
}

extension MatrixProduct {
  /// What the matrix instructions of `target` take for each factor.
  func factorFormats(for target: PTXTarget) -> (lhs: FactorFormat, rhs: FactorFormat) {
    switch lhs {
    case .bf16: return (.bf16, .bf16)
    case .i8: return (.s8, .s8)
    case .f64: return (.f64, .f64)
    case .f32:
      return precision == .tf32 || precision == .tf32x3 ? (.tf32, .tf32) : (.bf16, .bf16)
    default: break
    }
    // All formats of 8 bits are exact in 16.
    guard target.supports(.sm89), result == .f32, depth >= 32,
      let left = Self.narrowFormat(lhs), let right = Self.narrowFormat(rhs)
    else { return (.f16, .f16) }
    return (left, right)
  }

  private static func narrowFormat(_ type: ScalarType) -> FactorFormat? {
    switch type {
    case .f8E4M3FN: .e4m3
    case .f8E5M2: .e5m2
    default: nil
    }
  }

  /// How many numbers a factor is split into, and which of them are multiplied, the smallest
  /// products first.
  var parts: (count: Int, pairs: [(lhs: Int, rhs: Int)]) {
    guard lhs == .f32 else { return (1, [(0, 0)]) }
    switch precision {
    case .ieee, .tf32: return (1, [(0, 0)])
    case .tf32x3, .bf16x3: return (2, [(1, 0), (0, 1), (0, 0)])
    case .bf16x6: return (3, [(2, 0), (0, 2), (1, 1), (1, 0), (0, 1), (0, 0)])
    }
  }
}
