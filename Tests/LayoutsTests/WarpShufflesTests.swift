import Layouts
import Testing

@Suite struct WarpShufflesTests {
  /// Runs the rounds on registers that hold coordinates and looks at what arrives.
  private func expectArrival(_ shuffles: WarpShuffles, of conversion: LayoutConversion) {
    let (source, destination) = (conversion.source, conversion.destination)
    let registers = destination.inputSize(.register)
    #expect(shuffles.rounds.count == registers)
    for warp in 0..<destination.inputSize(.warp) {
      var filled = Set<[Int]>()
      for round in shuffles.rounds {
        let sent = (0..<32).map { lane in
          source([
            .register: Int(shuffles.sentRegisters(UInt64(lane))) ^ round.sentRegister,
            .lane: lane, .warp: warp,
          ])
        }
        for lane in 0..<32 {
          let from = Int(shuffles.sourceLanes(UInt64(lane))) ^ round.sourceLane
          let register =
            Int(shuffles.receivedRegisters(UInt64(lane))) ^ round.receivedRegister
          filled.insert([register, lane])
          #expect(
            sent[from] == destination([.register: register, .lane: lane, .warp: warp]))
        }
      }
      #expect(filled.count == 32 * registers)
    }
  }

  @Test func everyRegisterArrives() throws {
    var random = RandomSource(seed: 60)
    for _ in 0..<60 {
      let shape = [random.power(2...4), random.power(3...4)]
      let source = random.bijectiveLayout(shape: shape, warps: 1)
      let destination = random.bijectiveLayout(shape: shape, warps: 1)
      let conversion = LayoutConversion(from: source, to: destination)
      expectArrival(try #require(WarpShuffles(for: conversion)), of: conversion)
    }
  }

  @Test func repeatedElementsArrive() {
    var random = RandomSource(seed: 61)
    var count = 0
    for _ in 0..<200 {
      let shape = [random.power(0...4), random.power(0...4)]
      let source = random.repeatingLayout(shape: shape, warps: 1)
      let destination = random.repeatingLayout(shape: shape, warps: 1)
        .removingRepetition(of: .register)
      let conversion = LayoutConversion(from: source, to: destination)
      guard let shuffles = WarpShuffles(for: conversion) else { continue }
      count += 1
      expectArrival(shuffles, of: conversion)
    }
    #expect(count > 100)
  }

  @Test func transposeInsideWarpsTakesOneShuffleARegister() throws {
    let threads = { (size: [Int]) in
      LinearLayout.blocked(
        sizePerThread: size, threadsPerWarp: [4, 8], warpsPerCTA: [2, 1], order: [1, 0],
        shape: [32, 32])
    }
    let accumulator = LinearLayout.matrixAccumulator(
      .warpgroup, columns: 64, warpsPerCTA: [4, 1], shape: [64, 64])
    let operand8 = LinearLayout.matrixOperand(
      .left, kWidth: 4, version: .warpgroup, warpsPerCTA: [4, 1], shape: [64, 64])
    let conversion = LayoutConversion(from: accumulator, to: operand8)
    let shuffles = try #require(WarpShuffles(for: conversion))
    #expect(shuffles.rounds.count == 32)
    expectArrival(shuffles, of: conversion)
    let acrossWarps = LayoutConversion(from: threads([1, 4]), to: threads([8, 1]))
    #expect(acrossWarps.means == .sharedMemory)
    #expect(WarpShuffles(for: acrossWarps) == nil)
  }

  @Test func registersThatRepeatOthersAreRefused() {
    let layout = LinearLayout.blocked(
      sizePerThread: [4], threadsPerWarp: [32], warpsPerCTA: [1], order: [0], shape: [2])
    let single = layout.removingRepetition(of: .register)
    #expect(single.inputSize(.register) == 2)
    #expect(WarpShuffles(for: LayoutConversion(from: single, to: layout)) == nil)
    #expect(WarpShuffles(for: LayoutConversion(from: layout, to: single)) != nil)
  }
}
