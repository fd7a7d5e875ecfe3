/// How many programs a launch runs, along three axes.
public struct Grid: Hashable, Sendable {
  /// How many programs there are along each axis.
  public var x, y, z: Int

  /// `x * y * z` programs; an extent below 1 makes a launch that runs nothing.
  public init(_ x: Int, _ y: Int = 1, _ z: Int = 1) { (self.x, self.y, self.z) = (x, y, z) }

  /// How many programs there are.
  public var count: Int { axisOverLimit == nil ? max(0, x) * max(0, y) * max(0, z) : Int.max }

  /// The first axis along which there are more programs than hardware can launch.
  var axisOverLimit: (name: String, limit: Int)? {
    let axes = [("x", x, 0x7FFF_FFFF), ("y", y, 0xFFFF), ("z", z, 0xFFFF)]
    return axes.first { $0.1 > $0.2 }.map { ($0.0, $0.2) }
  }
}

extension Grid: CustomStringConvertible {
  /// `(x, y, z)`
  public var description: String { "(\(x), \(y), \(z))" }
}

/// One program of a grid.
struct ProgramID: Hashable, Sendable, CustomStringConvertible {
  var x, y, z: Int

  /// The place of the program in the order in which programs run: `x` changes fastest.
  init(index: Int, in grid: Grid) {
    x = index % grid.x
    y = index / grid.x % grid.y
    z = index / (grid.x * grid.y)
  }

  /// `(x, y, z)`
  var description: String { "(\(x), \(y), \(z))" }
}
