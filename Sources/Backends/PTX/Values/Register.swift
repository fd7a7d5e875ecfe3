/// A virtual register: a class and a number within it.
///
/// A function declares how many registers of each class it has; numbers start at 0.
package struct Register: Hashable, Sendable, BitwiseCopyable {
  /// Which values the register holds.
  package let registerClass: RegisterClass
  /// Its number among the registers of its class.
  package let index: UInt32

  /// Register `index` of `registerClass`.
  package init(_ registerClass: RegisterClass, _ index: Int) {
    (self.registerClass, self.index) = (registerClass, UInt32(index))
  }
}

extension Register: CustomStringConvertible {
  package var description: String { "\(registerClass.prefix)\(index)" }
}

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
