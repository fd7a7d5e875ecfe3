/// Memory with a name: in a module or in a function's body (PTX ISA 5.4).
package struct Variable: Hashable, Sendable {
  /// How many elements a variable has.
  package enum Extent: Hashable, Sendable {
    /// One value.
    case scalar
    /// Two or four values side by side.
    case vector(Int)
    /// That many elements.
    case array(Int)
    /// As many elements as the launch, the initial value or another module decides.
    case open
  }

  /// Who can see it.
  package var linkage: Linkage
  /// Where it lies.
  package var space: StateSpace
  /// The multiple of bytes at which it starts; its type's own if absent.
  package var alignment: Int?
  /// What its elements are.
  package var type: PTXType
  /// What instructions call it.
  package var name: String
  /// How many elements it has.
  package var extent: Extent
  /// The values that its elements start with; the rest start with zero.
  package var initialValues: [Constant]

  /// `extent` elements of `type` in `space`.
  package init(
    _ name: String, in space: StateSpace, type: PTXType, extent: Extent = .scalar,
    alignment: Int? = nil, linkage: Linkage = .module, initialValues: [Constant] = []
  ) {
    self.linkage = linkage
    self.space = space
    self.alignment = alignment
    self.type = type
    self.name = name
    self.extent = extent
    self.initialValues = initialValues
  }

  /// How many bytes it takes; none if another place decides that.
  package var byteCount: Int? {
    switch extent {
    case .scalar: type.byteCount
    case .vector(let count), .array(let count): type.byteCount * count
    case .open: initialValues.isEmpty ? nil : type.byteCount * initialValues.count
    }
  }
}
