import IR
import PTX

/// Loads of elements side by side that start at no multiple of their size together.
///
///     memory    |a0 a1|a2 a3|a4 a5|    three parts of half the size around what is wanted
///     wanted        a1 a2 a3 a4        starts 1 word behind a multiple of 2
///     by bit 0:     a1 a2 a3 a4        the words move down by 1 if that bit of the distance is set
///
/// Elements of less than 32 bits then move by what is left of the distance, two words giving one.
/// Two parts of the whole size would be a load less, but twice the moves: layer norm of 12345 halves
/// on an H200 is 1.5 % faster like this.
extension KernelLowering {
  /// How many elements side by side the load `op` may read in parts around them; `nil` if a part would
  /// be no more than an element.
  mutating func shiftedLength(of op: OpID, _ element: ElementType) -> Int? {
    let count = accessLength(of: op, element: element, isAligned: true)
    return ShiftedAccess(element: element, count: count).map { _ in count }
  }

  /// `count` elements that stand side by side at `address`, wherever that is.
  mutating func shiftedRun(
    _ load: Load, _ element: ElementType, at address: Address, mask: Register?,
    others: [Register]?, count: Int
  ) -> [Register] {
    guard let access = ShiftedAccess(element: element, count: count) else {
      preconditionFailure("\(count) elements of \(element) fill no parts")
    }
    let (base, offset) = start(of: address, access.byteCount)
    let words = loadedWords(load, access, at: base, offset: offset, mask: mask)
    var result = shifted(words, by: base, access)
    if let mask, let others {
      result = zip(result, packed(others, access.whole, element)).map { word, other in
        builder.compute(
          "selp.b32", .bits32, .register(word), .register(other), .register(mask))
      }
    }
    return unpacked(result, access.whole, element)
  }

  /// A register with an address from which `address` is a multiple of `byteCount` away, so that runs
  /// at several such distances share what is computed of it.
  private mutating func start(
    of address: Address, _ byteCount: Int64
  ) -> (base: Register, offset: Int64) {
    guard case .register(let base) = address.base else {
      preconditionFailure("the address of a tile's element is in a register")
    }
    let distance = address.offset & (byteCount - 1)
    if distance == 0 { return (base, address.offset) }
    let moved = builder.compute("add.s64", .bits64, .register(base), .integer(distance))
    return (moved, address.offset - distance)
  }

  /// The words of the parts around what is `offset` bytes behind `base`; zeros where `mask` is false.
  private mutating func loadedWords(
    _ load: Load, _ access: ShiftedAccess, at base: Register, offset: Int64, mask: Register?
  ) -> [Register] {
    let first = builder.compute(
      "and.b64", .bits64, .register(base), .integer(-access.partBytes))
    let end = builder.compute(
      "add.s64", .bits64, .register(base), .integer(access.byteCount - 1))
    // Where what is wanted starts with a part, that is the last of its own parts once more.
    let last = builder.compute(
      "and.b64", .bits64, .register(end), .integer(-access.partBytes))
    let parts =
      stride(from: 0, to: access.byteCount, by: Int(access.partBytes)).map {
        Address(first, offset: offset + $0)
      } + [Address(last, offset: offset)]
    return parts.flatMap { part in
      let registers = (0..<access.part.registerCount).map { _ in builder.makeRegister(.bits32) }
      if let mask {
        let zero = integer(0, .bits32)
        for register in registers { move(zero, to: register) }
        builder.condition = Instruction.Guard(mask)
      }
      builder.emit(
        "ld" + load.words + access.part.suffix,
        [access.part.operand(registers), .address(part)])
      builder.condition = nil
      return registers
    }
  }

  /// Of the `words` of all parts those that start where `address` lies in the first part.
  private mutating func shifted(
    _ words: [Register], by address: Register, _ access: ShiftedAccess
  ) -> [Register] {
    let place = builder.compute("cvt.u32.u64", .bits32, .register(address))
    let count = access.whole.registerCount
    let splitsWords = access.whole.elementsPerRegister > 1
    var words = words
    if access.part.registerCount == 2 {
      let bit = builder.compute("and.b32", .bits32, .register(place), .integer(4))
      let isSecond = builder.compute("setp.ne.s32", .predicate, .register(bit), .integer(0))
      words = (0..<(count + (splitsWords ? 1 : 0))).map { index in
        builder.compute(
          "selp.b32", .bits32, .register(words[index + 1]), .register(words[index]),
          .register(isSecond))
      }
    }
    guard splitsWords else { return words }
    // The shift looks at the low five bits, the distance within a word in bits.
    let bits = builder.compute("shl.b32", .bits32, .register(place), .integer(3))
    return (0..<count).map { index in
      builder.compute(
        "shf.r.wrap.b32", .bits32, .register(words[index]), .register(words[index + 1]),
        .register(bits))
    }
  }
}
