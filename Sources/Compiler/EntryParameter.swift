import IR

/// A parameter of the entry of a compiled kernel, as a launch fills it.
package struct EntryParameter: Hashable, Sendable {
  /// What a parameter holds.
  package enum Kind: Hashable, Sendable {
    /// A number, in the low bytes of its own format.
    case scalar(ScalarType)
    /// An address in global memory.
    case pointer
  }

  /// The name in the kernel's source, as far as it has one.
  package var name: String
  /// What it holds.
  package var kind: Kind
  /// What the address or the number was taken to be a multiple of; 1 if nothing was.
  package var divisibility: Int

  /// A parameter that holds `kind`.
  package init(name: String, kind: Kind, divisibility: Int = 1) {
    (self.name, self.kind, self.divisibility) = (name, kind, divisibility)
  }

  /// How many bytes the parameter takes.
  package var byteCount: Int {
    switch kind {
    case .scalar(let type): type.byteWidth
    case .pointer: 8
    }
  }
}
