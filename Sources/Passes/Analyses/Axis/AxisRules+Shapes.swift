import IR

extension AxisRules {
  /// Facts of `type` that hold if all elements are elements of `sources`.
  func anyElement(of sources: [AxisFacts], _ type: Type) -> AxisFacts {
    let divisibility = sources.map(\.logDivisibilityOfAll).min() ?? 0
    let bounds = sources.compactMap(\.bounds)
    var result = facts(
      type,
      bounds: bounds.count == sources.count ? bounds.reduce(bounds.first) { $0?.joined($1) } : nil
    ) { _ in AxisFacts.Dimension(logDivisibility: divisibility) }
    if let constant = sources.first?.constant, sources.allSatisfy({ $0.constant == constant }) {
      result.constant = constant
    }
    return result
  }

  func splat(_ source: AxisFacts, _ type: Type) -> AxisFacts {
    var result = anyElement(of: [source], type)
    for index in result.dimensions.indices {
      result.dimensions[index].logConstancy = result.logExtent(index)
    }
    return result
  }

  /// - Parameter axis: where a dimension of extent 1 is inserted.
  func expanded(_ source: AxisFacts, at axis: Int, _ type: Type) -> AxisFacts {
    var result = anyElement(of: [source], type)
    for index in result.dimensions.indices where index != axis {
      result.dimensions[index] = source.dimensions[index < axis ? index : index - 1]
    }
    return result
  }

  func broadcast(_ source: AxisFacts, _ type: Type) -> AxisFacts {
    var result = anyElement(of: [source], type)
    for index in result.dimensions.indices {
      let isRepeated = source.logExtent(index) < result.logExtent(index)
      result.dimensions[index] = source.dimensions[index]
      if isRepeated { result.dimensions[index].logConstancy = result.logExtent(index) }
    }
    return result
  }

  /// - Parameter order: which dimension of the source each of the result is.
  func transposed(_ source: AxisFacts, order: [Int], _ type: Type) -> AxisFacts {
    var result = anyElement(of: [source], type)
    for index in result.dimensions.indices {
      result.dimensions[index] = source.dimensions[order[index]]
    }
    return result
  }

  func joined(_ lhs: AxisFacts, _ rhs: AxisFacts, areEqual: Bool, _ type: Type) -> AxisFacts {
    var result = anyElement(of: [lhs, rhs], type)
    let both = lhs.joined(with: rhs)
    for index in both.dimensions.indices { result.dimensions[index] = both.dimensions[index] }
    if areEqual { result.dimensions[both.dimensions.count].logConstancy = 1 }
    return result
  }

  func split(_ source: AxisFacts, _ type: Type) -> AxisFacts {
    var result = anyElement(of: [source], type)
    for index in 0..<type.rank { result.dimensions[index] = source.dimensions[index] }
    return result
  }

  /// The same elements in row-major order.
  ///
  /// All extents are powers of two, so each dimension is a run of bits of an element's number, and
  /// a fact about the low bits of a dimension of the source is one about the same bits of a
  /// dimension of the result.
  func reshaped(_ source: AxisFacts, _ type: Type) -> AxisFacts {
    var result = anyElement(of: [source], type)
    var place: [(dimension: Int, bit: Int)] = []
    for dimension in source.dimensions.indices.reversed() {
      for bit in 0..<source.logExtent(dimension) { place.append((dimension, bit)) }
    }
    var first = 0
    for index in result.dimensions.indices.reversed() {
      let bits = place[first..<first + result.logExtent(index)]
      first = bits.endIndex
      let constant = bits.prefix { source.dimensions[$0.dimension].logConstancy > $0.bit }
      result.dimensions[index].logConstancy = constant.count
      guard let start = bits.first, start.bit == 0 else { continue }
      let counting = bits.prefix {
        $0.dimension == start.dimension
          && source.dimensions[start.dimension].logContiguity > $0.bit
      }
      let run = counting.count
      if run == 0 { continue }
      result.dimensions[index].logContiguity = run
      result.dimensions[index].logDivisibility = source.logDivisibility(
        start.dimension, atRunsOf: run)
    }
    return result
  }
}
