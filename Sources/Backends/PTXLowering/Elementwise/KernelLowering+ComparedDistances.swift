import IR
import PTX
import Passes

/// A comparison of places in a range with a number that is the same everywhere.
struct ComparedDistances {
  /// The places, none of which is negative.
  fileprivate let places: [Register]
  /// How the number's distance from the start of a place compares to the rest of the place.
  fileprivate let word: String
  /// The number, or -1 if it is less: no place is below, so that nothing changes, and no difference
  /// overflows.
  fileprivate let limit: Register
}

extension KernelLowering {
  /// What to compare if `op` compares places in a range with one number, as a mask at the end of a
  /// row; `nil` if it is something else, or not worth it for `count` elements of a thread that
  /// differ.
  ///
  ///     add.s32 %b, %a, 512;                        sub.s32 %d, %n, %a;
  ///     setp.lt.s32 %p, %a, %n;             ->      setp.gt.s32 %p, %d, 0;
  ///     setp.lt.s32 %q, %b, %n;                     setp.gt.s32 %q, %d, 512;
  ///
  /// All elements then follow from one register, so that the assembler compares again at each use
  /// rather than keep many predicates, of which there are seven.
  mutating func comparedDistances(
    _ op: OpID, _ operands: [[Register]], count: Int
  ) -> ComparedDistances? {
    guard let comparison = module.view(op, as: CompareInteger.self),
      module.type(of: comparison.lhs).element?.bitWidth == 32, Self.isComparedAgain(count)
    else { return nil }
    for (places, number, isSwapped) in [
      (comparison.lhs, operands[1], false), (comparison.rhs, operands[0], true),
    ] {
      guard let word = comparison.predicate.word(isSwapped: isSwapped), Set(number).count == 1,
        let bounds = IntegerBounds(of: places, in: module), bounds.lower >= 0
      else { continue }
      return ComparedDistances(
        places: operands[isSwapped ? 1 : 0], word: word,
        limit: builder.compute("max.s32", .bits32, .register(number[0]), .integer(-1)))
    }
    return nil
  }

  /// The element of the comparison in the register at `index`.
  mutating func compared(_ distances: ComparedDistances, at index: Int) -> Register {
    let place = distances.places[index]
    var (base, distance) = builder.sum(thatComputed: place)
    // What a place was computed from might be negative then.
    if distance < 0 { (base, distance) = (place, 0) }
    let rest = builder.compute(
      "sub.s32", .bits32, .register(distances.limit), .register(base))
    return builder.compute(
      "setp.\(distances.word).s32", .predicate, .register(rest), .integer(distance))
  }

  /// Whether `count` predicates are better computed at each use than kept.
  ///
  /// On rows of 32768 elements on an H200, 8 predicates (rms norm, 16 warps) gave 3863 GB/s computed
  /// again and 3663 kept, 16 (layer norm, 8 warps) 3221 and 3288, there with a comparison for each element of a run. Of
  /// 32 (rms norm of 12345, 16 warps) ptxas makes 704 instructions kept and 536 computed again.
  private static func isComparedAgain(_ count: Int) -> Bool { count <= 8 || count > 16 }
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
