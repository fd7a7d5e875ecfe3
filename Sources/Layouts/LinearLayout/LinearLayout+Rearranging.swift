/// The same map with other names, orders and sizes.
extension LinearLayout {
  /// This layout with its inputs in another order; the map does not change.
  ///
  /// - Requires: `order` names every input once.
  public func withInputs(inOrder order: [Dimension]) -> LinearLayout {
    precondition(Set(order) == Set(inputs.map(\.dimension)) && order.count == inputs.count)
    return LinearLayout(
      inputs: order.map { Extent($0, bitCount: inputs.bitCount(of: $0)) }, outputs: outputs,
      matrix: BitMatrix(rowCount: matrix.rowCount, columns: order.flatMap { columns(of: $0) }))
  }

  /// This layout with its outputs in another order; the map does not change.
  ///
  /// - Requires: `order` names every output once.
  public func withOutputs(inOrder order: [Dimension]) -> LinearLayout {
    precondition(Set(order) == Set(outputs.map(\.dimension)) && order.count == outputs.count)
    return withOutputs(order.map { Extent($0, bitCount: outputs.bitCount(of: $0)) })
  }

  /// The layout with only these inputs, the others being 0, and only these outputs, the others
  /// being left out, in the order of this layout.
  public func restricted(
    toInputs inputs: [Dimension]? = nil, outputs: [Dimension]? = nil
  ) -> LinearLayout {
    let kept = self.inputs.filter { inputs?.contains($0.dimension) ?? true }
    let sublayout = LinearLayout(
      inputs: kept, outputs: self.outputs,
      matrix: BitMatrix(
        rowCount: matrix.rowCount, columns: kept.flatMap { columns(of: $0.dimension) }))
    return sublayout.withOutputs(
      self.outputs.filter { outputs?.contains($0.dimension) ?? true })
  }

  /// This layout with another size of an output: coordinates are taken modulo a smaller size.
  public func resized(output: Dimension, to size: Int) -> LinearLayout {
    withOutputs(outputs.map { $0.dimension == output ? Extent(output, size: size) : $0 })
  }

  /// This layout with another name for an input.
  public func renamed(input: Dimension, to name: Dimension) -> LinearLayout {
    LinearLayout(inputs: inputs.renaming(input, to: name), outputs: outputs, matrix: matrix)
  }

  /// This layout with another name for an output.
  public func renamed(output: Dimension, to name: Dimension) -> LinearLayout {
    LinearLayout(inputs: inputs, outputs: outputs.renaming(output, to: name), matrix: matrix)
  }

  /// This layout with its packed inputs, the first in the lowest bits, cut into other dimensions.
  ///
  /// - Requires: as many bits as before.
  public func reshaped(inputs: [Extent]) -> LinearLayout {
    LinearLayout(inputs: inputs, outputs: outputs, matrix: matrix)
  }

  /// This layout with its packed outputs, the first in the lowest bits, cut into other dimensions.
  ///
  /// - Requires: as many bits as before.
  public func reshaped(outputs: [Extent]) -> LinearLayout {
    LinearLayout(inputs: inputs, outputs: outputs, matrix: matrix)
  }

  /// This layout without the basis vectors of `input` that are zero, whose bits repeat everything.
  public func removingRepetition(of input: Dimension) -> LinearLayout {
    let kept = inputs.map { extent in
      columns(of: extent.dimension).filter { extent.dimension != input || $0 != 0 }
    }
    return LinearLayout(
      inputs: zip(inputs, kept).map { Extent($0.dimension, bitCount: $1.count) },
      outputs: outputs,
      matrix: BitMatrix(rowCount: matrix.rowCount, columns: kept.flatMap { $0 }))
  }

  /// The map into `extents`, each of which takes the bits of the output of its name.
  private func withOutputs(_ extents: [Extent]) -> LinearLayout {
    let arrange = FieldMap(from: outputs, to: extents)
    return LinearLayout(
      inputs: inputs, outputs: extents,
      matrix: BitMatrix(rowCount: extents.bitCount, columns: matrix.columns.map { arrange($0) }))
  }
}

extension [Extent] {
  fileprivate func renaming(_ dimension: Dimension, to name: Dimension) -> [Extent] {
    map { $0.dimension == dimension ? Extent(name, bitCount: $0.bitCount) : $0 }
  }
}
