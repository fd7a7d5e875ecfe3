import IR
import TileSemantics

/// A descriptor of the tensor that begins at `base`.
///
/// - Parameters:
///   - shape: the tensor's extents, 1 to 5 of them.
///   - strides: how many elements lie between neighbours along each dimension. The last is 1, and
///     the others are multiples of 16 bytes; dense rows if there are none.
///   - tileShape: the extents of the tiles that are moved; the last has at least 16 bytes.
///   - padding: what a tile holds where it reaches past the tensor.
///
/// What breaks a rule is reported.
///
/// Triton: `tl.make_tensor_descriptor`
public func makeTensorDescriptor<Element>(
  _ base: Pointer<Element>, shape: [Scalar<Int32>], strides: [Scalar<Int64>]? = nil,
  tileShape: [Int], padding: TilePadding = .zero
) -> TensorDescriptor<Element> {
  let strides = strides ?? denseStrides(of: shape)
  let failure = TensorDescriptor<Element>(placeholder: .erroneous, rank: shape.count)
  let operands = [base.operand] + (shape.map(\.operand) + strides.map(\.operand))
  var result: DescriptorOperand?
  Trace.perform(operands) { builder in
    result = try builder.makeTensorDescriptor(
      base: base.operand, shape: shape.map(\.operand), strides: strides.map(\.operand),
      block: tileShape, padding: padding == .zero ? .zero : .nan)
  }
  return result.map { TensorDescriptor($0) } ?? failure
}

/// The strides of a tensor whose rows lie one behind the other.
private func denseStrides(of shape: [Scalar<Int32>]) -> [Scalar<Int64>] {
  var strides: [Scalar<Int64>] = [Tile(1)]
  for extent in shape.dropFirst().reversed() {
    strides.append(strides[strides.count - 1] * extent.to(Int64.self))
  }
  return strides.reversed()
}

/// Moving tiles. There is one offset for each dimension, counted in elements.
extension TensorDescriptor {
  /// The tile at `offsets`.
  ///
  /// Triton: `desc.load`, `tl.load_tensor_descriptor`
  public func load(
    _ offsets: Scalar<Int32>..., cache: CacheModifier = .none, eviction: EvictionPolicy = .normal
  ) -> Tile<Element> {
    Tile(operands + offsets.map(\.operand)) {
      try $0.descriptorLoad(
        descriptor, offsets: offsets.map(\.operand), cache: cache, eviction: eviction)
    }
  }

  /// Writes `value` at `offsets`.
  ///
  /// Triton: `desc.store`, `tl.store_tensor_descriptor`
  public func store(_ offsets: Scalar<Int32>..., value: Tile<Element>) {
    Trace.perform(operands + [value.operand] + offsets.map(\.operand)) {
      try $0.descriptorStore(descriptor, offsets: offsets.map(\.operand), value.operand)
    }
  }

  /// Combines `value` with memory at `offsets`, each element in one step.
  ///
  /// Triton: `desc.atomic_add`, `desc.atomic_min`, `desc.atomic_max`, `desc.atomic_and`,
  /// `desc.atomic_or`, `desc.atomic_xor`
  public func reduce(
    _ operation: DescriptorReduction, _ offsets: Scalar<Int32>..., value: Tile<Element>
  ) {
    Trace.perform(operands + [value.operand] + offsets.map(\.operand)) {
      try $0.descriptorReduce(
        operation.kind, descriptor, offsets: offsets.map(\.operand), value.operand)
    }
  }

  /// The rows that `rows` names, each from `column` on. The descriptor's tiles have one row.
  ///
  /// Triton: `desc.gather`
  public func gather(rows: Tile<Int32>, column: Scalar<Int32>) -> Tile<Element> {
    Tile(operands + [rows.operand, column.operand]) {
      try $0.descriptorGather(descriptor, rows: rows.operand, column: column.operand)
    }
  }

  /// Writes the rows of `value` to the rows that `rows` names, each from `column` on. The
  /// descriptor's tiles have one row.
  ///
  /// Triton: `desc.scatter`
  public func scatter(rows: Tile<Int32>, column: Scalar<Int32>, value: Tile<Element>) {
    Trace.perform(operands + [rows.operand, column.operand, value.operand]) {
      try $0.descriptorScatter(
        descriptor, rows: rows.operand, column: column.operand, value.operand)
    }
  }
}

/// How a descriptor combines a tile with memory.
public enum DescriptorReduction: Hashable, Sendable {
  case add, min, max, and, or, xor

  var kind: IR.DescriptorReduction {
    switch self {
    case .add: .add
    case .min: .min
    case .max: .max
    case .and: .and
    case .or: .or
    case .xor: .xor
    }
  }
}
