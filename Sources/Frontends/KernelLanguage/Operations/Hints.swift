import TileSemantics

/// Facts about a tile that the compiler makes use of and does not check: one number for each
/// dimension.
extension Tile where Element: IntegerElement {
  /// The tile, of which the first element of every contiguous run is a multiple of `divisors`.
  ///
  /// Triton: `tl.multiple_of`
  public func multipleOf(_ divisors: Int...) -> Tile {
    Tile(operand) { try $0.multipleOf(operand, divisors) }
  }

  /// The tile, whose elements come in contiguous runs of `lengths`.
  ///
  /// Triton: `tl.max_contiguous`
  public func maxContiguous(_ lengths: Int...) -> Tile {
    Tile(operand) { try $0.maxContiguous(operand, lengths) }
  }

  /// The tile, whose elements come in runs of equal ones of `lengths`.
  ///
  /// Triton: `tl.max_constancy`
  public func maxConstancy(_ lengths: Int...) -> Tile {
    Tile(operand) { try $0.maxConstancy(operand, lengths) }
  }
}

extension Pointer {
  /// The pointer, of which the first address of every contiguous run is a multiple of `divisors`
  /// bytes.
  ///
  /// Triton: `tl.multiple_of`
  public func multipleOf(_ divisors: Int...) -> Pointer {
    Pointer(Trace.emit([operand]) { try $0.multipleOf(operand, divisors) })
  }

  /// The pointers, which come in contiguous runs of `lengths`.
  ///
  /// Triton: `tl.max_contiguous`
  public func maxContiguous(_ lengths: Int...) -> Pointer {
    Pointer(Trace.emit([operand]) { try $0.maxContiguous(operand, lengths) })
  }

  /// States that elements come in runs of equal pointers, of these lengths along each dimension.
  ///
  /// Triton: `tl.max_constancy`
  public func maxConstancy(_ lengths: Int...) -> Pointer {
    Pointer(Trace.emit([operand]) { try $0.maxConstancy(operand, lengths) })
  }
}
