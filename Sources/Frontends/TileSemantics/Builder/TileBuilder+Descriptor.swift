import IR

/// Moving tiles of a tensor in memory that a descriptor describes.
extension TileBuilder {
  /// Describes a tensor.
  ///
  /// - Parameters:
  ///   - base: where the tensor begins.
  ///   - shape: its extents, converted to `i32`.
  ///   - strides: its strides in elements, converted to `i64`; the last must be the constant 1.
  ///   - block: the extents of the tiles that are moved.
  ///   - padding: what a tile has where it reaches past the tensor.
  /// - Throws: if the counts differ, or a rule of the hardware is broken.
  public mutating func makeTensorDescriptor(
    base: Operand, shape: [Operand], strides: [Operand], block: [Int], padding: Padding = .zero
  ) throws(SemanticError) -> DescriptorOperand {
    let name = "makeTensorDescriptor"
    guard case .element(.pointer(let pointer)) = base.type, pointer.levels == 1 else {
      throw SemanticError("\(name): base is \(base.typeName), expected a pointer to numbers")
    }
    guard (1...5).contains(shape.count) else {
      throw SemanticError("\(name): \(shape.count) dimensions, expected 1 to 5")
    }
    guard strides.count == shape.count, block.count == shape.count else {
      throw SemanticError(
        "\(name): \(shape.count) extents, \(strides.count) strides and \(block.count) extents of "
          + "the tile, expected equally many")
    }
    let tile = try self.shape(block, for: name)
    let bytes = tile[tile.rank - 1] * pointer.pointee.byteWidth
    guard bytes >= 16 else {
      throw SemanticError(
        "\(name): the last dimension of a tile of shape \(block) has \(bytes) bytes, "
          + "expected at least 16")
    }
    if let last = strides.last, constantInteger(last) != 1 {
      let found = constantInteger(last).map { "\($0)" } ?? "not constant"
      throw SemanticError("\(name): the last stride is \(found), expected the constant 1")
    }
    if padding == .nan, pointer.pointee.isInteger {
      throw SemanticError("\(name): padding with NaN, but the elements are \(base.typeName)")
    }
    let extents = try scalars(shape, to: .i32, "extent", for: name)
    let steps = try scalars(strides, to: .i64, "stride", for: name)
    let type = Type.descriptor(
      tile, pointer.pointee, Self.signedness(of: pointer.pointee, isUnsigned: base.isUnsigned))
    let handle = emit(
      MakeTensorDescriptor(
        base: base.value, shape: extents.map(\.value), strides: steps.map(\.value),
        padding: padding, type: type),
      isUnsigned: base.isUnsigned)
    return DescriptorOperand(handle: handle, shape: extents, strides: steps)
  }

  /// How a descriptor's type says the sign of its elements.
  public static func signedness(of element: ScalarType, isUnsigned: Bool) -> Type.Signedness {
    guard element.isInteger else { return .none }
    return isUnsigned || element == .i1 ? .unsigned : .signed
  }

  /// The tile at `offsets`.
  public mutating func descriptorLoad(
    _ descriptor: DescriptorOperand, offsets: [Operand], cache: CacheModifier = .none,
    eviction: EvictionPolicy = .normal
  ) throws(SemanticError) -> Operand {
    let indices = try indices(offsets, into: descriptor, for: "descriptorLoad")
    return emit(
      DescriptorLoad(
        descriptor: descriptor.handle.value, indices: indices, cache: cache, eviction: eviction,
        type: descriptor.tileType),
      isUnsigned: descriptor.handle.isUnsigned)
  }

  /// Writes a tile, with its elements converted, at `offsets`.
  public mutating func descriptorStore(
    _ descriptor: DescriptorOperand, offsets: [Operand], _ value: Operand
  ) throws(SemanticError) {
    let source = try tile(value, for: descriptor, "descriptorStore")
    let indices = try indices(offsets, into: descriptor, for: "descriptorStore")
    insert(
      DescriptorStore(
        descriptor: descriptor.handle.value, indices: indices, source: source.value))
  }

  /// Combines a tile, with its elements converted, with memory at `offsets`.
  ///
  /// - Throws: if the hardware cannot combine such elements.
  public mutating func descriptorReduce(
    _ kind: DescriptorReduction, _ descriptor: DescriptorOperand, offsets: [Operand],
    _ value: Operand
  ) throws(SemanticError) {
    let element = NumberType(descriptor.element, isUnsigned: descriptor.handle.isUnsigned)
    guard Self.canReduce(element, kind) else {
      throw SemanticError("descriptorReduce: \(kind.keyword) cannot work on \(element.name)")
    }
    let source = try tile(value, for: descriptor, "descriptorReduce")
    let indices = try indices(offsets, into: descriptor, for: "descriptorReduce")
    insert(
      DescriptorReduce(
        kind, descriptor: descriptor.handle.value, indices: indices, source: source.value))
  }

  /// Which elements the hardware combines (PTX ISA, "cp.reduce.async.bulk.tensor").
  private static func canReduce(_ element: NumberType, _ kind: DescriptorReduction) -> Bool {
    let isWide = element.type == .i32 || element.type == .i64
    switch kind {
    case .add:
      return element.type == .i32 || (element.type == .i64 && element.isUnsigned)
        || [.f32, .f16, .bf16].contains(element.type)
    case .min, .max: return isWide || [.f16, .bf16].contains(element.type)
    case .and, .or, .xor: return isWide
    case .increment, .decrement: return element.type == .i32 && element.isUnsigned
    }
  }

  /// `value` as a tile that `descriptor` moves.
  private mutating func tile(
    _ value: Operand, for descriptor: DescriptorOperand, _ operation: String
  ) throws(SemanticError) -> Operand {
    guard value.type.isTensor, value.shape == descriptor.block else {
      throw SemanticError(
        "\(operation): value is \(value.typeName), expected shape \(descriptor.block.extents)")
    }
    return try convert(
      value, to: descriptor.element, isUnsigned: descriptor.handle.isUnsigned)
  }

  private mutating func indices(
    _ offsets: [Operand], into descriptor: DescriptorOperand, for operation: String
  ) throws(SemanticError) -> [ValueID] {
    guard descriptor.handle.type.isDescriptor else {
      throw SemanticError(
        "\(operation): has \(descriptor.handle.typeName), expected a tensor descriptor")
    }
    guard offsets.count == descriptor.block.rank else {
      throw SemanticError(
        "\(operation): \(offsets.count) offsets, expected \(descriptor.block.rank) for "
          + descriptor.handle.typeName)
    }
    return try narrowOffsets(offsets, for: operation).map(\.value)
  }

  /// Scalars as `i32`.
  ///
  /// - Throws: for 64 bits, which would have to lose half of them.
  mutating func narrowOffsets(
    _ offsets: [Operand], for operation: String
  ) throws(SemanticError) -> [Operand] {
    for offset in offsets where offset.scalar == .i64 {
      throw SemanticError(
        "\(operation): offset is \(offset.typeName), expected i32; convert it")
    }
    return try scalars(offsets, to: .i32, "offset", for: operation)
  }

  /// Scalar integers converted to `type`.
  mutating func scalars(
    _ operands: [Operand], to type: ScalarType, _ role: String, for operation: String
  ) throws(SemanticError) -> [Operand] {
    var result: [Operand] = []
    for operand in operands {
      guard operand.isScalar, operand.type.isInteger else {
        throw SemanticError(
          "\(operation): \(role) is \(operand.typeName), expected a scalar integer")
      }
      result.append(try convert(operand, to: type))
    }
    return result
  }
}
