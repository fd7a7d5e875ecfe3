import IR
import TileSemantics

/// What a launch passes for one parameter of a kernel.
public struct LaunchArgument: Sendable {
  /// The kinds of arguments.
  package enum Value: Sendable {
    /// One number, as its bits.
    case number(UInt64, ScalarType)
    /// The address of a buffer.
    case buffer(BufferStorage, ScalarType)
    /// A tensor in a buffer. The offset counts elements.
    indirect case tensor(TensorArgument)
    /// An optional parameter that is not passed.
    case none
  }

  /// A tensor in a buffer.
  package struct TensorArgument: Sendable {
    /// The memory that the tensor lies in.
    package let storage: BufferStorage
    /// The type of an element.
    package let element: ScalarType
    /// Where the tensor begins, in elements.
    package let offset: Int
    /// The extents, outermost first.
    package let shape: [Int]
    /// How many elements lie between neighbours along each dimension, outermost first.
    package let strides: [Int]
    /// The extents of the tiles that the kernel takes.
    package let tileShape: [Int]
    /// What a tile holds where it reaches past the tensor.
    package let padding: TilePadding
  }

  /// The parameter's name.
  package private(set) var name = ""
  /// What is passed.
  package let value: Value
  /// Integers are read without sign.
  package let isUnsigned: Bool

  /// A number of `type`, as its bits.
  @usableFromInline
  static func number(_ bits: UInt64, _ type: ScalarType, isUnsigned: Bool) -> LaunchArgument {
    LaunchArgument(.number(bits, type), isUnsigned: isUnsigned)
  }

  /// The address of `storage`, which holds elements of `type`.
  @usableFromInline
  static func buffer(
    _ storage: BufferStorage, _ type: ScalarType, isUnsigned: Bool
  ) -> LaunchArgument {
    LaunchArgument(.buffer(storage, type), isUnsigned: isUnsigned)
  }

  /// An optional parameter that is not passed.
  @usableFromInline static var absent: LaunchArgument { LaunchArgument(.none) }

  /// The argument for the parameter called `name`.
  @usableFromInline
  consuming func named(_ name: String) -> LaunchArgument {
    self.name = name
    return self
  }

  /// An argument without a name, which `bind` gives to it.
  package init(_ value: Value, isUnsigned: Bool = false) {
    (self.value, self.isUnsigned) = (value, isUnsigned)
  }
}
