/// What the compiler is told of an argument's value, so that each kind makes a kernel of its own.
package enum ArgumentSpecialization: UInt8, Sendable {
  /// Nothing.
  case none
  /// A number or an address that is a multiple of 16.
  case multipleOf16
  /// The number 1, which is a constant in the kernel.
  case one
}

extension LaunchArgument {
  /// What the compiler is told of the value.
  package var specialization: ArgumentSpecialization {
    switch value {
    case .none: return .none
    case .number(let bits, let type):
      // Integers of fewer bits count nothing in memory.
      guard type.isInteger, type.bitWidth >= 32 else { return .none }
      return bits == 1 ? .one : bits % Self.divisor == 0 ? .multipleOf16 : .none
    case .buffer(let storage, _): return storage.isAligned ? .multipleOf16 : .none
    case .tensor: return .none
    }
  }

  /// Accesses of so many bytes are the widest.
  private static let divisor: UInt64 = 16
}
