import Layouts
import Testing

@Suite struct LayoutConversionTests {
  /// Random pairs of layouts of a tile: every place gets the element that it should have, every
  /// element goes to one place, and the way back is the inverse.
  @Test func randomConversionsAreBijective() {
    let seed: UInt64 = 20_260_101
    var random = RandomSource(seed: seed)
    var count = 0
    while count < 20_000 {
      let warps = random.power(0...3)
      let shape = random.shape(warps: warps)
      let layouts = (0..<6).map { _ in random.bijectiveLayout(shape: shape, warps: warps) }
      for (index, first) in layouts.enumerated() {
        for second in layouts[..<index] {
          count += 2
          if !convertsBothWays(first, second) {
            Issue.record("seed \(seed), conversion \(count):\n\(first)\nand\n\(second)")
            return
          }
        }
      }
    }
  }

  private func convertsBothWays(_ first: LinearLayout, _ second: LinearLayout) -> Bool {
    guard let there = first.conversion(to: second), let back = second.conversion(to: first) else {
      return false
    }
    return there.isBijective && back.isBijective
      && there.followed(by: second) == first && back.followed(by: first) == second
      && there.matrix * back.matrix == .identity(there.matrix.rowCount)
  }

  @Test func randomRepeatingConversionsFindEveryElement() {
    var random = RandomSource(seed: 51)
    for _ in 0..<1000 {
      let shape = (0..<random.number(1...3)).map { _ in random.power(0...5) }
      let source = random.repeatingLayout(shape: shape, warps: 4)
      let destination = random.repeatingLayout(shape: shape, warps: 4)
      let conversion = LayoutConversion(from: source, to: destination)
      #expect(conversion.map.followed(by: source) == destination)
    }
  }

  @Test func movesDataAndNamesTheMeans() {
    var random = RandomSource(seed: 52)
    var seen: Set<LayoutConversion.Means> = []
    for round in 0..<120 {
      let shape = [random.power(2...4), random.power(2...4)]
      let warps = 2
      let source = random.repeatingLayout(shape: shape, warps: warps)
      let destination =
        round % 3 == 0
        ? shuffledRegisters(of: source, &random)
        : random.repeatingLayout(shape: shape, warps: warps)
      let conversion = LayoutConversion(from: source, to: destination)
      var needed = LayoutConversion.Means.nothing
      if source.inputs != destination.inputs { needed = .registers }
      for register in 0..<destination.inputSize(.register) {
        for lane in 0..<32 {
          for warp in 0..<warps {
            let place = [register, lane, warp]
            let from = conversion.map(place)
            #expect(source(from) == destination(place))
            if from[0] != register { needed = max(needed, .registers) }
            if from[1] != lane { needed = max(needed, .shuffles) }
            if from[2] != warp { needed = max(needed, .sharedMemory) }
            if let registers = conversion.sourceRegisters {
              #expect(from == [registers[register], lane, warp])
            }
          }
        }
      }
      #expect(conversion.means == needed)
      seen.insert(needed)
    }
    #expect(seen == [.nothing, .registers, .shuffles, .sharedMemory])
  }

  /// The layout with its registers' basis vectors in any order.
  private func shuffledRegisters(
    of layout: LinearLayout, _ random: inout RandomSource
  ) -> LinearLayout {
    let columns = layout.columns(of: .register).shuffled(using: &random)
    let others = [.lane, .warp].flatMap { Array(layout.columns(of: $0)) }
    return LinearLayout(
      inputs: layout.inputs, outputs: layout.outputs,
      matrix: BitMatrix(rowCount: layout.matrix.rowCount, columns: columns + others))
  }

  private func blocked(
    _ size: [Int], _ threads: [Int], _ warps: [Int], order: [Int] = [1, 0]
  ) -> LinearLayout {
    .blocked(
      sizePerThread: size, threadsPerWarp: threads, warpsPerCTA: warps, order: order,
      shape: [32, 32])
  }

  @Test func sameLayoutNeedsNothing() {
    let layout = blocked([1, 4], [4, 8], [4, 1])
    let conversion = LayoutConversion(from: layout, to: layout)
    #expect(conversion.means == .nothing)
    #expect(conversion.sourceRegisters == Array(0..<8))
  }

  @Test func repeatedElementsAreTakenFromTheNearest() {
    // In the source all lanes hold the four elements; each destination lane wants one of them.
    let source = LinearLayout.blocked(
      sizePerThread: [4], threadsPerWarp: [32], warpsPerCTA: [1], order: [0], shape: [4])
    let destination = LinearLayout.blocked(
      sizePerThread: [1], threadsPerWarp: [32], warpsPerCTA: [1], order: [0], shape: [4])
    let conversion = LayoutConversion(from: source, to: destination)
    #expect(conversion.means == .registers)
    #expect(conversion.registerChoices == 4)
    #expect(conversion.sourceRegisters == nil)
    // The other way each thread needs what three other lanes hold.
    #expect(LayoutConversion(from: destination, to: source).means == .shuffles)
  }

  @Test func registersInAnotherOrder() {
    let conversion = LayoutConversion(
      from: blocked([2, 4], [8, 4], [2, 2], order: [1, 0]),
      to: blocked([2, 4], [8, 4], [2, 2], order: [1, 0]).reorderingRegisters([1, 2, 0]))
    #expect(conversion.means == .registers)
    #expect(conversion.sourceRegisters == [0, 2, 4, 6, 1, 3, 5, 7])
  }

  @Test func lanesAndWarps() {
    let row = blocked([1, 4], [4, 8], [4, 1])
    #expect(LayoutConversion(from: row, to: blocked([4, 1], [4, 8], [4, 1])).means >= .shuffles)
    let sideBySide = blocked([1, 4], [4, 8], [1, 4])
    #expect(LayoutConversion(from: row, to: sideBySide).means == .sharedMemory)
    let accumulator = LinearLayout.matrixAccumulator(.warp, warpsPerCTA: [2, 2], shape: [32, 32])
    #expect(LayoutConversion(from: row, to: accumulator).means == .sharedMemory)
  }

  @Test func accumulatorToOperandNeedsNoShuffle() {
    let accumulator = LinearLayout.matrixAccumulator(
      .warpgroup, columns: 64, warpsPerCTA: [4, 1], shape: [64, 64])
    let operand = LinearLayout.matrixOperand(
      .left, kWidth: 2, version: .warpgroup, warpsPerCTA: [4, 1], shape: [64, 64])
    #expect(LayoutConversion(from: accumulator, to: operand).means == .nothing)
    let operand8 = LinearLayout.matrixOperand(
      .left, kWidth: 4, version: .warpgroup, warpsPerCTA: [4, 1], shape: [64, 64])
    #expect(LayoutConversion(from: accumulator, to: operand8).means == .shuffles)
  }

  @Test func blocksNeedTheClusterOnlyForOthersParts() {
    let part = blocked([1, 4], [4, 8], [4, 1])
    let rows = part.spread(overBlocks: [2, 1], split: [2, 1], order: [1, 0])
    #expect(rows.shape == [64, 32])
    #expect(LayoutConversion(from: rows, to: rows).means == .nothing)
    let other = LinearLayout.blocked(
      sizePerThread: [1, 4], threadsPerWarp: [4, 8], warpsPerCTA: [4, 1], order: [1, 0],
      shape: [64, 16]
    ).spread(overBlocks: [1, 2], split: [1, 2], order: [1, 0])
    #expect(LayoutConversion(from: rows, to: other).means == .clusterMemory)
  }
}

extension LinearLayout {
  /// This layout with the basis vectors of its registers in this order.
  fileprivate func reorderingRegisters(_ order: [Int]) -> LinearLayout {
    let columns = Array(columns(of: .register))
    let others = matrix.columns[columns.count...]
    return LinearLayout(
      inputs: inputs, outputs: outputs,
      matrix: BitMatrix(rowCount: matrix.rowCount, columns: order.map { columns[$0] } + others))
  }
}
