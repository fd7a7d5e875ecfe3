import IR

/// How far a result may be from a recorded one.
///
/// A difference passes if it is at most `relative` of the recorded value, or at most `absolute` of
/// the largest recorded value in the buffer: where a long sum cancels, its error is that of the
/// summands.
public struct Tolerance: Hashable, Sendable {
  /// The share of a recorded value that a result may differ from it by.
  public var relative: Double
  /// The share of the buffer's largest recorded value that a result may differ by.
  public var absolute: Double

  /// No difference at all.
  public static let exact = Tolerance(relative: 0, absolute: 0)

  /// The table: how much of a value one element type's rounding may cost, before reductions.
  ///
  /// A few units in the last place for the transcendental functions, whose approximations differ.
  private static let perElement: [ScalarType: Double] = [
    .f8E4M3FN: 0x1p-3, .f8E4M3FNUZ: 0x1p-3, .f8E5M2: 0x1p-2, .f8E5M2FNUZ: 0x1p-2,
    .f16: 0x1p-9, .bf16: 0x1p-6, .f32: 0x1p-20, .f64: 0x1p-48,
  ]

  /// What rounding an operand of a product to tf32 may cost; hardware cuts off the bits instead.
  private static let roundedOperand = 0x1p-9

  /// The tolerance for a buffer of `element`s into which arithmetic with `profile` flows.
  public static func forElements(
    of element: ScalarType, in profile: ArithmeticProfile
  ) -> Tolerance {
    guard element.isFloat, profile.isInexact, var relative = perElement[element] else {
      return .exact
    }
    if let narrowest = profile.narrowest, let inner = perElement[narrowest] {
      relative = max(relative, inner)
    }
    if profile.roundsOperands { relative = max(relative, roundedOperand) }
    guard profile.reductionLength > 1 else { return Tolerance(relative: relative, absolute: 0) }
    // Errors of a sum grow like the square root of its length when they are independent.
    let growth = Double(profile.reductionLength).squareRoot()
    let summand = max(perElement[.f32] ?? 0, profile.roundsOperands ? roundedOperand : 0)
    return Tolerance(relative: relative, absolute: min(0.01, summand * growth))
  }
}
