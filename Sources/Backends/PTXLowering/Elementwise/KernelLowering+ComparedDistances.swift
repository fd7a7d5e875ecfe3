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
    guard let comparison = module.view(op, as: CompareInteger.self), operands[0].count > 1,
      module.type(of: comparison.lhs).element?.bitWidth == 32
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
