import PTX

/// What is known of some of a function's registers.
///
/// An entry for each register up to the last one with a fact. It stands where a dictionary would, since
/// looking up that another type of keys is `Hashable` takes a first compile 0.1 ms.
struct RegisterMap<Fact> {
  /// For each class the facts by the numbers of its registers.
  private var facts: [[Fact?]] = Array(repeating: [], count: RegisterClass.allCases.count)

  /// What is known of `register`.
  subscript(register: Register) -> Fact? {
    get {
      let (known, index) = (facts[Int(register.registerClass.rawValue)], Int(register.index))
      return index < known.count ? known[index] : nil
    }
    set {
      let (kind, index) = (Int(register.registerClass.rawValue), Int(register.index))
      if index >= facts[kind].count {
        if newValue == nil { return }
        facts[kind].append(
          contentsOf: repeatElement(nil, count: index + 1 - facts[kind].count))
      }
      facts[kind][index] = newValue
    }
  }
}
