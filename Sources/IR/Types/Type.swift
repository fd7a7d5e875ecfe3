/// The type of a value.
///
/// Types are plain values: equal types compare equal, and no table is needed to read one.
public enum Type: Hashable, Sendable, BitwiseCopyable {
  /// One number or address: `i32`, `!tt.ptr<f32>`.
  case element(ElementType)
  /// A tile: `tensor<128x64xf16>`, `tensor<128x!tt.ptr<f32>>`.
  case tensor(Shape, ElementType)
  /// A pointer to a tile in memory: `!tt.ptr<tensor<128x64xf16>>`.
  case blockPointer(Shape, ElementType, addressSpace: UInt8)
  /// A description of a tensor in memory, from which tiles are taken:
  /// `!tt.tensordesc<tensor<128x64xf16>>`.
  case descriptor(Shape, ScalarType, Signedness)

  /// Whether a descriptor's integers carry a sign: `i8`, `ui8`, `si8`.
  public enum Signedness: UInt8, Hashable, Sendable, BitwiseCopyable {
    case none, unsigned, signed

    /// What stands before the type's name.
    public var prefix: String {
      switch self {
      case .none: ""
      case .unsigned: "u"
      case .signed: "s"
      }
    }
  }
}

// MARK: - Making

extension Type {
  /// A truth value.
  public static let i1 = scalar(.i1)
  /// An integer of 8 bits.
  public static let i8 = scalar(.i8)
  /// An integer of 32 bits.
  public static let i32 = scalar(.i32)
  /// An integer of 64 bits.
  public static let i64 = scalar(.i64)
  /// A float of 32 bits.
  public static let f32 = scalar(.f32)

  /// One number of `type`.
  public static func scalar(_ type: ScalarType) -> Type { .element(.scalar(type)) }

  /// The address of a number of `type` in global memory.
  public static func pointer(to type: ScalarType) -> Type {
    .element(.pointer(PointerType(to: type)))
  }

  /// A tile of `shape`, or one element if the shape is a scalar's.
  public static func of(_ shape: Shape, _ element: ElementType) -> Type {
    shape.rank == 0 ? .element(element) : .tensor(shape, element)
  }

  /// This type with elements of another type.
  public func with(element: ElementType) -> Type { .of(shape, element) }

  /// This type with elements of another type.
  public func with(element: ScalarType) -> Type { .of(shape, .scalar(element)) }

  /// This type with another shape.
  public func with(shape: Shape) -> Type { .of(shape, element ?? .scalar(.i32)) }
}

// MARK: - Asking

extension Type {
  /// The type of one element; `nil` for a descriptor or a block pointer.
  public var element: ElementType? {
    switch self {
    case .element(let element), .tensor(_, let element): element
    case .blockPointer, .descriptor: nil
    }
  }

  /// The number type of one element; `nil` if the elements are not numbers.
  public var scalar: ScalarType? { element?.scalar }

  /// The extents of a tile; a scalar's shape for everything else.
  public var shape: Shape {
    if case .tensor(let shape, _) = self { shape } else { .scalar }
  }

  /// The number of dimensions; 0 for everything but a tile.
  public var rank: Int { shape.rank }

  /// The value is a tile.
  public var isTensor: Bool {
    if case .tensor = self { true } else { false }
  }

  /// The value describes a tensor in memory.
  public var isDescriptor: Bool {
    if case .descriptor = self { true } else { false }
  }

  /// The value points to a tile in memory.
  public var isBlockPointer: Bool {
    if case .blockPointer = self { true } else { false }
  }

  /// One number, not a tile of them.
  public var isScalarNumber: Bool {
    if case .element(.scalar) = self { true } else { false }
  }

  /// The elements are integers, in a tile or alone.
  public var isInteger: Bool { element?.isInteger ?? false }
  /// The elements are floats, in a tile or alone.
  public var isFloat: Bool { element?.isFloat ?? false }
  /// The elements are pointers, in a tile or alone.
  public var isPointer: Bool { element?.isPointer ?? false }

  /// The type of one element as a value of its own.
  public var scalarized: Type { element.map { .element($0) } ?? self }

  /// What a load through this type yields: for `tensor<4x!tt.ptr<f32>>` it is `tensor<4xf32>`.
  public var pointedTo: Type? {
    switch self {
    case .element(.pointer(let pointer)): .element(pointer.target)
    case .tensor(let shape, .pointer(let pointer)): .tensor(shape, pointer.target)
    case .blockPointer(let shape, let element, _): .tensor(shape, element)
    default: nil
    }
  }
}

extension Type: CustomStringConvertible {
  /// The type in MLIR's text.
  public var description: String {
    switch self {
    case .element(let element): element.description
    case .tensor(let shape, let element): "tensor<\(shape)x\(element)>"
    case .blockPointer(let shape, let element, let space):
      "!tt.ptr<tensor<\(shape)x\(element)>"
        + (space == PointerType.globalMemory ? ">" : ", \(space)>")
    case .descriptor(let shape, let scalar, let sign):
      "!tt.tensordesc<tensor<\(shape)x\(sign.prefix)\(scalar)>>"
    }
  }
}
