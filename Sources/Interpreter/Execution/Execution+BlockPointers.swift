import IR

extension Execution {
  func makeTensorPointer(_ instruction: Instruction, rank: Int) {
    let operands = instruction.operands
    let numbers = { (first: Int, width: Int) in
      (first..<first + rank).map { self.signed(operands[$0], width: width) }
    }
    frame[instruction.result] = FrameSlot(
      .blockPointer(
        BlockPointer(
          base: tile(operands[0]).scalar, shape: numbers(1, 64), strides: numbers(1 + rank, 64),
          offsets: numbers(1 + 2 * rank, 32))),
      marks: indexMarks(operands.dropFirst()))
  }

  func advance(_ instruction: Instruction) {
    guard let pointer = blockPointer(instruction.operands[0]) else { return }
    let steps = instruction.operands.dropFirst().map { signed($0, width: 32) }
    frame[instruction.result] = FrameSlot(
      .blockPointer(
        BlockPointer(
          base: pointer.base, shape: pointer.shape, strides: pointer.strides,
          // Offsets have 32 bits and wrap.
          offsets: zip(pointer.offsets, steps).map { Int64(Int32(truncatingIfNeeded: $0 &+ $1)) })),
      marks: indexMarks(instruction.operands[...]))
  }

  /// The access to the tile that `pointer` points to.
  func elementAccess(
    _ name: String, _ op: OpID, through pointer: BlockPointer, _ element: ElementType,
    _ shape: Shape, checking dimensions: [Int]
  ) -> ElementAccess {
    let extents = (0..<shape.rank).map { dimension in
      dimensions.contains(dimension) ? pointer.shape[dimension] : nil
    }
    let (addresses, mask) = TileWalk(
      base: pointer.base, start: pointer.offsets, strides: pointer.strides, extents: extents,
      shape: shape.extents, width: element.byteWidth
    ).addresses()
    return ElementAccess(
      name: name, op: op, element: element, shape: shape, addresses: addresses, mask: mask,
      marks: nil)
  }

  /// One mark for all elements of a tile whose place depends on the numbers in `slots`.
  func indexMarks(_ slots: ArraySlice<Int>) -> TileValue? {
    guard checks.contains(.offsetOverflow) else { return nil }
    let marks = slots.compactMap { frame[$0].marks?[0] }
    let merged = marks.reduce(0) { OverflowMark.merge($0, $1) }
    return merged == 0 ? nil : .uniform(merged)
  }
}
