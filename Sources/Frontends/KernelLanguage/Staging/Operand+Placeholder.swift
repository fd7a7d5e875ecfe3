import IR
import TileSemantics

/// Operands that stand for no value of the module.
extension Operand {
  /// What an operation returns that was refused. Whatever is computed from it is erroneous too,
  /// silently, so that each mistake is reported once.
  static let erroneous = Operand(ValueID(index: .max), .i32)

  /// What a variable holds before it is given a value.
  static let undefined = Operand(ValueID(index: .max - 1), .i32)

  /// The operand comes from a mistake that has been reported.
  var isErroneous: Bool { value == Operand.erroneous.value }

  /// The operand stands for a variable without a value.
  var isUndefined: Bool { value == Operand.undefined.value }

  /// The operand stands for no value of the module.
  var isPlaceholder: Bool { isErroneous || isUndefined }

  /// The extents as a kernel sees them. A mistake has extents too, so that asking for one does not
  /// make another mistake of it.
  var visibleShape: [Int] {
    isPlaceholder
      ? Array(repeating: 1, count: Shape.maximumRank) : type.shape.extents
  }
}
