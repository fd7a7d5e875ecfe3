import IR

extension Type {
  /// The type in messages: as the text has it, with the sign of integers.
  public func name(isUnsigned: Bool) -> String {
    switch self {
    case .element(let element): element.name(isUnsigned: isUnsigned)
    case .tensor(let shape, let element):
      "tensor<\(shape)x\(element.name(isUnsigned: isUnsigned))>"
    case .blockPointer(let shape, let element, _):
      "!tt.ptr<tensor<\(shape)x\(element.name(isUnsigned: isUnsigned))>>"
    case .descriptor: description
    }
  }

  /// The type of the numbers that the elements are or that pointers and descriptors lead to.
  var numberType: ScalarType? {
    switch self {
    case .element(let element), .tensor(_, let element), .blockPointer(_, let element, _):
      element.scalar ?? element.pointer?.pointee
    case .descriptor(_, let scalar, _): scalar
    }
  }
}

extension ElementType {
  /// The type in messages, with the sign of integers.
  func name(isUnsigned: Bool) -> String {
    switch self {
    case .scalar(let scalar): scalar.name(isUnsigned: isUnsigned)
    case .pointer(let pointer): "!tt.ptr<\(pointer.target.name(isUnsigned: isUnsigned))>"
    }
  }
}

extension ScalarType {
  /// The type in messages: `u8` for an `i8` without sign.
  public func name(isUnsigned: Bool) -> String {
    isUnsigned && isInteger && self != .i1 ? "u\(bitWidth)" : name
  }

  /// The integer type of as many bits.
  var integerOfSameWidth: ScalarType { ScalarType.integer(bitWidth: bitWidth) ?? .i64 }
}
