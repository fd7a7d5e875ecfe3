/// What a layout is like.
extension LinearLayout {
  /// Whether no element is held twice.
  public var isInjective: Bool { matrix.isInjective }

  /// Whether every element is held.
  public var isSurjective: Bool { matrix.isSurjective }

  /// Whether every element is held once.
  public var isBijective: Bool { isInjective && isSurjective }

  /// How many places hold an element that is held at all.
  public var holdersPerElement: Int { 1 << (matrix.columnCount - matrix.rank) }

  /// For each input, the bits that make no difference beyond what bits before them make.
  ///
  /// Places that differ in these bits only, or in these and bits before them, hold the same
  /// elements. A store by the places in which these bits are 0 stores every element once.
  public var repetitionMasks: [(input: Dimension, mask: Int)] {
    let free = matrix.kernel.reduce(UInt64(0)) { mask, relation in
      // The highest bit of a relation is the column that depends on those before it.
      mask | 1 << UInt64(63 - relation.leadingZeroBitCount)
    }
    return zip(inputs, inputs.unpack(free)).map { ($0.dimension, $1) }
  }

  /// The bits of `input` that make no difference beyond what bits before them make.
  public func repetitionMask(of input: Dimension) -> Int {
    repetitionMasks.first { $0.input == input }?.mask ?? 0
  }

  /// Whether the layout, a map from places to places, keeps index `dimension` as it is and does
  /// nothing else with it: the index enters no other output, and no other input enters it.
  public func isTrivial(over dimension: Dimension) -> Bool {
    guard inputs.bitCount(of: dimension) == outputs.bitCount(of: dimension) else { return false }
    guard let rows = outputs.bits(of: dimension), let own = inputs.bits(of: dimension) else {
      return true
    }
    let mask = UInt64.lowBits(rows.count) << UInt64(rows.lowerBound)
    return matrix.columns.indices.allSatisfy { index in
      let column = matrix.columns[index]
      return own.contains(index)
        ? column == 1 << UInt64(rows.lowerBound + index - own.lowerBound) : column & mask == 0
    }
  }

  /// How many neighbours along `output` one place has among those that differ in `input` only.
  ///
  /// They start at a multiple of their number and may be in any order: a thread with so many
  /// elements along the fastest axis of memory moves them with one access once its registers are in
  /// order.
  public func contiguousElements(of input: Dimension = .register, along output: Dimension) -> Int {
    guard let rows = outputs.bits(of: output) else { return 1 }
    let space = BitSpan(columns(of: input))
    return 1 << rows.prefix { space.contains(1 << UInt64($0)) }.count
  }

  /// How many indices of `input`, from 0 on, map to the same indices of `output` and to 0
  /// elsewhere.
  public func consecutiveElements(of input: Dimension = .register, along output: Dimension) -> Int {
    guard let rows = outputs.bits(of: output) else { return 1 }
    let matches = zip(columns(of: input), rows).prefix { $0 == 1 << UInt64($1) }
    return 1 << matches.count
  }
}
