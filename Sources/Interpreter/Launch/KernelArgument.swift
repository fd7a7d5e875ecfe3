import IR

/// What a launch passes for one parameter of a kernel.
public enum KernelArgument: Hashable, Sendable {
  /// A number, as the bits of its own format in the low bits.
  case scalar(bits: UInt64)
  /// The address `offset` bytes from the start of a buffer.
  case pointer(BufferID, offset: Int)
  /// An address as it is.
  case address(UInt64)
  /// A tensor descriptor made by the host: one argument for the parameter of type
  /// `!tt.tensordesc` and for the parameters with its extents and strides that follow it.
  case descriptor(DescriptorArgument)
}

/// A description of a tensor in a buffer, made by the host.
public struct DescriptorArgument: Hashable, Sendable {
  /// The buffer that holds the tensor.
  public var base: BufferID
  /// Where the tensor starts in the buffer, in bytes.
  public var offset: Int
  /// The extents in elements, outermost first.
  public var shape: [Int64]
  /// The distances of neighbours in elements, outermost first.
  public var strides: [Int64]
  /// What a tile has where it reaches past the tensor.
  public var padding: Padding

  /// A tensor that starts `offset` bytes into the buffer `base`.
  public init(
    base: BufferID, offset: Int = 0, shape: [Int64], strides: [Int64], padding: Padding = .zero
  ) {
    (self.base, self.offset, self.shape) = (base, offset, shape)
    (self.strides, self.padding) = (strides, padding)
  }
}
