extension Block {
  /// The error of a collective of the whole warp that lanes are missing from, if any are.
  func checkWholeWarp(_ lanes: Lanes) throws(Stop) {
    guard lanes.mask != .max else { return }
    throw fail(
      .divergentCollective,
      "lanes \(laneList(lanes.mask)) execute it without lanes \(laneList(~lanes.mask))",
      lane: lanes.mask.trailingZeroBitCount)
  }

  /// Puts the places of the rows of matrices in shared memory into `offsets`; the lanes give their
  /// addresses in order.
  private func findRows(
    _ instruction: UnsafeMutablePointer<DecodedInstruction>, _ warp: Warp, _ lanes: Lanes,
    isWrite: Bool
  ) throws(Stop) {
    var rows = lanes
    rows.mask = UInt32.max >> UInt32(32 - instruction.pointee.count * 8)
    if let span = span(instruction, rows, byteCount: 16, isWrite: isWrite) {
      spread(span, byteCount: 16)
      if isWrite || !options.checksInitialization || areWritten(span, byteCount: 16) {
        if let races { try trackSpan(races, span, byteCount: 16, rows, isWrite: isWrite) }
        return
      }
    }
    for lane in 0..<(Int(instruction.pointee.count) * 8) {
      let address = address(instruction.pointee, lanes, lane)
      let spot = try spot(.shared, address, byteCount: 16, warp, lane, isWrite: isWrite)
      if !isWrite { try checkWritten(spot, byteCount: 16, lane, address) }
      try trackRaces(spot, byteCount: 16, lane, isWrite: isWrite, isStrong: false)
      offsets[lane] = spot.sharedOffset
    }
  }

  /// `ldmatrix`: 8 by 8 matrices of 16-bit elements, a row of each from every lane's address.
  func loadMatrix(
    _ instruction: UnsafeMutablePointer<DecodedInstruction>, _ warp: Warp, _ lanes: Lanes
  ) throws(Stop) {
    try checkWholeWarp(lanes)
    try findRows(instruction, warp, lanes, isWrite: false)
    let places = lists + Int(instruction.pointee.extra)
    let isTransposed = instruction.pointee.modifiers.contains(.transpose)
    for matrix in 0..<Int(instruction.pointee.count) where places[matrix] >= 0 {
      let rows = offsets + matrix * 8
      let target = lanes.registers + Int(places[matrix])
      if isTransposed {
        let elements = target.assumingMemoryBound(to: UInt32.self)
        for pair in 0..<4 {
          let low = (shared + rows[pair * 2]).assumingMemoryBound(to: UInt16.self)
          let high = (shared + rows[pair * 2 + 1]).assumingMemoryBound(to: UInt16.self)
          for row in 0..<8 {
            elements[row * 4 + pair] = UInt32(high[row]) << 16 | UInt32(low[row])
          }
        }
      } else {
        // A row goes to four lanes side by side.
        for row in 0..<8 { (target + row * 16).copyMemory(from: shared + rows[row], byteCount: 16) }
      }
    }
  }

  /// `stmatrix`: the same the other way round.
  func storeMatrix(
    _ instruction: UnsafeMutablePointer<DecodedInstruction>, _ warp: Warp, _ lanes: Lanes
  ) throws(Stop) {
    try checkWholeWarp(lanes)
    try findRows(instruction, warp, lanes, isWrite: true)
    let places = lists + Int(instruction.pointee.extra)
    let isTransposed = instruction.pointee.modifiers.contains(.transpose)
    for matrix in 0..<Int(instruction.pointee.count) {
      let rows = offsets + matrix * 8
      for lane in 0..<32 {
        let value = lanes.read32(places[matrix], lane)
        for half in 0..<2 {
          let (row, column) = Self.element(lane, half, isTransposed)
          shared.storeBytes(
            of: UInt16(truncatingIfNeeded: value >> UInt32(16 * half)),
            toByteOffset: rows[row] + column * 2, as: UInt16.self)
        }
      }
    }
    for row in 0..<(Int(instruction.pointee.count) * 8) {
      (sharedMarks + offsets[row]).update(repeating: 1, count: 16)
    }
  }

  /// `movmatrix`: a matrix in registers is transposed.
  func moveMatrix(_ instruction: DecodedInstruction, _ lanes: Lanes) throws(Stop) {
    try checkWholeWarp(lanes)
    let values = (0..<32).map { lanes.read32(instruction.a, $0) }
    for lane in 0..<32 {
      var result: UInt32 = 0
      for half in 0..<2 {
        let (row, column) = Self.element(lane, half, true)
        let bits = values[row * 4 + column / 2] >> UInt32(16 * (column % 2)) & 0xFFFF
        result |= bits << UInt32(16 * half)
      }
      lanes.write32(instruction.result, lane, result)
    }
  }

  /// The row and the column of one of the two elements that a lane holds.
  private static func element(_ lane: Int, _ half: Int, _ isTransposed: Bool) -> (Int, Int) {
    let (row, column) = (lane / 4, lane % 4 * 2 + half)
    return isTransposed ? (column, row) : (row, column)
  }
}
