/// An architecture that a module is for, the `.target` of a module (PTX ISA 11.1.2).
package struct PTXTarget: Hashable, Sendable {
  /// The number after `sm_`.
  package let number: UInt16
  /// This is the `a` form, whose features run on no other architecture.
  package let isArchitectureSpecific: Bool

  /// The target `sm_` with `number` and, if architecture-specific, an `a`.
  package init(_ number: Int, isArchitectureSpecific: Bool = false) {
    self.number = UInt16(number)
    self.isArchitectureSpecific = isArchitectureSpecific
  }

  /// The target that `name`, such as `sm_90a`, stands for.
  package init?(name: some StringProtocol) {
    guard name.hasPrefix("sm_") else { return nil }
    var digits = name.dropFirst(3)
    let isSpecific = digits.hasSuffix("a")
    if isSpecific { digits = digits.dropLast() }
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = UInt16(digits) else {
      return nil
    }
    self.init(Int(number), isArchitectureSpecific: isSpecific)
  }

  /// Ampere's server chips, the oldest target of interest.
  package static let sm80 = PTXTarget(80)
  /// Ampere's desktop chips.
  package static let sm86 = PTXTarget(86)
  /// Ada.
  package static let sm89 = PTXTarget(89)
  /// Hopper with the features that later architectures do not have.
  package static let sm90a = PTXTarget(90, isArchitectureSpecific: true)

  /// Whether code for this target may use what was introduced with `other`.
  package func supports(_ other: PTXTarget) -> Bool {
    other.isArchitectureSpecific ? self == other : number >= other.number
  }

  /// Whether code for this target runs on a device whose own target is `device`.
  package func runs(on device: PTXTarget) -> Bool {
    isArchitectureSpecific ? self == device : number <= device.number
  }

  /// The first version of PTX that knows this target (PTX ISA 12, release notes).
  package var lowestVersion: PTXVersion {
    switch (number, isArchitectureSpecific) {
    case (...80, _): PTXVersion(7, 0)
    case (81...86, _): PTXVersion(7, 1)
    case (87...88, _): PTXVersion(7, 4)
    case (89, _), (90, false): PTXVersion(7, 8)
    case (90, true): PTXVersion(8, 0)
    case (91...101, _): PTXVersion(8, 6)
    default: PTXVersion(8, 7)
    }
  }
}

extension PTXTarget: CustomStringConvertible {
  package var description: String { "sm_\(number)\(isArchitectureSpecific ? "a" : "")" }
}
