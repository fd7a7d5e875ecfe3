import Interpreter
import KernelLanguage
import Support

/// How many programs run along each axis.
public struct LaunchGrid: Hashable, Sendable, ExpressibleByIntegerLiteral, CustomStringConvertible {
  /// The numbers of programs.
  public let x, y, z: Int

  /// A grid of `x` · `y` · `z` programs.
  public init(_ x: Int, _ y: Int = 1, _ z: Int = 1) { (self.x, self.y, self.z) = (x, y, z) }

  /// A grid of programs along one axis.
  public init(integerLiteral count: Int) { self.init(count) }

  /// Along one axis the device counts at most so far.
  private static let limits = (x: Int(Int32.max), y: 65535, z: 65535)

  /// The grid, if a device could run it.
  func validated(for call: KernelCall) throws(KernelError) -> Grid {
    for (count, limit, axis) in [
      (x, Self.limits.x, "x"), (y, Self.limits.y, "y"), (z, Self.limits.z, "z"),
    ] where count < 0 || count > limit {
      throw call.error(
        "grid \(self) has \(count) programs along \(axis), expected 0 to \(limit)")
    }
    return Grid(x, y, z)
  }

  public var description: String { "(\(x), \(y), \(z))" }
}
