import Arithmetic

extension ScalarType {
  /// How the bits of a float of this type are read; `nil` for an integer.
  public var floatFormat: FloatFormat? {
    switch self {
    case .i1, .i4, .i8, .i16, .i32, .i64: nil
    case .f8E4M3FN: .f8E4M3FN
    case .f8E4M3FNUZ: .f8E4M3FNUZ
    case .f8E5M2: .f8E5M2
    case .f8E5M2FNUZ: .f8E5M2FNUZ
    case .f16: .f16
    case .bf16: .bf16
    case .f32: .f32
    case .f64: .f64
    }
  }
}
