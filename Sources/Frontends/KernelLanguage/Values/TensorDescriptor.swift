import IR
import TileSemantics

/// A tensor in memory, from which a kernel takes tiles and to which it writes them.
///
/// A tile may reach past the tensor: there a load yields zero (or not a number), and a store does
/// nothing. A kernel gets descriptors as parameters, or makes them with `makeTensorDescriptor`.
///
/// Triton: `tl.tensor_descriptor`
public struct TensorDescriptor<Element: TileElement> {
  /// The descriptor in the module, with its extents and strides.
  package var descriptor: DescriptorOperand

  init(_ descriptor: DescriptorOperand) { self.descriptor = descriptor }

  /// A descriptor of `rank` dimensions that stands for `operand`, which is no value.
  init(placeholder operand: Operand, rank: Int) {
    descriptor = DescriptorOperand(
      handle: operand, shape: Array(repeating: operand, count: rank),
      strides: Array(repeating: operand, count: rank))
  }

  /// The tensor's extents.
  ///
  /// Triton: `desc.shape`
  public var shape: [Scalar<Int32>] { descriptor.shape.map { Tile($0) } }

  /// How many elements lie between neighbours along each dimension.
  ///
  /// Triton: `desc.strides`
  public var strides: [Scalar<Int64>] { descriptor.strides.map { Tile($0) } }

  /// The extents of the tiles that are moved.
  ///
  /// Triton: `desc.block_shape`
  public var tileShape: [Int] {
    descriptor.handle.isPlaceholder
      ? Operand.erroneous.visibleShape : descriptor.block.extents
  }

  /// The parts of the descriptor in the module.
  var operands: [Operand] { [descriptor.handle] + descriptor.shape + descriptor.strides }
}

extension TensorDescriptor: Traced, Undefinable {
  /// A descriptor that has not been given yet.
  public static var undefined: TensorDescriptor {
    TensorDescriptor(placeholder: .undefined, rank: 0)
  }

  /// Passes the descriptor, its extents and its strides to `tracer`.
  public mutating func trace(with tracer: inout Tracer) {
    tracer.trace(&descriptor.handle)
    for index in descriptor.shape.indices { tracer.trace(&descriptor.shape[index]) }
    for index in descriptor.strides.indices { tracer.trace(&descriptor.strides[index]) }
  }
}

extension TensorDescriptor: TracedLeaf {
  var leaf: Operand { descriptor.handle }
}

extension TensorDescriptor: KernelParameter {
  /// A launch passes the tensor that is described.
  public typealias Launch = TensorView<Element>

  /// The memory, the shape and the tiles of `value`.
  public static func argument(_ value: TensorView<Element>) -> LaunchArgument {
    LaunchArgument(
      .tensor(
        LaunchArgument.TensorArgument(
          storage: value.buffer.storage, element: Element.scalarType, offset: value.offset,
          shape: value.shape, strides: value.strides, tileShape: value.tileShape,
          padding: value.padding)), isUnsigned: Element.isUnsigned)
  }

  /// The descriptor made of the parameters that stand for the one at `index`.
  public static func parameter(_ index: Int, _ value: TensorView<Element>) -> TensorDescriptor {
    let operands = Trace.required.parameter(index)
    let rank = value.shape.count
    return TensorDescriptor(
      DescriptorOperand(
        handle: operands[0], shape: Array(operands[1..<1 + rank]),
        strides: Array(operands[(1 + rank)...])))
  }
}
