import PTX

/// A module of PTX that is to be assembled.
package struct AssemblyInput: Hashable, Sendable {
  /// What messages call the module, such as `softmax.ptx`.
  package var name: String
  /// The text of the PTX.
  package var ptx: [UInt8]
  /// The machine that the code is for.
  package var target: PTXTarget

  /// The module `ptx`, which messages call `name`.
  package init(name: String, ptx: [UInt8], target: PTXTarget) {
    (self.name, self.ptx, self.target) = (name, ptx, target)
  }
}
