/// What a feature of the language needs: a version of PTX and an architecture.
package struct Requirement: Hashable, Sendable {
  /// The first version of PTX that has the feature.
  package var version: PTXVersion
  /// The first architecture that has it, or the only one.
  package var target: PTXTarget

  /// A feature of `version` for `target` and later ones.
  package init(version: PTXVersion, target: PTXTarget = .sm80) {
    (self.version, self.target) = (version, target)
  }

  /// A feature that every version and target of interest has.
  package static let none = Requirement(version: .lowest, target: .sm80)
}
