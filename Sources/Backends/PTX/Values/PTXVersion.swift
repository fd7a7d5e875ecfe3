/// A version of the PTX language, the `.version` of a module (PTX ISA 11.1.1).
package struct PTXVersion: Hashable, Comparable, Sendable {
  /// The number before the point.
  package let major: UInt8
  /// The number after the point.
  package let minor: UInt8

  /// Version `major.minor`.
  package init(_ major: Int, _ minor: Int) {
    (self.major, self.minor) = (UInt8(major), UInt8(minor))
  }

  /// The first version that knows the oldest target of interest, sm_80.
  package static let lowest = PTXVersion(7, 0)

  package static func < (lhs: PTXVersion, rhs: PTXVersion) -> Bool {
    (lhs.major, lhs.minor) < (rhs.major, rhs.minor)
  }
}

extension PTXVersion: CustomStringConvertible {
  package var description: String { "\(major).\(minor)" }
}
