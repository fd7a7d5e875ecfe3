/// A tensor in a buffer, from which a kernel takes tiles through a `TensorDescriptor` parameter.
public struct TensorView<Element: TileElement>: Sendable {
  /// The memory that holds the elements.
  public var buffer: Buffer<Element>
  /// Where the tensor begins, in elements.
  public var offset: Int
  /// The extents, outermost first.
  public var shape: [Int]
  /// How many elements lie between neighbours along each dimension; the last is 1.
  public var strides: [Int]
  /// The extents of the tiles that the kernel takes.
  public var tileShape: [Int]
  /// What a tile holds where it reaches past the tensor.
  public var padding: TilePadding

  /// A tensor whose rows lie one behind the other unless `strides` says something else.
  public init(
    _ buffer: Buffer<Element>, shape: [Int], strides: [Int]? = nil, tileShape: [Int],
    offset: Int = 0, padding: TilePadding = .zero
  ) {
    self.buffer = buffer
    self.shape = shape
    self.offset = offset
    self.tileShape = tileShape
    self.padding = padding
    if let strides {
      self.strides = strides
    } else {
      var dense: [Int] = []
      var next = 1
      for extent in shape.reversed() {
        dense.append(next)
        next *= extent
      }
      self.strides = dense.reversed()
    }
  }
}

/// What a tile holds where it reaches past its tensor.
public enum TilePadding: Sendable, Hashable {
  case zero
  /// Not a number; for floats only.
  case nan
}
