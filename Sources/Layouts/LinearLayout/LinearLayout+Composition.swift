/// Composition and its inverses.
extension LinearLayout {
  /// The layout that applies this one, then `next`.
  ///
  /// - Requires: every output of this layout is an input of `next` of at least its size. Inputs of
  ///   `next` that are no outputs of this one are 0.
  public func followed(by next: LinearLayout) -> LinearLayout {
    for output in outputs where output.bitCount > 0 {
      precondition(
        next.inputs.bitCount(of: output.dimension) >= output.bitCount,
        "\(output.dimension) does not fit into the inputs of the next layout")
    }
    let arrange = FieldMap(from: outputs, to: next.inputs)
    return LinearLayout(
      inputs: inputs, outputs: next.outputs,
      matrix: BitMatrix(
        rowCount: next.matrix.rowCount, columns: matrix.columns.map { next.matrix(arrange($0)) }))
  }

  /// The layout that undoes this one, or nil unless this one is bijective.
  public var inverse: LinearLayout? {
    matrix.inverse.map { LinearLayout(inputs: outputs, outputs: inputs, matrix: $0) }
  }

  /// A layout that maps each coordinate to one place that holds it, and to place 0 what does not
  /// occur.
  ///
  /// Bits of a place that only repeat what other bits say are 0.
  public var pseudoInverse: LinearLayout {
    LinearLayout(inputs: outputs, outputs: inputs, matrix: matrix.pseudoInverse)
  }

  /// The layout that maps a place of this layout to a place of `target` that holds the same
  /// element, or nil if this one has elements that `target` has not.
  ///
  /// Where `target` holds an element many times, the place is as near as can be: a bit of the index
  /// that makes no difference in `target` keeps its value, and a register is preferred to a lane, a
  /// lane to a warp.
  ///
  /// - Requires: the same outputs in any order, `target`'s at least as large.
  public func conversion(to target: LinearLayout) -> LinearLayout? {
    let arrange = FieldMap(from: outputs, to: target.outputs)
    let samePlace = FieldMap(from: inputs, to: target.inputs)
    let space = target.matrix.columnSpace
    var columns: [UInt64] = []
    for (bit, column) in matrix.columns.enumerated() {
      // Starting from the same place, the rest of the way is solved for.
      let same = samePlace(1 << UInt64(bit))
      let difference = arrange(column) ^ target.matrix(same)
      guard let way = space.combination(of: difference) else { return nil }
      columns.append(same ^ way)
    }
    return LinearLayout(
      inputs: inputs, outputs: target.inputs,
      matrix: BitMatrix(rowCount: target.inputs.bitCount, columns: columns))
  }
}
