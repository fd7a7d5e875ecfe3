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
