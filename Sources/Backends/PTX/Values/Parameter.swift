/// A value that a function takes or returns (PTX ISA 5.1.6).
package struct Parameter: Hashable, Sendable {
  /// What is known of the memory that a pointer points at.
  package struct Pointer: Hashable, Sendable {
    /// Where it lies.
    package var space: StateSpace
    /// The multiple of bytes that the pointer is, if known.
    package var alignment: Int?

    /// Memory in `space` at a multiple of `alignment` bytes.
    package init(to space: StateSpace = .generic, alignment: Int? = nil) {
      (self.space, self.alignment) = (space, alignment)
    }
  }

  /// What instructions call it.
  package var name: String
  /// Its type, or that of its elements.
  package var type: PTXType
  /// The multiple of bytes at which it starts; its type's own if absent.
  package var alignment: Int?
  /// It is the address of memory of which this is known.
  package var pointer: Pointer?
  /// It is an array of that many elements, such as the 128 bytes of a tensor map.
  package var count: Int?

  /// A parameter of `type`, or of `count` elements of it.
  package init(
    _ name: String, type: PTXType, count: Int? = nil, alignment: Int? = nil,
    pointer: Pointer? = nil
  ) {
    self.name = name
    self.type = type
    self.alignment = alignment
    self.pointer = pointer
    self.count = count
  }

  /// How many bytes it takes.
  package var byteCount: Int { type.byteCount * (count ?? 1) }
}
