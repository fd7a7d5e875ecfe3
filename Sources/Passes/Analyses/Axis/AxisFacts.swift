import IR

/// What is known of the elements of a value along each dimension of its tile.
///
/// Runs are aligned: a run of length `n` begins at an index that `n` divides. A scalar counts as a
/// tile with one dimension of extent 1.
package struct AxisFacts: Hashable, Sendable {
  /// What is known along one dimension, as base-two logarithms.
  package struct Dimension: Hashable, Sendable {
    /// The length of runs in which each element is the one before plus 1, as numbers with sign and
    /// without overflow; for pointers plus the size of what they point to, modulo 2^64.
    package var logContiguity = 0
    /// The length of runs of equal elements.
    package var logConstancy = 0
    /// The power of two that divides the first element of each contiguous run; the width of the
    /// elements if all these are zero. For pointers, in bytes.
    package var logDivisibility = 0
  }

  /// The type of the value.
  package let type: Type
  /// One entry for each dimension, outermost first.
  package internal(set) var dimensions: [Dimension]
  /// The bits that every element has, if they are known.
  package internal(set) var constant: UInt64?
  /// Between which numbers with sign the elements lie, if they are integers.
  var bounds: IntegerBounds?

  /// Nothing but what follows from the type; `nil` if the type has no elements.
  package init?(unknown type: Type) {
    guard type.element != nil else { return nil }
    self.init(type)
  }

  /// Nothing but what follows from `type`, which must have elements.
  init(_ type: Type) {
    self.type = type
    dimensions = Array(repeating: Dimension(), count: max(1, type.rank))
    bounds = IntegerBounds(ofAll: type)
  }

  /// What is known if every element of the value is `bits`.
  init(constant bits: UInt64, type: Type) {
    self.init(type)
    constant = bits
    bounds = type.isInteger ? IntegerBounds(only: bits.signExtended(from: width)) : nil
    for index in dimensions.indices {
      dimensions[index].logConstancy = logExtent(index)
      dimensions[index].logDivisibility = min(bits.trailingZeroBitCount, width)
    }
  }

  /// How many bits an element has.
  var width: Int { type.element?.bitWidth ?? 64 }

  /// The logarithm of the extent along the dimension at `index`.
  func logExtent(_ index: Int) -> Int { type.rank == 0 ? 0 : type.shape.logarithm(of: index) }

  /// The logarithm of the distance of neighbours in a contiguous run.
  var logStep: Int {
    type.element?.pointer.map { $0.target.byteWidth.trailingZeroBitCount } ?? 0
  }
}

// MARK: - Asking

extension AxisFacts {
  /// The length of runs of consecutive elements along the dimension at `index`.
  package func contiguity(_ index: Int) -> Int { 1 << dimensions[index].logContiguity }

  /// The length of runs of equal elements along the dimension at `index`.
  package func constancy(_ index: Int) -> Int { 1 << dimensions[index].logConstancy }

  /// The power of two that divides the first element of each contiguous run along the dimension at
  /// `index`; 2^62 stands for all larger ones.
  package func divisibility(_ index: Int) -> Int { 1 << min(62, dimensions[index].logDivisibility) }

  /// The logarithm of what divides the elements at multiples of 2^`logLength` along the dimension
  /// at `index`.
  func logDivisibility(_ index: Int, atRunsOf logLength: Int) -> Int {
    let known = dimensions[index]
    if logLength >= known.logContiguity { return known.logDivisibility }
    return min(known.logDivisibility, logLength + logStep)
  }

  /// The logarithm of what divides every element.
  var logDivisibilityOfAll: Int {
    dimensions.indices.map { logDivisibility($0, atRunsOf: 0) }.max() ?? 0
  }

  /// The logarithm of the length of runs that are contiguous and begin at a multiple of their
  /// length, along the dimension at `index`. Such runs overflow in no reading of their bits.
  func logAlignedRun(_ index: Int) -> Int {
    let known = dimensions[index]
    return min(known.logContiguity, known.logDivisibility, width - 1)
  }

  /// No element is negative when read as a number with sign.
  var isNonNegative: Bool { (bounds?.lower ?? -1) >= 0 }
}

// MARK: - Making

extension AxisFacts {
  /// These facts within what the type allows, and with what a known constant implies.
  func normalized() -> AxisFacts {
    if let constant { return AxisFacts(constant: constant, type: type) }
    if let bounds, bounds.lower == bounds.upper {
      let bits = UInt64(bitPattern: bounds.lower).truncated(to: width)
      return AxisFacts(constant: bits, type: type)
    }
    var result = self
    for index in dimensions.indices {
      let limit = logExtent(index)
      let run = min(dimensions[index].logContiguity, limit)
      result.dimensions[index] = Dimension(
        logContiguity: run, logConstancy: min(dimensions[index].logConstancy, limit),
        logDivisibility: min(logDivisibility(index, atRunsOf: run), width))
    }
    return result
  }

  /// What holds of a value that is either the one described here or that of `other`.
  func joined(with other: AxisFacts) -> AxisFacts {
    var result = self
    if constant != other.constant { result.constant = nil }
    if let bounds, let otherBounds = other.bounds { result.bounds = bounds.joined(otherBounds) }
    for index in dimensions.indices {
      let (first, second) = (dimensions[index], other.dimensions[index])
      let run = min(first.logContiguity, second.logContiguity)
      result.dimensions[index] = Dimension(
        logContiguity: run, logConstancy: min(first.logConstancy, second.logConstancy),
        logDivisibility: min(
          logDivisibility(index, atRunsOf: run), other.logDivisibility(index, atRunsOf: run)))
    }
    return result
  }
}
