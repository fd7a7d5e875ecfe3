import Support

/// A location as it is written, with aliases not yet replaced.
indirect enum LocationSyntax {
  case unknown
  case file(SourcePosition)
  case name(String, LocationSyntax?)
  case callSite(callee: LocationSyntax, caller: LocationSyntax)
  case fused([LocationSyntax])
  /// An alias by its place in the list of aliases.
  case alias(Int, SourceRange)
}

/// What is known of a location alias such as `#loc1`, or of a location in which aliases may occur.
struct LocationAlias {
  /// Empty for a location that has no alias of its own.
  var name: String
  /// What operations that name the alias refer to; it gets its location at the end of the file.
  var id: LocationID?
  var definition: LocationSyntax?
  /// Where the alias is defined, or else where it is named first.
  var range: SourceRange
  var state = State.unresolved

  enum State {
    case unresolved, inProgress
    /// With the number of parts that the location has.
    case resolved(Location, parts: Int)
  }
}
