/// How many registers of each class a function declares.
package struct RegisterCounts: Hashable, Sendable {
  private var counts: [UInt32]

  /// No registers.
  package init() { counts = Array(repeating: 0, count: RegisterClass.allCases.count) }

  /// How many registers of `registerClass` there are.
  package subscript(registerClass: RegisterClass) -> Int {
    get { Int(counts[Int(registerClass.rawValue)]) }
    set { counts[Int(registerClass.rawValue)] = UInt32(newValue) }
  }

  /// Whether `register` is one of those declared.
  package func contains(_ register: Register) -> Bool {
    register.index < counts[Int(register.registerClass.rawValue)]
  }

  /// Declares one more register of `registerClass` and returns it.
  package mutating func makeRegister(_ registerClass: RegisterClass) -> Register {
    let register = Register(registerClass, self[registerClass])
    self[registerClass] += 1
    return register
  }
}
