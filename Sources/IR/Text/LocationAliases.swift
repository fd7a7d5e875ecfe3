/// The short names that a text gives to its locations: `#loc`, `#loc1`, …
struct LocationAliases {
  private var numbers: [Location: Int] = [:]
  private var pending = ""

  /// Gives `location` and those it is made of an alias, the innermost first.
  mutating func add(_ location: Location) {
    if numbers[location] != nil { return }
    switch location {
    case .unknown: return
    case .file: break
    case .name(_, let inner): add(inner)
    case .callSite(let callee, let caller):
      add(callee)
      add(caller)
    case .fused(let parts):
      for part in parts { add(part) }
    }
    let body = body(of: location)
    let number = numbers.count
    numbers[location] = number
    pending += "\(name(number)) = loc(\(body))\n"
  }

  /// How the text names `location` in `loc(…)`.
  func reference(to location: Location) -> String {
    numbers[location].map { name($0) } ?? body(of: location)
  }

  /// The definitions of the aliases that were added since the last call.
  mutating func takeDefinitions() -> String {
    defer { pending = "" }
    return pending
  }

  private func name(_ number: Int) -> String { number == 0 ? "#loc" : "#loc\(number)" }

  private func body(of location: Location) -> String {
    switch location {
    case .unknown: "unknown"
    case .file(let position): "\(position.file.quoted):\(position.line):\(position.column)"
    case .name(let name, .unknown): name.quoted
    case .name(let name, let inner): "\(name.quoted)(\(reference(to: inner)))"
    case .callSite(let callee, let caller):
      "callsite(\(reference(to: callee)) at \(reference(to: caller)))"
    case .fused(let parts):
      "fused[" + parts.map { reference(to: $0) }.joined(separator: ", ") + "]"
    }
  }
}
