import Layouts
import Testing

@Suite struct ExchangeSharedTests {
  @Test func randomPairsExchangeWithoutConflicts() {
    var random = RandomSource(seed: 40)
    for _ in 0..<300 {
      let warps = random.power(0...3)
      let shape = random.shape(warps: warps)
      let elementBits = random.power(3...7)
      let first = random.bijectiveLayout(shape: shape, warps: warps)
      let second = random.bijectiveLayout(shape: shape, warps: warps)
      expectNoConflicts(first, second, elementBits: elementBits)
    }
  }

  @Test func randomRepeatingPairsExchangeWithoutConflicts() {
    var random = RandomSource(seed: 41)
    for _ in 0..<200 {
      let shape = [random.power(0...5), random.power(0...5)]
      let elementBits = random.power(3...6)
      let first = random.repeatingLayout(shape: shape, warps: 4)
      let second = random.repeatingLayout(shape: shape, warps: 4)
      expectNoConflicts(first, second, elementBits: elementBits)
    }
  }

  private func expectNoConflicts(
    _ first: LinearLayout, _ second: LinearLayout, elementBits: Int
  ) {
    let memory = LinearLayout.exchangeShared(
      between: first, and: second, elementBits: elementBits)
    #expect(memory.isBijective)
    for registers in [first, second] {
      let access = SharedMemoryAccess(
        registers: registers, memory: memory, elementBits: elementBits)
      #expect(
        access.conflictDegree == 1,
        "\(elementBits) bits: \(access)\n\(first)\nand\n\(second)\nthrough\n\(memory)")
    }
  }

  @Test func transposeOfWordsNeedsASwizzle() {
    let rows = LinearLayout.blocked(
      sizePerThread: [1, 1], threadsPerWarp: [1, 32], warpsPerCTA: [1, 1], order: [1, 0],
      shape: [32, 32])
    let columns = LinearLayout.blocked(
      sizePerThread: [1, 1], threadsPerWarp: [32, 1], warpsPerCTA: [1, 1], order: [1, 0],
      shape: [32, 32])
    let plain = LinearLayout.box([32, 32], order: [1, 0], from: .offset)
    // A thread has a row of the tile: rows of 128 bytes start in the same bank.
    let without = SharedMemoryAccess(registers: columns, memory: plain, elementBits: 32)
    #expect(without.vectorElements == 4 && without.conflictDegree == 8)
    #expect(without.totalWavefronts == 256)
    let memory = LinearLayout.exchangeShared(between: rows, and: columns, elementBits: 32)
    for registers in [rows, columns] {
      let access = SharedMemoryAccess(registers: registers, memory: memory, elementBits: 32)
      #expect(access.conflictDegree == 1 && access.totalWavefronts == 32)
    }
  }

  @Test func sharedNeighboursMakeWideAccesses() {
    let first = LinearLayout.blocked(
      sizePerThread: [1, 8], threadsPerWarp: [4, 8], warpsPerCTA: [4, 1], order: [1, 0],
      shape: [64, 64])
    let second = LinearLayout.blocked(
      sizePerThread: [1, 8], threadsPerWarp: [32, 1], warpsPerCTA: [1, 4], order: [1, 0],
      shape: [64, 64])
    let memory = LinearLayout.exchangeShared(between: first, and: second, elementBits: 16)
    for registers in [first, second] {
      let access = SharedMemoryAccess(registers: registers, memory: memory, elementBits: 16)
      #expect(access.vectorElements == 8 && access.wavefronts == 4)
    }
  }

  @Test func eachBlockHasItsPart() {
    let part = { (threads: [Int]) in
      LinearLayout.blocked(
        sizePerThread: [1, 1], threadsPerWarp: threads, warpsPerCTA: [1, 1], order: [1, 0],
        shape: [32, 32]
      ).spread(overBlocks: [2, 1], split: [2, 1], order: [1, 0])
    }
    let memory = LinearLayout.exchangeShared(
      between: part([1, 32]), and: part([32, 1]), elementBits: 32)
    #expect(memory.inputSize(.offset) == 1024 && memory.isInjective && !memory.isSurjective)
  }
}
