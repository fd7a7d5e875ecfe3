import IR
import TileSemantics

/// What an element of a scaled factor is.
///
/// Triton: `lhs_format`, `rhs_format`
public enum ScaledElementFormat: Hashable, Sendable {
  /// Floats of 4 bits, two in a byte, the first in the lower half.
  case e2m1
  /// Floats of 8 bits, or bytes that hold them.
  case e4m3, e5m2
  /// Floats of 16 bits, or integers that hold them.
  case bf16, fp16

  var format: ScaledFormat {
    switch self {
    case .e2m1: .e2m1
    case .e4m3: .e4m3
    case .e5m2: .e5m2
    case .bf16: .bf16
    case .fp16: .fp16
    }
  }
}

/// One factor of a scaled matrix product: elements, and a scale for each group of them.
public struct ScaledFactor {
  let operand: ScaledOperand

  /// Elements that are scaled by powers of two.
  ///
  /// - Parameters:
  ///   - elements: a matrix, with two elements in a byte for `.e2m1`.
  ///   - scale: the exponent, plus 127, for each group of 32 elements along the inner dimension:
  ///     `[m, k / 32]` for the left factor and `[n, k / 32]` for the right one. Nothing is scaled
  ///     without it.
  ///   - isPackedAlongInner: two elements in a byte are neighbours along the inner dimension.
  public init<Element: TileElement>(
    _ elements: Tile<Element>, scale: Tile<UInt8>?, format: ScaledElementFormat,
    isPackedAlongInner: Bool = true
  ) {
    operand = ScaledOperand(
      elements.operand, scale: scale?.operand, format: format.format,
      isPackedAlongInner: isPackedAlongInner)
  }

  /// Elements of `.e2m1` that are scaled by floats of 8 bits, one for each group of 16.
  public init(
    _ elements: Tile<UInt8>, scale: Tile<Float8E4M3>, isPackedAlongInner: Bool = true
  ) {
    operand = ScaledOperand(
      elements.operand, scale: scale.operand, format: .e2m1,
      isPackedAlongInner: isPackedAlongInner)
  }

  /// The values in the module.
  var operands: [Operand] { [operand.elements] + [operand.scale].compactMap { $0 } }
}

/// The matrix product of microscaling formats, plus `accumulator` if there is one.
///
/// - Parameter isFastMath: a scale that is not a number need not make the result so.
///
/// Shapes that do not fit, counted in elements, are reported.
///
/// Triton: `tl.dot_scaled`
public func dotScaled(
  _ lhs: ScaledFactor, _ rhs: ScaledFactor, accumulator: Tile<Float>? = nil,
  isFastMath: Bool = false
) -> Tile<Float> {
  Tile(lhs.operands + rhs.operands + [accumulator?.operand].compactMap { $0 }) {
    try $0.dotScaled(
      lhs.operand, rhs.operand, accumulator: accumulator?.operand, isFastMath: isFastMath)
  }
}
