/// A place in memory, `[base+offset]` in the text (PTX ISA 6.4.1).
package struct Address: Hashable, Sendable {
  /// What an address starts from.
  package enum Base: Hashable, Sendable {
    /// The value of a register.
    case register(Register)
    /// The start of a variable or parameter.
    case symbol(String)
    /// Zero: the offset is the address.
    case zero
  }

  /// What the address starts from.
  package var base: Base
  /// How many bytes lie between the base and the place.
  package var offset: Int64

  /// The place `offset` bytes after `base`.
  package init(_ base: Base, offset: Int64 = 0) { (self.base, self.offset) = (base, offset) }

  /// The place `offset` bytes after the address in `register`.
  package init(_ register: Register, offset: Int64 = 0) {
    self.init(.register(register), offset: offset)
  }

  /// The place `offset` bytes after the start of the variable called `symbol`.
  package init(_ symbol: String, offset: Int64 = 0) { self.init(.symbol(symbol), offset: offset) }
}
