import Support

/// The values that a name stands for: the results of one operation, or one parameter.
struct Binding {
  var values: EntityRange<ValueID>
  /// Where the name is defined.
  var range: SourceRange
}

/// A value as the text names it: `%x` or `%x#1`.
struct ValueReference {
  var name: String
  var number: Int
  var range: SourceRange

  /// As it is written.
  var text: String { number == 0 ? "%\(name)" : "%\(name)#\(number)" }
}

/// A use of a value that is not defined yet.
struct ForwardUse {
  /// Stands for the value until it is defined.
  var placeholder: ValueID
  var reference: ValueReference
}

/// The names of one region.
struct Scope {
  let region: RegionID
  /// The values that are defined here, and not outside.
  var names: [String] = []
  /// The names outside, if they cannot be seen here.
  var hidden: [String: Binding]?
  var blocks: [String: NamedBlock] = [:]
  /// Uses of values that a later block may define, by the value's name.
  var forwardUses: [String: [ForwardUse]] = [:]

  /// A block that has a name or has been named.
  struct NamedBlock {
    var id: BlockID
    var isDefined = false
    /// Where it is defined, or else named first.
    var range: SourceRange
  }
}
