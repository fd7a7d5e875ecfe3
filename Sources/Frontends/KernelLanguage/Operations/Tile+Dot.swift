import IR
import TileSemantics

/// With which precision a dot multiplies `Float`.
///
/// Triton: `input_precision`
public enum DotPrecision: Hashable, Sendable {
  /// As `Float` is multiplied elsewhere.
  case ieee
  /// In TensorFloat-32: 10 bits of fraction, on tensor cores.
  case tf32
  /// In three products of TensorFloat-32 that add up to nearly the precision of `Float`.
  case tf32x3
  /// In three products of `BFloat16`.
  case bf16x3
  /// In six products of `BFloat16`.
  case bf16x6

  var attribute: InputPrecision {
    switch self {
    case .ieee: .ieee
    case .tf32: .tf32
    case .tf32x3: .tf32x3
    case .bf16x3: .bf16x3
    case .bf16x6: .bf16x6
    }
  }
}

/// An element that a dot multiplies.
public protocol DotElement: NumericElement {
  /// What the products are summed in.
  associatedtype DotResult: NumericElement
}

extension Int8: DotElement { public typealias DotResult = Int32 }
extension UInt8: DotElement { public typealias DotResult = Int32 }
extension BFloat16: DotElement { public typealias DotResult = Float }
extension Float: DotElement { public typealias DotResult = Float }
extension Double: DotElement { public typealias DotResult = Double }
extension Float8E4M3: DotElement { public typealias DotResult = Float }
extension Float8E5M2: DotElement { public typealias DotResult = Float }
extension Float8E4M3FNUZ: DotElement { public typealias DotResult = Float }
extension Float8E5M2FNUZ: DotElement { public typealias DotResult = Float }
#if !(os(macOS) && arch(x86_64))
  extension Float16: DotElement { public typealias DotResult = Float }
#endif

/// The matrix product `lhs · rhs`, plus `accumulator` if there is one.
///
/// For shapes `[m, k]` and `[k, n]` the result has shape `[m, n]`; a further dimension before these
/// counts independent products. `k` must be at least 16, or 32 for elements of 8 bits. Shapes that
/// do not fit are reported.
///
/// - Parameters:
///   - accumulator: a tile of the result's shape.
///   - precision: how `Float` is multiplied; other elements are multiplied exactly.
///   - maximumImpreciseAccumulations: after how many products of floats of 8 bits the sum is added
///     up in full precision.
///
/// Triton: `tl.dot`
public func dot<Element: DotElement>(
  _ lhs: Tile<Element>, _ rhs: Tile<Element>, accumulator: Tile<Element.DotResult>? = nil,
  precision: DotPrecision = .ieee, maximumImpreciseAccumulations: Int? = nil
) -> Tile<Element.DotResult> {
  Tile([lhs.operand, rhs.operand] + [accumulator?.operand].compactMap { $0 }) {
    try $0.dot(
      lhs.operand, rhs.operand, accumulator: accumulator?.operand, precision: precision.attribute,
      maximumImpreciseAccumulations: maximumImpreciseAccumulations)
  }
}

/// The matrix product of floats of 8 bits of two kinds.
///
/// Triton: `tl.dot`
public func dot<Left: NarrowFloat & DotElement, Right: NarrowFloat & DotElement>(
  _ lhs: Tile<Left>, _ rhs: Tile<Right>, accumulator: Tile<Float>? = nil,
  maximumImpreciseAccumulations: Int? = nil
) -> Tile<Float> {
  Tile([lhs.operand, rhs.operand] + [accumulator?.operand].compactMap { $0 }) {
    try $0.dot(
      lhs.operand, rhs.operand, accumulator: accumulator?.operand,
      maximumImpreciseAccumulations: maximumImpreciseAccumulations)
  }
}

#if !(os(macOS) && arch(x86_64))
  /// The matrix product of `Float16`, summed in `Float16`.
  ///
  /// Triton: `tl.dot(…, out_dtype=tl.float16)`
  public func dot(
    _ lhs: Tile<Float16>, _ rhs: Tile<Float16>, accumulator: Tile<Float16>? = nil,
    output: Float16.Type
  ) -> Tile<Float16> {
    Tile([lhs.operand, rhs.operand] + [accumulator?.operand].compactMap { $0 }) {
      try $0.dot(lhs.operand, rhs.operand, accumulator: accumulator?.operand, output: .f16)
    }
  }

  /// The matrix product of floats of 8 bits, summed in `Float16`. Other elements are reported.
  ///
  /// Triton: `tl.dot(…, out_dtype=tl.float16)`
  public func dot<Left: NarrowFloat & DotElement, Right: NarrowFloat & DotElement>(
    _ lhs: Tile<Left>, _ rhs: Tile<Right>, accumulator: Tile<Float16>? = nil,
    output: Float16.Type
  ) -> Tile<Float16> {
    Tile([lhs.operand, rhs.operand] + [accumulator?.operand].compactMap { $0 }) {
      try $0.dot(lhs.operand, rhs.operand, accumulator: accumulator?.operand, output: .f16)
    }
  }
#endif
