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
    case tensor(TensorArgument)
    /// An optional parameter that is not passed.
    case none
  }

  /// A tensor in a buffer.
  package struct TensorArgument: Sendable {
    package let storage: BufferStorage
    package let element: ScalarType
    package let offset: Int
    package let shape: [Int]
    package let strides: [Int]
    package let tileShape: [Int]
    package let padding: TilePadding
  }

  /// The parameter's name.
  package internal(set) var name = ""
  /// What is passed.
  package let value: Value
  /// Integers are read without sign.
  package let isUnsigned: Bool

  package init(_ value: Value, isUnsigned: Bool = false) {
    (self.value, self.isUnsigned) = (value, isUnsigned)
  }
}
