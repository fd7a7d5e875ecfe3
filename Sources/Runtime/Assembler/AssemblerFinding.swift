/// What lies at one of the places that assemblers are looked for.
package struct AssemblerFinding: Equatable, Sendable {
  /// The kind of place.
  package enum Place: String, Hashable, Sendable {
    /// The caller named it.
    case named
    /// A folder of `PATH`.
    case path
    /// A package of Python's.
    case wheel
    /// NVIDIA's toolkit.
    case toolkit
  }

  /// The kind of place.
  package var place: Place
  /// The file.
  package var path: String
  /// What the assembler there is; `nil` if it cannot be used.
  package var identity: AssemblerIdentity?
  /// Why it cannot be used.
  package var refusal: AssemblerError?

  /// A file in a place, of which nothing is known yet.
  init(place: Place, path: String) { (self.place, self.path) = (place, path) }
}
