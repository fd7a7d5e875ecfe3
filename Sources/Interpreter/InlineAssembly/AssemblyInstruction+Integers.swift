import Arithmetic

extension AssemblyInstruction {
  /// An instruction on integers or bits.
  static func integer(
    _ base: String, _ modifiers: [String], _ type: AssemblyType
  ) -> AssemblyInstruction? {
    let width = type.width
    let isSigned = type.isSigned
    let read: @Sendable (UInt64) -> UInt64 = { IntegerArithmetic.truncate($0, to: width) }
    switch base {
    case "add": return AssemblyInstruction(2) { read($0[0] &+ $0[1]) }
    case "sub": return AssemblyInstruction(2) { read($0[0] &- $0[1]) }
    case "mul": return product(modifiers, type, addend: false)
    case "mad": return product(modifiers, type, addend: true)
    case "and": return AssemblyInstruction(2) { read($0[0] & $0[1]) }
    case "or": return AssemblyInstruction(2) { read($0[0] | $0[1]) }
    case "xor": return AssemblyInstruction(2) { read($0[0] ^ $0[1]) }
    case "not": return AssemblyInstruction(1) { read(~$0[0]) }
    case "neg": return AssemblyInstruction(1) { read(0 &- $0[0]) }
    case "abs":
      return AssemblyInstruction(1) { IntegerArithmetic.absolute(read($0[0]), width: width) }
    case "min":
      return AssemblyInstruction(2) {
        isSigned
          ? IntegerArithmetic.minimumSigned(read($0[0]), read($0[1]), width: width)
          : Swift.min(read($0[0]), read($0[1]))
      }
    case "max":
      return AssemblyInstruction(2) {
        isSigned
          ? IntegerArithmetic.maximumSigned(read($0[0]), read($0[1]), width: width)
          : Swift.max(read($0[0]), read($0[1]))
      }
    case "shl":
      return AssemblyInstruction(2) {
        IntegerArithmetic.shiftLeft(read($0[0]), by: $0[1] & 0xFFFF_FFFF, width: width)
      }
    case "shr":
      return AssemblyInstruction(2) {
        isSigned
          ? IntegerArithmetic.shiftRightSigned(read($0[0]), by: $0[1] & 0xFFFF_FFFF, width: width)
          : IntegerArithmetic.shiftRightUnsigned(read($0[0]), by: $0[1] & 0xFFFF_FFFF, width: width)
      }
    case "popc": return AssemblyInstruction(1) { IntegerArithmetic.populationCount(read($0[0])) }
    case "clz":
      return AssemblyInstruction(1) { IntegerArithmetic.leadingZeros(read($0[0]), width: width) }
    case "brev":
      return AssemblyInstruction(1) { IntegerArithmetic.reverseBits(read($0[0]), width: width) }
    default: return width == 32 ? word(base, modifiers, type) : nil
    }
  }

  /// `mul.lo`, `mul.hi` and `mul.wide`, and the same with an addend.
  private static func product(
    _ modifiers: [String], _ type: AssemblyType, addend: Bool
  ) -> AssemblyInstruction? {
    let width = type.width
    let isSigned = type.isSigned
    let inputs = addend ? 3 : 2
    let read: @Sendable (UInt64) -> UInt64 = { IntegerArithmetic.truncate($0, to: width) }
    switch modifiers.first {
    case "lo":
      return AssemblyInstruction(inputs) { read($0[0] &* $0[1] &+ (addend ? $0[2] : 0)) }
    case "hi":
      return AssemblyInstruction(inputs) {
        let high =
          isSigned
          ? IntegerArithmetic.multiplyHighSigned(read($0[0]), read($0[1]), width: width)
          : IntegerArithmetic.multiplyHighUnsigned(read($0[0]), read($0[1]), width: width)
        return read(high &+ (addend ? $0[2] : 0))
      }
    case "wide" where width <= 32:
      return AssemblyInstruction(inputs) {
        let lhs =
          isSigned ? IntegerArithmetic.signExtend(read($0[0]), from: width, to: 64) : read($0[0])
        let rhs =
          isSigned ? IntegerArithmetic.signExtend(read($0[1]), from: width, to: 64) : read($0[1])
        return IntegerArithmetic.truncate(lhs &* rhs &+ (addend ? $0[2] : 0), to: 2 * width)
      }
    default: return nil
    }
  }

  /// Instructions that exist for 32 bits only.
  private static func word(
    _ base: String, _ modifiers: [String], _ type: AssemblyType
  ) -> AssemblyInstruction? {
    let low: UInt64 = 0xFFFF_FFFF
    // The two words that a funnel shift works on, the first operand below the second.
    let pair: @Sendable ([UInt64]) -> UInt64 = { ($0[1] & low) << 32 | ($0[0] & low) }
    switch (base, modifiers) {
    case ("prmt", []):
      return AssemblyInstruction(3) {
        IntegerArithmetic.permuteBytes($0[0] & low, $0[1] & low, selector: $0[2])
      }
    case ("lop3", []):
      return AssemblyInstruction(4) { operands in
        // Bit i of the table is the result where the operands' bits are the digits of i.
        (0..<8 as Range<UInt64>).reduce(0) { result, row in
          guard operands[3] >> row & 1 == 1 else { return result }
          let first = row & 4 != 0 ? operands[0] : ~operands[0]
          let second = row & 2 != 0 ? operands[1] : ~operands[1]
          let third = row & 1 != 0 ? operands[2] : ~operands[2]
          return result | (first & second & third & low)
        }
      }
    case ("shf", ["l", "wrap"]):
      return AssemblyInstruction(3) { (pair($0) << ($0[2] & 31)) >> 32 & low }
    case ("shf", ["l", "clamp"]):
      return AssemblyInstruction(3) { (pair($0) << Swift.min($0[2] & low, 32)) >> 32 & low }
    case ("shf", ["r", "wrap"]):
      return AssemblyInstruction(3) { pair($0) >> ($0[2] & 31) & low }
    case ("shf", ["r", "clamp"]):
      return AssemblyInstruction(3) { pair($0) >> Swift.min($0[2] & low, 32) & low }
    case ("bfi", []):
      return AssemblyInstruction(4) {
        let (start, length) = ($0[2] & 0xFF, $0[3] & 0xFF)
        if start > 31 || length == 0 { return $0[1] & low }
        let mask = (length > 31 ? low : (1 << length) - 1) << start & low
        return $0[0] << start & mask | $0[1] & low & ~mask
      }
    case ("bfe", []):
      let isSigned = type.isSigned
      return AssemblyInstruction(3) {
        let (start, length) = (Swift.min($0[1] & 0xFF, 32), Swift.min($0[2] & 0xFF, 32))
        if length == 0 { return 0 }
        let source =
          isSigned ? IntegerArithmetic.signExtend($0[0] & low, from: 32, to: 64) : $0[0] & low
        let field = IntegerArithmetic.truncate(source >> start, to: Int(length))
        return isSigned ? IntegerArithmetic.signExtend(field, from: Int(length), to: 32) : field
      }
    default: return nil
    }
  }
}
