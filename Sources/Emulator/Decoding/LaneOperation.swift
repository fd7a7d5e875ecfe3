/// Operations that compute one value from up to three in the same lane.
enum LaneOperation: UInt8 {
  // Integers
  case add, sub, mulLo, mulHi, mulWide, madLo, madHi, madWide, div, rem, min, max, abs, neg
  case addSaturating, subSaturating, madHiSaturating
  case dotProduct
  case popc, clz, bfind, bfindShift, brev, and, or, xor, not, lop3, shl, shr
  case funnelLeftClamp, funnelLeftWrap, funnelRightClamp, funnelRightWrap
  case permute, permuteF4E, permuteB4E, permuteRC8, permuteECL, permuteECR, permuteRC16
  case select
  case addPacked, minPacked, maxPacked
  // Floats; one operation serves all formats
  case floatAdd, floatSub, floatMul, floatFMA, floatDiv, floatReciprocal, floatSquareRoot
  case floatAbs, floatNeg, floatMin, floatMax, copySign
  case divApproximate, reciprocalApproximate, squareRootApproximate
  case reciprocalSquareRootApproximate, sine, cosine, logarithm2, exponential2, tangentHyperbolic
  // Conversions
  case integerToInteger, floatToInteger, integerToFloat, floatToFloat, floatToIntegral
  case packFloats, pairToFloat8, float8ToPair, packIntegers16, packIntegers8
  case move
}

extension LaneOperation {
  /// What an operation works on.
  enum Family { case integer, float, conversion }

  /// What the operation works on.
  var family: Family {
    if rawValue < Self.floatAdd.rawValue || self == .move { return .integer }
    return rawValue < Self.integerToInteger.rawValue ? .float : .conversion
  }
}
