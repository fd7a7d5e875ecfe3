import IR

/// Random numbers: Philox, a function of a seed and a counter.
///
/// The numbers are those of Philox-4×32-10, or 4×64 for counters of 64 bits (Salmon et al.,
/// "Parallel Random Numbers: As Easy as 1, 2, 3").
extension TileBuilder {
  /// Four random unsigned integers for each counter.
  ///
  /// - Parameters:
  ///   - seed: an integer; 64 bits of it count.
  ///   - counters: four integers of 32 or 64 bits, of one shape once broadcast.
  public mutating func philox(
    seed: Operand, counters: [Operand], rounds: Int = 10
  ) throws(SemanticError) -> [Operand] {
    try requireIntegers(seed, for: "philox")
    guard counters.count == 4, rounds > 0 else {
      throw SemanticError(
        "philox: \(counters.count) counters and \(rounds) rounds, expected 4 and at least 1")
    }
    let type = counters[0].scalar ?? .i1
    for counter in counters where counter.scalar != type || (type != .i32 && type != .i64) {
      throw SemanticError(
        "philox: counter is \(counter.typeName), expected integers of 32 or 64 bits of one type")
    }
    let wide = try convert(seed, to: .i64, isUnsigned: true)
    var key: (Operand, Operand)
    if type == .i32 {
      key.1 = try upperHalf(of: wide)
      let mask = try constant(0xFFFF_FFFF, .i64, isUnsigned: true)
      key.0 = try convert(binary(.and, wide, mask), to: .i32, isUnsigned: true)
    } else {
      key = (wide, try constant(0, .i64, isUnsigned: true))
    }
    var state = counters.map { Operand($0.value, $0.type, isUnsigned: true) }
    let constants = PhiloxConstants(of: type)
    for _ in 0..<rounds {
      let first = constant(bits: constants.firstMultiplier, type: .scalar(type), isUnsigned: true)
      let second = constant(bits: constants.secondMultiplier, type: .scalar(type), isUnsigned: true)
      let (even, odd) = (state[0], state[2])
      state[0] = try binary(.xor, binary(.xor, mulhi(second, odd), state[1]), key.0)
      state[2] = try binary(.xor, binary(.xor, mulhi(first, even), state[3]), key.1)
      state[1] = try binary(.multiply, second, odd)
      state[3] = try binary(.multiply, first, even)
      key.0 = try binary(
        .add, key.0,
        constant(bits: constants.firstKeyStep, type: .scalar(type), isUnsigned: true))
      key.1 = try binary(
        .add, key.1,
        constant(bits: constants.secondKeyStep, type: .scalar(type), isUnsigned: true))
    }
    return state
  }

  /// Four random `u32` for each offset.
  public mutating func randomIntegers(
    seed: Operand, offset: Operand, rounds: Int = 10
  ) throws(SemanticError) -> [Operand] {
    try requireIntegers(offset, for: "randomIntegers")
    let low = try convert(offset, to: .i32, isUnsigned: true)
    let zero = try binary(.multiply, low, constant(0, .i32, isUnsigned: true))
    let high = offset.scalar == .i64 ? try upperHalf(of: offset) : zero
    return try philox(seed: seed, counters: [low, high, zero, zero], rounds: rounds)
  }

  /// One random `u32` for each offset.
  public mutating func randomInteger(
    seed: Operand, offset: Operand, rounds: Int = 10
  ) throws(SemanticError) -> Operand {
    try randomIntegers(seed: seed, offset: offset, rounds: rounds)[0]
  }

  /// One random `f32` from 0 up to, but not including, 1 for each offset.
  public mutating func randomUniform(
    seed: Operand, offset: Operand, rounds: Int = 10
  ) throws(SemanticError) -> Operand {
    try uniformFloat(randomInteger(seed: seed, offset: offset, rounds: rounds))
  }

  /// Four random `f32` from 0 up to, but not including, 1 for each offset.
  public mutating func randomUniforms(
    seed: Operand, offset: Operand, rounds: Int = 10
  ) throws(SemanticError) -> [Operand] {
    var result: [Operand] = []
    for integer in try randomIntegers(seed: seed, offset: offset, rounds: rounds) {
      result.append(try uniformFloat(integer))
    }
    return result
  }

  /// One normally distributed random `f32` for each offset.
  public mutating func randomNormal(
    seed: Operand, offset: Operand, rounds: Int = 10
  ) throws(SemanticError) -> Operand {
    let integers = try randomIntegers(seed: seed, offset: offset, rounds: rounds)
    let first = try uniformFloat(integers[0])
    let second = try uniformFloat(integers[1])
    return try normalPair(first, second).0
  }

  /// Four normally distributed random `f32` for each offset.
  public mutating func randomNormals(
    seed: Operand, offset: Operand, rounds: Int = 10
  ) throws(SemanticError) -> [Operand] {
    let uniforms = try randomUniforms(seed: seed, offset: offset, rounds: rounds)
    let (first, second) = try normalPair(uniforms[0], uniforms[1])
    let (third, fourth) = try normalPair(uniforms[2], uniforms[3])
    return [first, second, third, fourth]
  }

  /// Integers of 32 or 64 bits spread over the `f32` from 0 up to, but not including, 1.
  public mutating func uniformFloat(_ operand: Operand) throws(SemanticError) -> Operand {
    guard let type = operand.scalar, type == .i32 || type == .i64 else {
      throw SemanticError(
        "uniformFloat: has \(operand.typeName), expected integers of 32 or 64 bits")
    }
    let signed = Operand(operand.value, operand.type)
    // The largest factors for which no product rounds to 1.
    let scale = type == .i32 ? 4.6566127342e-10 : 1.0842020432385337e-19
    let isNegative = try compare(.less, signed, constant(0, type))
    let mirrored = try binary(.subtract, negate(signed), constant(1, type))
    let magnitude = try select(isNegative, mirrored, signed)
    return try binary(.multiply, convert(magnitude, to: .f32), constant(scale, .f32))
  }

  /// Two independent normally distributed numbers from two uniformly distributed ones (Box and
  /// Muller).
  public mutating func normalPair(
    _ first: Operand, _ second: Operand
  ) throws(SemanticError) -> (Operand, Operand) {
    let least = try constant(1.0e-7, .f32)
    let positive = try binary(.maximum(.none), least, first)
    let angle = try binary(.multiply, constant(6.283185307179586, .f32), second)
    let logarithm = try math(.log, positive)
    let radius = try math(.sqrt, binary(.multiply, constant(-2.0, .f32), logarithm))
    return (
      try binary(.multiply, radius, math(.cos, angle)),
      try binary(.multiply, radius, math(.sin, angle))
    )
  }

  /// The upper 32 bits of integers of 64 bits.
  private mutating func upperHalf(of operand: Operand) throws(SemanticError) -> Operand {
    let distance = try constant(32, .i64, isUnsigned: operand.isUnsigned)
    return try convert(binary(.shiftRight, operand, distance), to: .i32, isUnsigned: true)
  }
}

/// The multipliers and key increments of Philox.
private struct PhiloxConstants {
  let firstMultiplier, secondMultiplier, firstKeyStep, secondKeyStep: UInt64

  init(of type: ScalarType) {
    if type == .i32 {
      (firstMultiplier, secondMultiplier) = (0xD251_1F53, 0xCD9E_8D57)
      (firstKeyStep, secondKeyStep) = (0x9E37_79B9, 0xBB67_AE85)
    } else {
      (firstMultiplier, secondMultiplier) = (0xD2E7_470E_E14C_6C93, 0xCA5A_8263_9512_1157)
      (firstKeyStep, secondKeyStep) = (0x9E37_79B9_7F4A_7C15, 0xBB67_AE85_84CA_A73B)
    }
  }
}
