extension LinearLayout {
  /// A tile in shared memory through which threads that hold it as `first` pass it to threads that
  /// hold it as `second`, with wide accesses and without bank conflicts on both sides.
  ///
  /// The bits of an offset are, from the lowest: the *vector*, which a thread of either layout
  /// holds; what fills a *word*; the *bank*; the *segment*. Two lanes collide if they differ by a
  /// segment and not by the bank. So the segments are chosen to share nothing with the lanes of
  /// either layout that are served together; that is always possible, since those are no more than
  /// there are banks. ("Linear Layouts", arXiv 2505.23819, section on optimal swizzling.)
  ///
  /// - Parameter elementBits: the bits of an element, a power of two from 8 to 128.
  /// - Requires: layouts from register, lane and warp of the same tile. If there are blocks, each
  ///   holds the same part of the tile in both.
  /// - Returns: an injective map from offset, counted in elements, bijective where one block has it
  ///   all.
  public static func exchangeShared(
    between first: LinearLayout, and second: LinearLayout, elementBits: Int
  ) -> LinearLayout {
    precondition((8...128).contains(elementBits), "an element has 8 to 128 bits")
    let sides = [first, second.withOutputs(inOrder: first.outputs.map(\.dimension))]
    let tiles = sides.map { BitSpan($0.columnsWithinBlock) }
    precondition(tiles[0] == tiles[1], "a block holds another part of the tile in each layout")
    let tile = tiles[0]

    let registers = sides.map { BitSpan($0.columns(of: .register)) }
    let widest = (SharedMemoryAccess.widestAccess / elementBits).exponentOfTwo
    let vector = registers[0].intersection(registers[1]).basis.prefix(widest)

    // Elements shorter than a word are joined, if possible those of one thread.
    let wordCount = max(1, SharedMemoryAccess.wordBits / elementBits).exponentOfTwo
    let candidates = registers[0].basis + registers[1].basis + tile.basis
    let word =
      vector
      + BitSpan(vector).completion(from: candidates).prefix(max(0, wordCount - vector.count))
    let unit = BitSpan(word)

    let unitBits = max(SharedMemoryAccess.wordBits, elementBits << word.count)
    let bankBits =
      SharedMemoryAccess.bankBits - (unitBits / SharedMemoryAccess.wordBits).exponentOfTwo
    let lanes = sides.map { BitSpan($0.columns(of: .lane).prefix(bankBits)).modulo(unit) }
    let units = tile.modulo(unit)
    let segments = BitSpan.complement(in: units, avoiding: lanes[0], and: lanes[1])
      .prefix(max(0, units.dimension - bankBits))
    let banks = BitSpan(word + segments).completion(from: tile.basis)

    let columns = word + banks + segments
    return LinearLayout(
      inputs: [Extent(.offset, bitCount: columns.count)], outputs: first.outputs,
      matrix: BitMatrix(rowCount: first.matrix.rowCount, columns: Array(columns)))
  }

  /// The basis vectors of everything within a block.
  private var columnsWithinBlock: [UInt64] {
    inputs.flatMap { $0.dimension == .block ? [] : columns(of: $0.dimension) }
  }
}
