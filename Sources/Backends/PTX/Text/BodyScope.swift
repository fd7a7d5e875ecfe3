/// What the names in a block of a function's body stand for.
struct BodyScope {
  /// Registers declared together, `%r<10>`.
  struct RegisterRange {
    var registerClass: RegisterClass
    var base: Int
    var count: Int
  }

  /// Registers with a declaration of their own.
  var registers: [String: Register] = [:]
  /// Registers declared together, by what their names begin with.
  var ranges: [String: RegisterRange] = [:]
  /// Variables and parameters, by the names that they have in the text.
  var variables: [String: String] = [:]
  /// Labels that the block names, by their numbers in `BodyLabels`.
  var labels: [String: Int] = [:]
  /// The labels of `labels` in the order in which they were named.
  var labelOrder: [String] = []

  /// The register that `name` stands for.
  func register(_ name: String) -> Register? {
    if let register = registers[name] { return register }
    // Digits may belong to the name before the number, as in `%r1_5` or `%x2<4>`.
    var prefix = Substring(name)
    var digits = 0
    while let last = prefix.utf8.last, last >= 48, last <= 57, digits < 9 {
      prefix = prefix.dropLast()
      digits += 1
      guard let range = ranges[String(prefix)] else { continue }
      let number = name.dropFirst(prefix.count)
      guard number == "0" || number.first != "0", let index = Int(number), index < range.count
      else { continue }
      return Register(range.registerClass, range.base + index)
    }
    return nil
  }

  /// Whether a register called `name` is declared here.
  func declaresRegister(_ name: String) -> Bool { register(name) != nil }
}
