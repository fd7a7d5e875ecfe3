/// Who can see a name beside its own module (PTX ISA 11.6).
package enum Linkage: String, CaseIterable, Hashable, Sendable {
  /// Nobody.
  case module = ""
  /// Everybody; it is defined here.
  case visible
  /// It is defined elsewhere. Shared memory whose size the launch decides is such a variable.
  case extern
  /// Everybody; a definition elsewhere wins.
  case weak
  /// Everybody; all definitions are one.
  case common
}
