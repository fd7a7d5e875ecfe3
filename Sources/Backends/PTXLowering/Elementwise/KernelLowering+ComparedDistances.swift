import IR
import PTX
import Passes

extension KernelLowering {
  /// The elements of a comparison of places in a range with a number that is the same everywhere, as
  /// a mask at the end of a row; `nil` if `op` is something else.
  ///
  ///     add.s32 %b, %a, 512;                        sub.s32 %d, %n, %a;
  ///     setp.lt.s32 %p, %a, %n;             ->      setp.gt.s32 %p, %d, 0;
  ///     setp.lt.s32 %q, %b, %n;                     setp.gt.s32 %q, %d, 512;
  ///
  /// All elements then follow from one register, so that the assembler compares again at each use
  /// rather than keep many predicates, of which there are seven.
  mutating func comparedDistances(_ op: OpID, _ operands: [[Register]]) -> [Register]? {
    guard let comparison = module.view(op, as: CompareInteger.self),
      module.type(of: comparison.lhs).element?.bitWidth == 32,
      Self.isComparedAgain(distinctElementCount(of: module.result(of: op)))
    else { return nil }
    for (places, number, isSwapped) in [
      (comparison.lhs, operands[1], false), (comparison.rhs, operands[0], true),
    ] {
      guard let word = comparison.predicate.word(isSwapped: isSwapped), Set(number).count == 1,
        let bounds = IntegerBounds(of: places, in: module), bounds.lower >= 0
      else { continue }
      return compared(isSwapped ? operands[1] : operands[0], word, with: number[0])
    }
    return nil
  }

  /// Whether `count` predicates are better computed at each use than kept.
  ///
  /// Measured on rows of 32768 elements on an H200: 8 predicates (rms norm, 16 warps) take 5 % less
  /// time computed again, 16 (layer norm, 8 warps), which fill one register as bits, 2 % less kept. Of
  /// 32 those computed again take 15 % less (softmax of 12345, 8 warps).
  private static func isComparedAgain(_ count: Int) -> Bool { count <= 8 || count > 16 }

  /// How many elements of a tile a thread computes.
  private mutating func distinctElementCount(of value: ValueID) -> Int {
    firstEqualRegisters(of: value).map { Set($0).count } ?? registerCount(of: value)
  }

  /// Whether the distance from the start of each of `places` to `number` compares to the rest of the
  /// place as `word` says.
  ///
  /// - Requires: no place is negative.
  private mutating func compared(
    _ places: [Register], _ word: String, with number: Register
  ) -> [Register] {
    // No place is below, so that nothing changes for numbers that are, and no difference overflows.
    let limit = builder.compute("max.s32", .bits32, .register(number), .integer(-1))
    return places.map { place in
      var (base, distance) = builder.sum(thatComputed: place)
      // What a place was computed from might be negative then.
      if distance < 0 { (base, distance) = (place, 0) }
      let rest = builder.compute("sub.s32", .bits32, .register(limit), .register(base))
      return builder.compute(
        "setp.\(word).s32", .predicate, .register(rest), .integer(distance))
    }
  }
}

extension CompareInteger.Predicate {
  /// How `number - base` compares to `distance` if `base + distance` compares to `number` in this
  /// way, or `number` to `base + distance` if `isSwapped`; `nil` if this is no order of numbers with
  /// sign.
  fileprivate func word(isSwapped: Bool) -> String? {
    switch self {
    case .slt: isSwapped ? "lt" : "gt"
    case .sle: isSwapped ? "le" : "ge"
    case .sgt: isSwapped ? "gt" : "lt"
    case .sge: isSwapped ? "ge" : "le"
    default: nil
    }
  }
}
