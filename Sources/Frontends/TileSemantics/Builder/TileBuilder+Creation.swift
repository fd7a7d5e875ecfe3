import Arithmetic
import IR

/// Values that come from nowhere: numbers, ranges, and the place of the program in the grid.
extension TileBuilder {
  /// An integer, or the float that it stands for.
  ///
  /// - Throws: if `type` cannot hold the value.
  public mutating func constant(
    _ value: Int64, _ type: ScalarType, isUnsigned: Bool = false
  ) throws(SemanticError) -> Operand {
    if type.isFloat { return try constant(Double(value), type) }
    let width = type.bitWidth
    let fits: Bool
    if type == .i1 {
      fits = value == 0 || value == 1
    } else if isUnsigned {
      fits = value >= 0 && UInt64(value).truncated(to: width) == UInt64(value)
    } else {
      fits = UInt64(bitPattern: value).signExtended(from: width) == value
    }
    guard fits else {
      throw SemanticError(
        "constant: \(value) is out of range for \(type.name(isUnsigned: isUnsigned))")
    }
    return constant(
      bits: UInt64(bitPattern: value).truncated(to: width), type: .scalar(type),
      isUnsigned: isUnsigned)
  }

  /// A float, rounded to the nearest that `type` has.
  ///
  /// - Throws: if `type` is an integer type.
  public mutating func constant(
    _ value: some BinaryFloatingPoint, _ type: ScalarType
  ) throws(SemanticError) -> Operand {
    guard let format = type.floatFormat else {
      throw SemanticError("constant: \(value) is a float, but \(type) holds integers")
    }
    return constant(bits: format.encode(Double(value)), type: .scalar(type))
  }

  /// A scalar, or a tile whose elements are all equal, given as the bits of an element.
  ///
  /// - Requires: the elements of `type` are numbers.
  public mutating func constant(
    bits: UInt64, type: Type, isUnsigned: Bool = false
  ) -> Operand {
    let width = type.scalar?.bitWidth ?? 64
    return emit(Constant(bits: bits.truncated(to: width), type: type), isUnsigned: isUnsigned)
  }

  /// A truth value.
  public mutating func constant(_ value: Bool) -> Operand {
    constant(bits: value ? 1 : 0, type: .i1)
  }

  /// The integers from `start` up to, but not including, `end`, as `i32`.
  ///
  /// - Throws: if their number is no power of two, or a bound does not fit.
  public mutating func range(start: Int, end: Int) throws(SemanticError) -> Operand {
    guard Int32(exactly: start) != nil, Int32(exactly: end) != nil else {
      throw SemanticError("range: bounds \(start) and \(end), expected integers of 32 bits")
    }
    let count = end - start
    guard count > 0, count & (count - 1) == 0 else {
      throw SemanticError(
        "range: from \(start) to \(end) are \(count) elements, expected a power of two")
    }
    let shape = try shape([count], for: "range")
    return emit(MakeRange(start: start, end: end, type: .of(shape, .scalar(.i32))))
  }

  /// A tile whose elements all equal a scalar, or the only element of a tile.
  public mutating func full(
    shape extents: [Int], _ value: Operand
  ) throws(SemanticError) -> Operand {
    let shape = try shape(extents, for: "full")
    guard !value.type.isTensor else { return try splat(item(value), to: shape) }
    return try splat(value, to: shape)
  }

  /// A tile of zeros.
  ///
  /// - Throws: if there is no such tile, or `type` is a pointer type.
  public mutating func zeros(
    shape extents: [Int], _ type: ScalarType, isUnsigned: Bool = false
  ) throws(SemanticError) -> Operand {
    let shape = try shape(extents, for: "zeros")
    return constant(bits: 0, type: .of(shape, .scalar(type)), isUnsigned: isUnsigned)
  }

  /// The index of the program along `axis` (0, 1, 2) of the grid.
  public mutating func programID(axis: Int) throws(SemanticError) -> Operand {
    emit(GetProgramID(axis: try programAxis(axis, for: "programID")))
  }

  /// The number of programs along `axis` (0, 1, 2) of the grid.
  public mutating func numPrograms(axis: Int) throws(SemanticError) -> Operand {
    emit(GetNumPrograms(axis: try programAxis(axis, for: "numPrograms")))
  }

  /// A value that nothing may depend on.
  public mutating func poison(_ type: Type, isUnsigned: Bool = false) -> Operand {
    emit(Poison(type: type), isUnsigned: isUnsigned)
  }

  private func programAxis(_ axis: Int, for operation: String) throws(SemanticError) -> ProgramAxis
  {
    guard let axis32 = Int32(exactly: axis), let result = ProgramAxis(rawValue: axis32) else {
      throw SemanticError("\(operation): axis is \(axis), expected 0, 1 or 2")
    }
    return result
  }
}
