import IR

/// A value of a kernel that is being made, with what is known of its elements.
struct Number {
  let value: ValueID
  /// The largest magnitude of the elements, if they are floats that hold integers exactly. Other
  /// floats may be stored and compared, but not computed with.
  let magnitude: Int?

  /// Elements that are integers, or floats of any kind.
  init(_ value: ValueID, magnitude: Int? = nil) {
    (self.value, self.magnitude) = (value, magnitude)
  }
}

extension ScalarType {
  /// Up to which magnitude the float type holds all integers, as far as products of two of them fit
  /// into an `Int`; 0 for an integer type.
  var exactLimit: Int {
    switch self {
    case .i1, .i4, .i8, .i16, .i32, .i64: 0
    case .f8E4M3FN, .f8E4M3FNUZ: 16
    case .f8E5M2, .f8E5M2FNUZ: 8
    case .f16: 2048
    case .bf16: 256
    case .f32: 1 << 24
    case .f64: 1 << 31
    }
  }

  /// The largest magnitude of what kernels load.
  var loadedMagnitude: Int {
    switch self {
    case .i1, .i4, .i8, .i16, .i32, .i64: 0
    case .f8E4M3FN, .f8E4M3FNUZ: 6
    case .f8E5M2, .f8E5M2FNUZ: 4
    case .f16: 12
    case .bf16: 6
    case .f32: 50
    case .f64: 1000
    }
  }
}
