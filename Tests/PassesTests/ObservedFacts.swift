import IR

@testable import Passes

/// The elements that a value had in a run, and what is true of them, found by looking at each.
struct ObservedFacts {
  let type: Type
  /// The bits of each element in row-major order.
  let elements: [UInt64]

  private var width: Int { type.element?.bitWidth ?? 64 }
  private var extents: [Int] { type.rank == 0 ? [1] : type.shape.extents }
  private var step: UInt64 {
    UInt64(type.element?.pointer.map { $0.target.byteWidth } ?? 1)
  }

  /// What of `facts` is not true; empty if all is.
  func violations(of facts: AxisFacts) -> [String] {
    var found: [String] = []
    if let constant = facts.constant, elements.contains(where: { $0 != constant }) {
      found.append("constant \(constant)")
    }
    if let bounds = facts.bounds {
      let numbers = elements.map { $0.signExtended(from: width) }
      if numbers.contains(where: { $0 < bounds.lower || $0 > bounds.upper }) {
        found.append("from \(bounds.lower) to \(bounds.upper)")
      }
    }
    for dimension in extents.indices {
      let known = facts.dimensions[dimension]
      if known.logContiguity > 0, known.logContiguity > logContiguity(dimension) {
        found.append("contiguity \(facts.contiguity(dimension)) along \(dimension)")
      } else if known.logDivisibility > logDivisibility(dimension, run: known.logContiguity) {
        found.append("divisibility \(facts.divisibility(dimension)) along \(dimension)")
      }
      if known.logConstancy > 0, known.logConstancy > logConstancy(dimension) {
        found.append("constancy \(facts.constancy(dimension)) along \(dimension)")
      }
    }
    return found
  }

  func logContiguity(_ dimension: Int) -> Int {
    logRun(dimension) { before, here in
      if type.isPointer { return here == before &+ step }
      let number = before.signExtended(from: width)
      return number < Int64.max && here.signExtended(from: width) == number + 1
    }
  }

  func logConstancy(_ dimension: Int) -> Int { logRun(dimension) { $0 == $1 } }

  /// The logarithm of what divides all elements whose index is a multiple of 2^`run`.
  func logDivisibility(_ dimension: Int, run: Int) -> Int {
    let divisors = elements.indices.map { place in
      index(of: place, dimension) % (1 << run) == 0
        ? min(width, elements[place].trailingZeroBitCount) : width
    }
    return divisors.min() ?? width
  }

  /// The length of the longest aligned runs in which `follows` holds of all neighbours.
  private func logRun(_ dimension: Int, _ follows: (UInt64, UInt64) -> Bool) -> Int {
    var run = extents[dimension].trailingZeroBitCount
    let stride = extents.dropFirst(dimension + 1).reduce(1, *)
    while run > 0 {
      let holds = elements.indices.allSatisfy { place in
        index(of: place, dimension) % (1 << run) == 0
          || follows(elements[place - stride], elements[place])
      }
      if holds { break }
      run -= 1
    }
    return run
  }

  private func index(of place: Int, _ dimension: Int) -> Int {
    place / extents.dropFirst(dimension + 1).reduce(1, *) % extents[dimension]
  }
}
