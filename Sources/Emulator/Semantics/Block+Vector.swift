extension Block {
  /// Executes an operation in all lanes of `lanes`.
  @inline(__always)
  func executeVector(
    _ operation: VectorOperation, _ instruction: DecodedInstruction, _ lanes: Lanes
  ) {
    switch operation {
    case .move32:
      lanes.forEachLane { lanes.write32(instruction.result, $0, lanes.read32(instruction.a, $0)) }
    case .move64:
      lanes.forEachLane {
        lanes.write(instruction.result, isWide: true, $0, lanes.read64(instruction.a, $0))
      }
    }
  }
}
