import IR
import RandomTesting

@testable import Passes

extension RandomTileProgram {
  /// Loads a tile of `type`, with some of what is true of it as hints.
  @discardableResult
  mutating func addLeaf(_ type: Type, isZeroFree: Bool = false) -> ValueID {
    var elements = randomElements(type)
    if isZeroFree { elements = elements.map { $0 == 0 ? 1 : $0 } }
    let truth = ObservedFacts(type: type, elements: elements)
    if type.isTensor, generator.isOnce(in: 4) {
      let dense = DenseElements(type: type, bits: elements)
      let constant = insert(Constant(value: .dense(dense), type: type))
      keep(constant)
      return constant
    }
    let offset = input.count
    let width = type.element?.byteWidth ?? 1
    for bits in elements {
      input += (0..<width).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }
    }
    input += Array(repeating: 0, count: Self.size(of: type) - elements.count * width)
    let pointers = pointers(to: type, at: offset, of: 0)
    var draft = Load(pointer: pointers, type: type).draft
    addHints(truth, to: &draft)
    let value = insert(draft)
    keep(value)
    return value
  }

  private mutating func addHints(_ truth: ObservedFacts, to draft: inout OpDraft) {
    var contiguity: [Int64] = []
    var constancy: [Int64] = []
    var divisibility: [Int64] = []
    for dimension in 0..<max(1, truth.type.rank) {
      let run = weakened(truth.logContiguity(dimension))
      contiguity.append(1 << Int64(run))
      constancy.append(1 << Int64(weakened(truth.logConstancy(dimension))))
      let divisor = min(62, weakened(truth.logDivisibility(dimension, run: run)))
      divisibility.append(1 << Int64(divisor))
    }
    draft.attributes["tt.contiguity"] = .denseArray(.i64, contiguity)
    draft.attributes["tt.constancy"] = .denseArray(.i64, constancy)
    draft.attributes["tt.divisibility"] = .denseArray(.i64, divisibility)
  }

  private mutating func weakened(_ logarithm: Int) -> Int {
    generator.isOnce(in: 4) ? generator.next(below: logarithm + 1) : logarithm
  }

  /// Numbers with patterns: along each dimension they count, stay, jump or do anything.
  private mutating func randomElements(_ type: Type) -> [UInt64] {
    let width = type.scalar?.bitWidth ?? 64
    let extents = type.shape.extents
    let scale = generator.next(below: min(width, 6) + 1)
    // Patterns that begin below a power of two, or below zero, count over the end of the numbers.
    let small = UInt64(generator.next(below: 6))
    let start = generator.pick([
      0, generator.next() << UInt64(scale), (generator.next() >> 59) << UInt64(scale),
      1 << UInt64(width - 1) &- small, 0 &- small, 1 << UInt64(width - 1),
    ])
    let patterns = extents.map { _ in
      (kind: generator.next(below: 7), amount: generator.next(below: 4))
    }
    let seed = generator.next()
    return (0..<type.shape.count).map { place in
      var rest = place
      var value = start
      for (pattern, extent) in zip(patterns, extents).reversed() {
        let index = UInt64(rest % extent)
        rest /= extent
        let amount = UInt64(pattern.amount)
        switch pattern.kind {
        case 0, 1: value &+= index
        case 2: break
        case 3: value &+= (index >> amount) << amount
        case 4: value &+= index << amount
        case 5: value &+= index >> amount
        default:
          var source = SplitMix(seed: seed &+ index)
          value &+= source.next() << amount
        }
      }
      return value.truncated(to: width)
    }
  }
}
