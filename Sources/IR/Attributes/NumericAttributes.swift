/// How a float is rounded to a narrower type.
public enum RoundingMode: Int32, KeywordAttribute {
  case towardZero = 0, nearestEven

  public var keyword: String { self == .towardZero ? "rtz" : "rtne" }
}

/// Whether a NaN operand wins.
public enum NaNPropagation: Int32, KeywordAttribute {
  case none = 0
  case all = 0xFFFF

  public var keyword: String { self == .none ? "none" : "all" }
}

/// With which precision a dot multiplies `f32` elements.
public enum InputPrecision: Int32, KeywordAttribute {
  case tf32 = 0, tf32x3, ieee, bf16x3, bf16x6

  public var keyword: String {
    switch self {
    case .tf32: "tf32"
    case .tf32x3: "tf32x3"
    case .ieee: "ieee"
    case .bf16x3: "bf16x3"
    case .bf16x6: "bf16x6"
    }
  }
}

/// The element format of an operand of `tt.dot_scaled`.
public enum ScaledFormat: Int32, KeywordAttribute {
  case e4m3 = 0, e5m2, e2m3, e3m2, e2m1, bf16, fp16

  public var keyword: String {
    switch self {
    case .e4m3: "e4m3"
    case .e5m2: "e5m2"
    case .e2m3: "e2m3"
    case .e3m2: "e3m2"
    case .e2m1: "e2m1"
    case .bf16: "bf16"
    case .fp16: "fp16"
    }
  }
}

/// A dimension of the grid.
public enum ProgramAxis: Int32, KeywordAttribute {
  case x = 0, y, z

  public var keyword: String {
    switch self {
    case .x: "x"
    case .y: "y"
    case .z: "z"
    }
  }
}
