import Layouts
import Testing

@Suite struct SharedMemoryAccessTests {
  /// Counts the wavefronts of one instruction: words of each bank for each group of lanes.
  private func wavefronts(
    _ registers: LinearLayout, _ memory: LinearLayout, register: Int, vector: Int, elementBits: Int
  ) -> Int {
    let vectorBytes = max(4, vector * elementBits / 8)
    let lanes = registers.inputSize(.lane)
    let lanesPerPhase = max(1, 32 / (vectorBytes / 4))
    let offsets = memory.pseudoInverse
    return stride(from: 0, to: lanes, by: lanesPerPhase).reduce(0) { sum, first in
      var words: [Int: Set<Int>] = [:]
      for lane in first..<min(lanes, first + lanesPerPhase) {
        let offset = offsets(registers([.register: register, .lane: lane]))[0]
        let start = offset / vector * vector * elementBits / 8 / 4
        for word in start..<start + vectorBytes / 4 { words[word % 32, default: []].insert(word) }
      }
      return sum + (words.values.map(\.count).max() ?? 0)
    }
  }

  @Test func agreesWithCountingWords() {
    var random = RandomSource(seed: 30)
    var degrees: Set<Int> = []
    for _ in 0..<150 {
      let elementBits = random.power(3...6)
      let shape = [random.power(3...5), random.power(3...5)]
      let registers = random.bijectiveLayout(shape: shape, warps: 2)
      let memory = LinearLayout.swizzledShared(
        vec: random.power(0...3), perPhase: random.power(0...2), maxPhase: random.power(0...3),
        order: random.order(2), shape: shape)
      let access = SharedMemoryAccess(
        registers: registers, memory: memory, elementBits: elementBits)
      degrees.insert(access.conflictDegree)
      let register = random.number(0...registers.inputSize(.register) - 1)
      let counted = wavefronts(
        registers, memory, register: register, vector: access.vectorElements,
        elementBits: elementBits)
      #expect(access.wavefronts == counted, "\(registers)\n\(memory)\n\(elementBits)")
      #expect(
        access.instructions * access.vectorElements == registers.inputSize(.register))
    }
    #expect(degrees.isSuperset(of: [1, 2, 4]))
  }

  /// Lanes that each read 16 bytes of a row, as `ldmatrix` does: eight rows together.
  private func rowsOf16Bytes(_ shape: [Int]) -> LinearLayout {
    .blocked(
      sizePerThread: [1, 8], threadsPerWarp: [32, 1], warpsPerCTA: [1, 1], order: [1, 0],
      shape: shape)
  }

  @Test(arguments: [(32, 2), (64, 4), (128, 8), (256, 8), (512, 8)])
  func swizzleFreesLdmatrixOfConflicts(rowBytes: Int, conflicts: Int) {
    let shape = [64, rowBytes / 2]
    let perPhase = max(1, 128 / rowBytes)
    let plain = LinearLayout.swizzledShared(
      vec: 1, perPhase: 1, maxPhase: 1, order: [1, 0], shape: shape)
    let swizzled = LinearLayout.swizzledShared(
      vec: 8, perPhase: perPhase, maxPhase: 8 / perPhase, order: [1, 0], shape: shape)
    let lanes = rowsOf16Bytes(shape)
    let without = SharedMemoryAccess(registers: lanes, memory: plain, elementBits: 16)
    let with = SharedMemoryAccess(registers: lanes, memory: swizzled, elementBits: 16)
    #expect(without.vectorElements == 8 && without.conflictDegree == conflicts)
    #expect(with.vectorElements == 8 && with.conflictDegree == 1 && with.wavefronts == 4)
  }

  @Test func lanesShareWords() {
    let broadcast = LinearLayout.zeros(32, from: .lane, to: .axis(0), outputSize: 64)
      .followed(by: .identity(64, from: .axis(0), to: .axis(0)))
    let registers = LinearLayout.identity(1, from: .register, to: .axis(0)) * broadcast
    let memory = LinearLayout.identity(64, from: .offset, to: .axis(0))
    let access = SharedMemoryAccess(registers: registers, memory: memory, elementBits: 32)
    #expect(access.wavefronts == 1 && access.instructions == 1)
    // Two 16-bit elements of a word are no conflict.
    let halves = LinearLayout.identity(32, from: .lane, to: .axis(0))
    let access16 = SharedMemoryAccess(
      registers: halves, memory: .identity(32, from: .offset, to: .axis(0)), elementBits: 16)
    #expect(access16.wavefronts == 1 && access16.vectorElements == 1)
  }
}
