import Support

extension Parser {
  /// The place of the alias `name` in the list of aliases, where it is put if need be.
  mutating func numberOfAlias(_ name: String, at range: SourceRange) -> Int {
    if let number = locationAliasNumbers[name] { return number }
    locationAliasNumbers[name] = locationAliases.count
    locationAliases.append(LocationAlias(name: name, range: range))
    return locationAliases.count - 1
  }

  /// The location that an alias has or will have.
  mutating func locationID(ofAlias number: Int) -> LocationID {
    if let id = locationAliases[number].id { return id }
    let id = module.locations.append(.unknown)
    locationAliases[number].id = id
    return id
  }

  /// `#name = loc(…)`, of which the part up to `=` has been read.
  mutating func defineLocationAlias(_ name: String, at range: SourceRange) throws(ParserError) {
    let number = numberOfAlias(name, at: range)
    guard locationAliases[number].definition == nil, attributeAliases[name] == nil else {
      throw error("alias '#\(name)' is defined twice", at: range)
    }
    let syntax = try parseLocation()
    locationAliases[number].definition = syntax
    locationAliases[number].range = range
  }

  /// Gives every alias its location, at the end of the file.
  mutating func resolveLocations() throws(ParserError) {
    for alias in locationAliases {
      guard let definition = alias.definition else {
        throw undefinedAlias(alias.name, at: alias.range)
      }
      try checkAliases(in: definition)
    }
    for number in locationAliases.indices {
      let (location, _) = try resolveAlias(number)
      guard let id = locationAliases[number].id else { continue }
      module.locations[id] = location
      if module.locationIDs[location] == nil { module.locationIDs[location] = id }
    }
  }

  /// Checks that the aliases in `syntax` are defined.
  private func checkAliases(in syntax: LocationSyntax) throws(ParserError) {
    switch syntax {
    case .unknown, .file, .name(_, nil): break
    case .name(_, let child?): try checkAliases(in: child)
    case .callSite(let callee, let caller):
      try checkAliases(in: callee)
      try checkAliases(in: caller)
    case .fused(let parts):
      for part in parts { try checkAliases(in: part) }
    case .alias(let number, let range):
      let alias = locationAliases[number]
      if alias.definition == nil { throw undefinedAlias(alias.name, at: range) }
    }
  }

  private func undefinedAlias(_ name: String, at range: SourceRange) -> ParserError {
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
  ) throws(ParserError) -> (Location, Int) {
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
    case .alias(let number, _):
      result = try resolveAlias(number)
    }
    guard result.parts <= limits.locationParts else {
      throw error("location has more than \(limits.locationParts) parts", at: range)
    }
    return result
  }

  private mutating func resolveAlias(_ number: Int) throws(ParserError) -> (Location, parts: Int) {
    let alias = locationAliases[number]
    switch alias.state {
    case .resolved(let location, let parts):
      return (location, parts)
    case .inProgress:
      throw error("location alias '#\(alias.name)' refers to itself", at: alias.range)
    case .unresolved:
      locationAliases[number].state = .inProgress
      let (location, parts) = try resolve(alias.definition ?? .unknown, at: alias.range)
      locationAliases[number].state = .resolved(location, parts: parts)
      return (location, parts)
    }
  }

  private mutating func enter(at range: SourceRange) throws(ParserError) {
    depth += 1
    if depth > limits.nesting {
      throw error("location nests more than \(limits.nesting) levels deep", at: range)
    }
  }
}
