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

  /// Along one axis a device counts at most so far.
  private static let limits = (x: Int(Int32.max), y: 65535, z: 65535)

  /// The grid, if a device could run it.
  func validated(for call: KernelCall) throws(KernelError) -> Grid {
    try requireLimits(Self.limits, for: call)
    return Grid(x, y, z)
  }

  /// Throws unless every axis has 0 to its limit of programs.
  func requireLimits(
    _ limits: (x: Int, y: Int, z: Int), for call: KernelCall
  ) throws(KernelError) {
    if let problem = problem(within: limits) { throw call.error(problem) }
  }

  /// What is wrong with the grid unless every axis has 0 to its limit of programs. The product may
  /// be anything.
  func problem(within limits: (x: Int, y: Int, z: Int)) -> String? {
    problem(x, limits.x, "x") ?? problem(y, limits.y, "y") ?? problem(z, limits.z, "z")
  }

  private func problem(_ count: Int, _ limit: Int, _ axis: StaticString) -> String? {
    if count >= 0 && count <= limit { return nil }
    return "grid \(self) has \(count) programs along \(axis), expected 0 to \(limit)"
  }

  /// Whether there are no programs.
  var isEmpty: Bool { x == 0 || y == 0 || z == 0 }

  /// How many programs there are: less than 2^63, as the limits are.
  var programCount: Int { x * y * z }

  public var description: String { "(\(x), \(y), \(z))" }
}
