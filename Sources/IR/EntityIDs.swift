import Support

/// Names an operation of a module.
public struct OpID: EntityID {
  /// The place in the module's table.
  public let index: UInt32

  /// The id of what stands at `index`.
  public init(index: UInt32) { self.index = index }
}

/// Names a value: the result of an operation or a parameter of a block.
public struct ValueID: EntityID {
  /// The place in the module's table.
  public let index: UInt32

  /// The id of what stands at `index`.
  public init(index: UInt32) { self.index = index }
}

/// Names a list of operations that ends with a terminator.
public struct BlockID: EntityID {
  /// The place in the module's table.
  public let index: UInt32

  /// The id of what stands at `index`.
  public init(index: UInt32) { self.index = index }
}

/// Names a list of blocks that belongs to an operation.
public struct RegionID: EntityID {
  /// The place in the module's table.
  public let index: UInt32

  /// The id of what stands at `index`.
  public init(index: UInt32) { self.index = index }
}

/// Names a location in a module's table.
public struct LocationID: EntityID {
  /// The place in the module's table.
  public let index: UInt32

  /// The id of what stands at `index`.
  public init(index: UInt32) { self.index = index }

  /// The location that every module has first.
  public static let unknown = LocationID(index: 0)
}

/// Names one operand slot of one operation.
struct UseID: EntityID {
  let index: UInt32
  init(index: UInt32) { self.index = index }
}

/// Names an attribute list in a module's table.
struct AttributeListID: EntityID {
  let index: UInt32
  init(index: UInt32) { self.index = index }

  static let empty = AttributeListID(index: 0)
}

/// Names a value's name in a module's table.
struct NameID: EntityID {
  let index: UInt32
  init(index: UInt32) { self.index = index }

  static let none = NameID(index: 0)
}
