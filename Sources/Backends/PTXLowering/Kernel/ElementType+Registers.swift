import IR
import PTX

/// Which registers hold elements, and how they lie in memory.
///
/// A truth value is a predicate. Numbers of 8 and 16 bits are in registers of 16 bits; of one of 8
/// bits the upper byte may be anything, so whoever reads more than 8 bits extends it first.
extension ElementType {
  /// The class of the registers that hold an element.
  var registerClass: RegisterClass {
    switch self {
    case .pointer: .bits64
    case .scalar(let type): type.registerClass
    }
  }

  /// The type by which an element is loaded and stored.
  var memoryType: PTXType {
    switch byteWidth {
    case 1: .b8
    case 2: .b16
    case 4: .b32
    default: .b64
    }
  }

  /// The class of the registers into which an element is loaded by its memory type.
  var memoryClass: RegisterClass {
    switch byteWidth {
    case 1, 2: .bits16
    case 4: .bits32
    default: .bits64
    }
  }

  /// The type of an entry's parameter that is such an element.
  var parameterType: PTXType {
    switch self {
    case .pointer: .u64
    case .scalar(.f32): .f32
    case .scalar(.f64): .f64
    case .scalar(let type):
      switch type.byteWidth {
      case 1: .u8
      case 2: type.isFloat ? .b16 : .u16
      case 4: .u32
      default: .u64
      }
    }
  }
}

extension ScalarType {
  /// The class of the registers that hold a number.
  var registerClass: RegisterClass {
    switch self {
    case .i1: .predicate
    case .i4, .i8, .i16, .f8E4M3FN, .f8E4M3FNUZ, .f8E5M2, .f8E5M2FNUZ, .f16, .bf16: .bits16
    case .i32: .bits32
    case .i64: .bits64
    case .f32: .float32
    case .f64: .float64
    }
  }
}
