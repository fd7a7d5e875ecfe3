/// Moving a tile from the places of one layout to those of another.
public struct LayoutConversion: Hashable, Sendable {
  /// What is needed to move a tile, the cheapest first.
  public enum Means: Int, Hashable, Sendable, Comparable, CaseIterable {
    /// Everything is where it should be.
    case nothing
    /// Every thread has what it needs, in other registers.
    case registers
    /// Every warp has what it needs: shuffles.
    case shuffles
    /// Every block has what it needs: shared memory.
    case sharedMemory
    /// Blocks need what other blocks have: the shared memory of the cluster.
    case clusterMemory

    public static func < (lhs: Means, rhs: Means) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// Where the elements are.
  public let source: LinearLayout
  /// Where they should be.
  public let destination: LinearLayout
  /// From a place of `destination` to the nearest place of `source` that holds its element.
  public let map: LinearLayout
  /// What is needed.
  public let means: Means

  /// The conversion from `source` to `destination`.
  ///
  /// - Requires: layouts from register, lane, warp and block of the same tile, with as many lanes,
  ///   warps and blocks; `source` holds every element that `destination` does.
  public init(from source: LinearLayout, to destination: LinearLayout) {
    for input in [Dimension.lane, .warp, .block] {
      precondition(
        source.inputSize(input) == destination.inputSize(input),
        "a conversion keeps the number of indices of \(input)")
    }
    guard let map = destination.conversion(to: source) else {
      preconditionFailure("the source does not hold every element of the destination")
    }
    (self.source, self.destination, self.map) = (source, destination, map)
    means = Self.means(of: map)
  }

  /// For each register of the destination the register of the source that it is filled from, or nil
  /// if that takes more than moves between a thread's registers, the same in all threads.
  public var sourceRegisters: [Int]? {
    guard means <= .registers, registerChoices == 1 else { return nil }
    let registers = map.restricted(toInputs: [.register], outputs: [.register])
    return (0..<destination.inputSize(.register)).map { registers([$0]).first ?? 0 }
  }

  /// How many registers of the source have what the threads of a block need for one of their
  /// registers: 1 if all of them take it from the same. With shuffles, this is how many it takes
  /// for each register.
  public var registerChoices: Int {
    1 << map.restricted(toInputs: [.lane, .warp, .block], outputs: [.register]).matrix.rank
  }

  /// A layout of shared memory to move the tile through, free of bank conflicts.
  ///
  /// - Requires: `means` is not `clusterMemory`.
  public func sharedMemory(elementBits: Int) -> LinearLayout {
    precondition(means < .clusterMemory, "a block does not have what it needs")
    return .exchangeShared(between: source, and: destination, elementBits: elementBits)
  }

  private static func means(of map: LinearLayout) -> Means {
    let isIdentity = map.inputs == map.outputs && map.matrix == .identity(map.matrix.rowCount)
    if isIdentity { return .nothing }
    if map.keeps([.lane, .warp, .block]) { return .registers }
    if map.keeps([.warp, .block]) { return .shuffles }
    return map.keeps([.block]) ? .sharedMemory : .clusterMemory
  }
}

extension LinearLayout {
  /// Whether a place has the same indices `dimensions` as the one that it is mapped to.
  fileprivate func keeps(_ dimensions: [Dimension]) -> Bool {
    let indices = restricted(outputs: dimensions)
    return dimensions.allSatisfy { indices.isTrivial(over: $0) }
  }
}
