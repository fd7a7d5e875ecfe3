/// A place in a function's body that branches name, `$L0` in the text.
package struct Label: Hashable, Sendable, BitwiseCopyable {
  /// Its number within the function.
  package let index: UInt32

  /// Label number `index`.
  package init(_ index: Int) { self.index = UInt32(index) }
}

extension Label: CustomStringConvertible {
  package var description: String { "$L\(index)" }
}
