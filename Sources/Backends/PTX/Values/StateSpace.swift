/// Where memory lies, as an address or a variable says it (PTX ISA 5.1).
package enum StateSpace: String, CaseIterable, Hashable, Sendable {
  case generic, global, shared, local, const, param
  /// The shared memory of the block alone, which is what `shared` means too.
  case sharedBlock = "shared::cta"
  /// The shared memory of every block of the cluster.
  case sharedCluster = "shared::cluster"

  /// Whether a variable declared in `space` may be addressed by an instruction for this space.
  ///
  /// The generic space has no variables: a variable there is named in its own space and converted.
  package func admitsVariable(in space: StateSpace) -> Bool {
    switch self {
    case .generic: space == .param
    case .sharedBlock, .sharedCluster: space == .shared
    case .global, .shared, .local, .const, .param: space == self
    }
  }
}
