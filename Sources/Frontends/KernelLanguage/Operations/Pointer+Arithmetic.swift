import TileSemantics

/// Moving pointers by elements. Shapes are broadcast: a pointer and a tile of integers make a tile
/// of pointers.
extension Pointer {
  /// The address `rhs` elements further on.
  ///
  /// Triton: `pointer + offset`
  public static func + (lhs: Pointer, rhs: Tile<some IntegerElement>) -> Pointer {
    lhs.moved(by: rhs.operand, .add)
  }

  /// The address `lhs` elements further on.
  public static func + (lhs: Tile<some IntegerElement>, rhs: Pointer) -> Pointer { rhs + lhs }

  /// The address `rhs` elements further on.
  public static func + (lhs: Pointer, rhs: Int) -> Pointer { lhs.moved(by: rhs, .add) }

  /// The address `rhs` elements before.
  ///
  /// Triton: `pointer - offset`
  public static func - (lhs: Pointer, rhs: Tile<some IntegerElement>) -> Pointer {
    lhs.moved(by: rhs.operand, .subtract)
  }

  /// The address `rhs` elements before.
  public static func - (lhs: Pointer, rhs: Int) -> Pointer { lhs.moved(by: rhs, .subtract) }

  /// Moves on by `rhs` elements.
  public static func += (lhs: inout Pointer, rhs: Tile<some IntegerElement>) { lhs = lhs + rhs }

  /// Moves on by `rhs` elements.
  public static func += (lhs: inout Pointer, rhs: Int) { lhs = lhs + rhs }

  /// Moves back by `rhs` elements.
  public static func -= (lhs: inout Pointer, rhs: Tile<some IntegerElement>) { lhs = lhs - rhs }

  /// Moves back by `rhs` elements.
  public static func -= (lhs: inout Pointer, rhs: Int) { lhs = lhs - rhs }

  private func moved(by offset: Operand, _ op: BinaryOperator) -> Pointer {
    Pointer(Trace.emit([operand, offset]) { try $0.binary(op, operand, offset) })
  }

  private func moved(by offset: Int, _ op: BinaryOperator) -> Pointer {
    Pointer(
      Trace.emit([operand]) { builder in
        let distance =
          Int32(exactly: offset) != nil
          ? try builder.constant(offset, Int32.self) : try builder.constant(offset, Int64.self)
        return try builder.binary(op, operand, distance)
      })
  }
}

/// What else pointers can be asked.
extension Pointer {
  /// The address in bytes.
  ///
  /// Triton: `pointer.to(tl.int64)`
  public var address: Tile<Int64> { Tile(operand) { try $0.convert(operand, to: .i64) } }

  /// The same address, where elements of another type lie.
  ///
  /// Triton: `pointer.to(tl.pointer_type(…))`
  public func bound<Other: TileElement>(to type: Other.Type) -> Pointer<Other> {
    Pointer<Other>(
      Trace.emit([operand]) {
        try $0.convert(operand, to: .init(to: Other.scalarType), isUnsigned: Other.isUnsigned)
      })
  }

  /// The pointer in a tile of `shape`, repeated along dimensions of extent 1.
  ///
  /// Triton: `tl.broadcast_to`
  public func broadcast(to shape: [Int]) -> Pointer {
    Pointer(Trace.emit([operand]) { try $0.broadcast(operand, to: shape) })
  }

  /// The pointers with a new dimension of extent 1 at `axis`.
  ///
  /// Triton: `tl.expand_dims`
  public func expandDims(_ axis: Int) -> Pointer {
    Pointer(Trace.emit([operand]) { try $0.expandDims(operand, axis: axis) })
  }

  /// A column: the pointers along the first dimension, each in a row of its own.
  ///
  /// Triton: `pointer[:, None]`
  public subscript(_: UnboundedRange, _: NewAxis) -> Pointer { expandDims(1) }

  /// A row: the pointers along the last dimension, all in one row.
  ///
  /// Triton: `pointer[None, :]`
  public subscript(_: NewAxis, _: UnboundedRange) -> Pointer { expandDims(0) }
}
