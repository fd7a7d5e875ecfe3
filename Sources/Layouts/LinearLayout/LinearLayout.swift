/// Where the elements of a tile are: a linear map over GF(2) from places to coordinates.
///
/// Inputs are the bits of named indices that say a place: (register, lane, warp, block) for a tile
/// spread over threads, (offset, block) for one in shared memory. Outputs are the bits of its
/// coordinates (`dim0`, `dim1`, ...). The coordinates of a place are the exclusive or of one *basis
/// vector* for each set bit of the place. All sizes are powers of two. The map need not be
/// injective (an element may be held many times) nor surjective.
///
/// After K. Zhou et al., "Linear Layouts: Robust Code Generation of Efficient Tensor Computation
/// Using F2" (arXiv 2505.23819). Shared memory with padding is not linear and has no place here.
public struct LinearLayout: Hashable, Sendable {
  /// The inputs, the fastest first.
  public let inputs: [Extent]
  /// The outputs; when indices are packed into one number, the first has the lowest bits.
  public let outputs: [Extent]
  /// The map from packed inputs to packed outputs: a column is a basis vector.
  public let matrix: BitMatrix

  /// The layout whose basis vectors are the columns of `matrix`.
  ///
  /// - Requires: at most 62 bits on each side, no dimension twice, a matrix of as many rows and
  ///   columns.
  public init(inputs: [Extent], outputs: [Extent], matrix: BitMatrix) {
    for side in [inputs, outputs] {
      precondition(side.bitCount <= 62, "a layout has at most 62 bits on a side")
      for (index, extent) in side.enumerated() {
        precondition(
          !side[..<index].contains { $0.dimension == extent.dimension },
          "\(extent.dimension) occurs twice")
      }
    }
    precondition(matrix.columnCount == inputs.bitCount, "a basis vector for each bit of the inputs")
    precondition(matrix.rowCount == outputs.bitCount, "a row for each bit of the outputs")
    (self.inputs, self.outputs, self.matrix) = (inputs, outputs, matrix)
  }

  /// The layout with these basis vectors for each input, each a list of one number for each output.
  ///
  ///     LinearLayout(
  ///       bases: [.register: [[0, 1], [8, 0]], .lane: [[0, 2], [0, 4]]],
  ///       outputs: [.axis(0): 16, .axis(1): 8])
  public init(
    bases: KeyValuePairs<Dimension, [[Int]]>, outputs: KeyValuePairs<Dimension, Int>
  ) {
    let outputs = outputs.map { Extent($0.key, size: $0.value) }
    let columns = bases.flatMap { basis in
      basis.value.map { vector in
        precondition(vector.count == outputs.count, "a basis vector has a number for each output")
        return outputs.pack(vector)
      }
    }
    self.init(
      inputs: bases.map { Extent($0.key, bitCount: $0.value.count) }, outputs: outputs,
      matrix: BitMatrix(rowCount: outputs.bitCount, columns: columns))
  }

  /// The layout without inputs and outputs, which changes no layout that it is multiplied with.
  public static let empty = LinearLayout(bases: [:], outputs: [:])

  /// The number of indices of input `dimension`; 1 if there is no such input.
  public func inputSize(_ dimension: Dimension) -> Int { 1 << inputs.bitCount(of: dimension) }

  /// The number of indices of output `dimension`; 1 if there is no such output.
  public func outputSize(_ dimension: Dimension) -> Int { 1 << outputs.bitCount(of: dimension) }

  /// The basis vectors of input `dimension` as packed outputs; none if there is no such input.
  public func columns(of dimension: Dimension) -> ArraySlice<UInt64> {
    inputs.bits(of: dimension).map { matrix.columns[$0] } ?? []
  }

  /// The basis vector of one bit of an input, a number for each output.
  public func basis(of dimension: Dimension, bit: Int) -> [Int] {
    let columns = columns(of: dimension)
    precondition(columns.count > bit, "\(dimension) has no bit \(bit)")
    return outputs.unpack(columns[columns.startIndex + bit])
  }

  /// The output indices of the place `place`, which has an index for each input, both in order.
  public func callAsFunction(_ place: [Int]) -> [Int] {
    precondition(place.count == inputs.count, "an index for each input")
    return outputs.unpack(matrix(inputs.pack(place)))
  }

  /// The output indices of a place, by name; inputs that are not named are 0.
  public func callAsFunction(_ place: KeyValuePairs<Dimension, Int>) -> [Int] {
    self(inputs.map { input in place.first { $0.key == input.dimension }?.value ?? 0 })
  }
}

extension [Extent] {
  /// One number that holds an index for each extent.
  func pack(_ indices: [Int]) -> UInt64 {
    var packed: UInt64 = 0
    var start = 0
    for (extent, index) in zip(self, indices) {
      precondition(
        (0..<extent.size).contains(index), "\(index) is no index of \(extent.dimension)")
      packed |= UInt64(index) << UInt64(start)
      start += extent.bitCount
    }
    return packed
  }

  /// The index for each extent that one number holds.
  func unpack(_ packed: UInt64) -> [Int] {
    var rest = packed
    return map { extent in
      defer { rest >>= UInt64(extent.bitCount) }
      return Int(rest & .lowBits(extent.bitCount))
    }
  }
}
