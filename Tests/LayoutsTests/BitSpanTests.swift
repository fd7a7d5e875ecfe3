import Layouts
import Testing

@Suite struct BitSpanTests {
  /// All members of a space.
  private func members(_ space: BitSpan) -> Set<UInt64> {
    space.basis.reduce([0]) { members, vector in members.union(members.map { $0 ^ vector }) }
  }

  @Test func knowsItsMembers() {
    let space = BitSpan([0b011, 0b110, 0b101])
    #expect(members(space) == [0, 0b011, 0b110, 0b101])
    #expect(space.dimension == 2)
    #expect(space.combination(of: 0b101) == 0b011)
    #expect(space.combination(of: 0b001) == nil)
    #expect(space.relations == [0b111])
    #expect(space == BitSpan([0b101, 0b011]))
    #expect(space != BitSpan([0b101, 0b010]))
  }

  @Test func intersectionAndUnion() {
    var random = RandomSource(seed: 5)
    for _ in 0..<100 {
      let first = BitSpan(random.vectors(random.number(0...5), bits: 7))
      let second = BitSpan(random.vectors(random.number(0...5), bits: 7))
      let (firstMembers, secondMembers) = (members(first), members(second))
      #expect(members(first.intersection(second)) == firstMembers.intersection(secondMembers))
      let sums = firstMembers.flatMap { vector in secondMembers.map { $0 ^ vector } }
      #expect(members(first.union(second)) == Set(sums))
    }
  }

  @Test func complementSharesNothingAndIsLargest() {
    var random = RandomSource(seed: 6)
    for _ in 0..<200 {
      let space = BitSpan(random.vectors(random.number(0...8), bits: 8))
      let pick = { (count: Int, random: inout RandomSource) in
        BitSpan(
          (0..<count).map { _ in
            space.basis.reduce(UInt64(0)) { random.choice() ? $0 ^ $1 : $0 }
          })
      }
      let first = pick(random.number(0...5), &random)
      let second = pick(random.number(0...5), &random)
      let complement = BitSpan(BitSpan.complement(in: space, avoiding: first, and: second))
      #expect(complement.dimension == space.dimension - max(first.dimension, second.dimension))
      #expect(members(complement).isSubset(of: members(space)))
      #expect(complement.intersection(first).dimension == 0)
      #expect(complement.intersection(second).dimension == 0)
    }
  }

  @Test func remainderIsTheSameForAllOfACoset() {
    let space = BitSpan([0b0011, 0b1010])
    let remainders = Set(members(space).map { space.remainder(of: $0 ^ 0b0100) })
    #expect(remainders == [0b0100])
    #expect(BitSpan([0b0111, 0b0011]).modulo(space).dimension == 1)
  }
}
