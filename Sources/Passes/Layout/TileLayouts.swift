import IR
import Layouts
import Support

/// Which thread holds which element of every tile of a kernel: a layout from register, lane and
/// warp for each value that is a tile.
public struct TileLayouts: Sendable {
  /// How many warps hold a tile.
  public let warpCount: Int
  private var layouts = SecondaryMap<ValueID, LinearLayout>()

  /// How many threads a warp has.
  public static let laneCount = 32

  /// A table without entries, for tiles that `warpCount` warps hold.
  public init(warpCount: Int) { self.warpCount = warpCount }

  /// The layout of `value`; `nil` if it is no tile.
  public subscript(value: ValueID) -> LinearLayout? {
    get { layouts[value] }
    set { layouts[value] = newValue }
  }

  /// A layout for a tile of `shape` of which nothing else is known: neighbours along the axes, in
  /// the order `order`, go to `vector` registers, then to lanes, then to warps.
  ///
  /// - Parameters:
  ///   - order: the axes, the fastest in memory first; the last axis first if absent.
  ///   - keepsVector: a small tile leaves threads without a part of their own rather than that it is
  ///     dealt out in parts of fewer than `vector` elements.
  public func spread(
    over shape: [Int], order: [Int]? = nil, vector: Int = 1, keepsVector: Bool = false
  ) -> LinearLayout {
    let order = order ?? Array(shape.indices.reversed())
    guard let fastest = order.first else {
      return LinearLayout(
        bases: [
          .register: [], .lane: Array(repeating: [], count: Self.laneCount.trailingZeroBitCount),
          .warp: Array(repeating: [], count: warpCount.trailingZeroBitCount),
        ], outputs: [:])
    }
    let ones = Array(repeating: 1, count: shape.count)
    var (sizes, lanes, warps) = (ones, ones, ones)
    let threads = Self.laneCount * warpCount
    // No thread takes more than its share, so that small tiles are spread as well.
    let share = max(1, shape.reduce(1, *) / threads)
    sizes[fastest] = min(vector, keepsVector ? vector : share, shape[fastest])
    var (freeLanes, freeWarps) = (Self.laneCount, warpCount)
    for axis in order {
      lanes[axis] = min(freeLanes, max(1, shape[axis] / sizes[axis]))
      freeLanes /= lanes[axis]
      warps[axis] = min(freeWarps, max(1, shape[axis] / (sizes[axis] * lanes[axis])))
      freeWarps /= warps[axis]
    }
    // What is left repeats the tile.
    lanes[fastest] *= freeLanes
    warps[fastest] *= freeWarps
    return .blocked(
      sizePerThread: sizes, threadsPerWarp: lanes, warpsPerCTA: warps, order: order, shape: shape)
  }
}
