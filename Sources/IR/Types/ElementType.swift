/// The type of one element of a tile: a number or an address.
public enum ElementType: Hashable, Sendable, BitwiseCopyable {
  case scalar(ScalarType)
  case pointer(PointerType)

  /// The number type, or `nil` for a pointer.
  public var scalar: ScalarType? {
    if case .scalar(let type) = self { type } else { nil }
  }

  /// The pointer type, or `nil` for a number.
  public var pointer: PointerType? {
    if case .pointer(let type) = self { type } else { nil }
  }

  /// The element is an integer.
  public var isInteger: Bool { scalar?.isInteger ?? false }
  /// The element is a float.
  public var isFloat: Bool { scalar?.isFloat ?? false }
  /// The element is an address.
  public var isPointer: Bool { pointer != nil }

  /// How many bits a value has; 64 for a pointer.
  public var bitWidth: Int { scalar?.bitWidth ?? 64 }

  /// How many bytes a value takes in memory.
  public var byteWidth: Int { scalar?.byteWidth ?? 8 }
}

extension ElementType: CustomStringConvertible {
  public var description: String {
    switch self {
    case .scalar(let type): type.name
    case .pointer(let type): type.description
    }
  }
}
