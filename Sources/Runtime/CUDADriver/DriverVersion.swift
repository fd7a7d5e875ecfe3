/// A version of CUDA, such as 12.8.
package struct DriverVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The number before the point.
  package var major: Int
  /// The number behind the point.
  package var minor: Int

  /// The version `major.minor`.
  package init(_ major: Int, _ minor: Int) { (self.major, self.minor) = (major, minor) }

  /// The version that the driver writes as `number`, 12080 for 12.8.
  init(number: Int32) { self.init(Int(number) / 1000, Int(number) % 1000 / 10) }

  package static func < (lhs: DriverVersion, rhs: DriverVersion) -> Bool {
    (lhs.major, lhs.minor) < (rhs.major, rhs.minor)
  }

  package var description: String { "\(major).\(minor)" }
}
