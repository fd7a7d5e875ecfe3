import IR
import TileSemantics

/// How a float is rounded that is converted to one with less precision.
///
/// Triton: `fp_downcast_rounding`
public enum FloatRounding: Hashable, Sendable {
  /// To the nearest; ties go to the even one.
  case toNearestEven
  /// Towards zero.
  case towardZero

  var mode: RoundingMode { self == .toNearestEven ? .nearestEven : .towardZero }
}

extension Tile {
  /// The tile with its elements converted.
  ///
  /// Floats become integers by truncation; numbers become truth values by asking whether they are
  /// not 0; floats of eight bits saturate.
  ///
  /// Triton: `tl.cast`, `x.to(…)`
  public func to<Other: TileElement>(_ type: Other.Type) -> Tile<Other> {
    Tile<Other>(operand) { builder in
      if Element.self == Other.self { return operand }
      let source =
        Element.self == Float8E4M3B15.self ? try builder.decodeFloat8E4B15(operand) : operand
      if Other.self == Float8E4M3B15.self { return try builder.encodeFloat8E4B15(source) }
      return try builder.convert(source, to: Other.scalarType, isUnsigned: Other.isUnsigned)
    }
  }

  /// The tile with its floats rounded to a narrower type in the given way.
  ///
  /// Triton: `x.to(…, fp_downcast_rounding=…)`
  public func to<Other: FloatElement>(
    _ type: Other.Type, rounding: FloatRounding
  ) -> Tile<Other> where Element: FloatElement {
    Tile<Other>(operand) {
      try $0.convert(operand, to: Other.scalarType, rounding: rounding.mode)
    }
  }

  /// The tile with the bits of its elements read as another type of the same width; other widths
  /// are reported.
  ///
  /// Triton: `x.to(…, bitcast=True)`
  public func bitcast<Other: TileElement>(to type: Other.Type) -> Tile<Other> {
    Tile<Other>(operand) {
      try $0.bitcast(operand, to: Other.scalarType, isUnsigned: Other.isUnsigned)
    }
  }

  /// The tile with its integers read as addresses of elements of another type.
  ///
  /// Triton: `x.to(tl.pointer_type(…))`
  public func pointer<Pointee: TileElement>(to type: Pointee.Type) -> Pointer<Pointee>
  where Element == Int64 {
    Pointer<Pointee>(
      Trace.emit([operand]) {
        try $0.convert(operand, to: .init(to: Pointee.scalarType), isUnsigned: Pointee.isUnsigned)
      })
  }
}
