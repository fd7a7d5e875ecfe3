import Support

extension Parser {
  /// The location that `name` has or will have.
  mutating func locationID(ofAlias name: String, at range: SourceRange) -> LocationID {
    if let id = locationAliases[name]?.id { return id }
    let id = module.locations.append(.unknown)
    locationAliases[name, default: LocationAlias(range: range)].id = id
    return id
  }

  /// `#name = loc(…)`, of which the part up to `=` has been read.
  mutating func defineLocationAlias(_ name: String, at range: SourceRange) throws(Diagnostic) {
    guard locationAliases[name]?.definition == nil, attributeAliases[name] == nil else {
      throw error("alias '#\(name)' is defined twice", at: range)
    }
    let syntax = try parseLocation()
    locationAliases[name, default: LocationAlias(range: range)].definition = syntax
    locationAliases[name]?.range = range
  }

  /// Gives every alias its location, at the end of the file.
  mutating func resolveLocations() throws(Diagnostic) {
    // In the order of the text, so that the first error is reported.
    let names = locationAliases.sorted { $0.value.range.start < $1.value.range.start }.map(\.key)
    for name in names {
      guard let alias = locationAliases[name] else { continue }
      guard let definition = alias.definition else {
        throw undefinedAlias(name, at: alias.range)
      }
      try checkAliases(in: definition)
    }
    for name in names {
      guard let alias = locationAliases[name] else { continue }
      let (location, _) = try resolve(.alias(name, alias.range), at: alias.range)
      guard let id = alias.id else { continue }
      module.locations[id] = location
      if module.locationIDs[location] == nil { module.locationIDs[location] = id }
    }
  }

  /// Checks that the aliases in `syntax` are defined.
  private func checkAliases(in syntax: LocationSyntax) throws(Diagnostic) {
    switch syntax {
    case .unknown, .file, .name(_, nil): break
    case .name(_, let child?): try checkAliases(in: child)
    case .callSite(let callee, let caller):
      try checkAliases(in: callee)
      try checkAliases(in: caller)
    case .fused(let parts):
      for part in parts { try checkAliases(in: part) }
    case .alias(let name, let range):
      if locationAliases[name]?.definition == nil { throw undefinedAlias(name, at: range) }
    }
  }

  private func undefinedAlias(_ name: String, at range: SourceRange) -> Diagnostic {
    attributeAliases[name] == nil
      ? error("location alias '#\(name)' is not defined", at: range)
      : error("alias '#\(name)' is no location", at: range)
  }

  /// The location that `syntax` stands for, and of how many parts it is made.
  ///
  /// Parts are counted because aliases that name others twice would make a location of
  /// exponential size.
  private mutating func resolve(
    _ syntax: LocationSyntax, at range: SourceRange
  ) throws(Diagnostic) -> (Location, Int) {
    try enter(at: range)
    defer { leave() }
    let result: (Location, parts: Int)
    switch syntax {
    case .unknown: result = (.unknown, 1)
    case .file(let position): result = (.file(position), 1)
    case .name(let name, nil): result = (.name(name, .unknown), 1)
    case .name(let name, let child?):
      let (location, parts) = try resolve(child, at: range)
      result = (.name(name, location), parts + 1)
    case .callSite(let callee, let caller):
      let (first, firstParts) = try resolve(callee, at: range)
      let (second, secondParts) = try resolve(caller, at: range)
      result = (.callSite(callee: first, caller: second), firstParts + secondParts + 1)
    case .fused(let syntaxes):
      var locations: [Location] = []
      var parts = 1
      for syntax in syntaxes {
        let (location, more) = try resolve(syntax, at: range)
        locations.append(location)
        parts += more
      }
      result = (.fused(locations), parts)
    case .alias(let name, _):
      result = try resolveAlias(name)
    }
    guard result.parts <= limits.locationParts else {
      throw error("location has more than \(limits.locationParts) parts", at: range)
    }
    return result
  }

  private mutating func resolveAlias(_ name: String) throws(Diagnostic) -> (Location, parts: Int) {
    guard let alias = locationAliases[name], let definition = alias.definition else {
      preconditionFailure("aliases are checked before they are resolved")
    }
    switch alias.state {
    case .resolved(let location, let parts):
      return (location, parts)
    case .inProgress:
      throw error("location alias '#\(name)' refers to itself", at: alias.range)
    case .unresolved:
      locationAliases[name]?.state = .inProgress
      let (location, parts) = try resolve(definition, at: alias.range)
      locationAliases[name]?.state = .resolved(location, parts: parts)
      return (location, parts)
    }
  }

  private mutating func enter(at range: SourceRange) throws(Diagnostic) {
    depth += 1
    if depth > limits.nesting {
      throw error("location nests more than \(limits.nesting) levels deep", at: range)
    }
  }
}
