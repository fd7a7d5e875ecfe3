/// What one instruction moves between registers and shared memory, to divide a conversion from a
/// register layout to a shared one by.
extension LinearLayout {
  /// `elements` neighbours that one thread moves with one access.
  public static func vectorAccess(elements: Int) -> LinearLayout {
    identity(elements, from: .register, to: .offset)
  }

  /// One row of an 8 by 8 matrix of 16-bit elements as `ldmatrix` and `stmatrix` move it: 16 bytes,
  /// a register of 32 bits in each of four lanes (PTX ISA, "ldmatrix"). Where a row begins may be
  /// chosen for each of the eight groups of four lanes, so the quotient is free in the other three
  /// lane bits.
  ///
  /// - Parameter elementBits: the bits of an element, at most 32.
  public static func matrixRowAccess(elementBits: Int) -> LinearLayout {
    precondition(elementBits <= 32, "a register of a matrix row has 32 bits")
    return identity(32 / elementBits, from: .register, to: .offset)
      * identity(4, from: .lane, to: .offset)
  }

  /// Whether `ldmatrix` or `stmatrix` without `.trans` can move a tile between registers in this
  /// layout and `memory`.
  public func allowsMatrixAccess(to memory: LinearLayout, elementBits: Int) -> Bool {
    conversion(to: memory)?.dividedOnLeft(by: .matrixRowAccess(elementBits: elementBits)) != nil
  }

  /// Whether `ldmatrix.trans` or `stmatrix.trans` can move a tile of 16-bit elements between
  /// registers in this layout and `memory`.
  ///
  /// A row of 16 bytes then belongs to eight lanes, one in each group of four; what a lane has in a
  /// register comes from two rows.
  public func allowsTransposedMatrixAccess(to memory: LinearLayout) -> Bool {
    guard let access = conversion(to: memory), access.inputSize(.lane) == 32 else { return false }
    let group: Dimension = "laneGroup"
    let split = access.inputs.flatMap {
      $0.dimension == .lane ? [Extent(.lane, size: 4), Extent(group, size: 8)] : [$0]
    }
    let row = LinearLayout.identity(8, from: group, to: .offset)
    return access.inputSize(.register) > 1
      && access.reshaped(inputs: split).dividedOnLeft(by: row) != nil
  }
}
