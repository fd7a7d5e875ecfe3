import Arithmetic
import IR

extension FloatFormat {
  /// The format that an operand of `tt.dot_scaled` names.
  init(_ format: ScaledFormat) {
    switch format {
    case .e4m3: self = .f8E4M3FN
    case .e5m2: self = .f8E5M2
    case .e2m3: self = .f6E2M3FN
    case .e3m2: self = .f6E3M2FN
    case .e2m1: self = .f4E2M1FN
    case .bf16: self = .bf16
    case .fp16: self = .f16
    }
  }
}
