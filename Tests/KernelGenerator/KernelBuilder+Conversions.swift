import IR

extension KernelBuilder {
  /// One conversion of a tile of `shape`.
  mutating func addConversion(_ shape: Shape) {
    switch random.number(in: 0...7) {
    case 0, 1: addIntegerConversion(shape)
    case 2: addFromInteger(shape)
    case 3: addToInteger(shape)
    case 4, 5: addFloatConversion(shape)
    case 6: addSmallFloat(shape)
    default: addBitcast(shape)
    }
  }

  private mutating func addIntegerConversion(_ shape: Shape) {
    let from = random.pick([ScalarType.i1, .i8, .i16, .i32, .i64])
    let to = random.pick([ScalarType.i1, .i8, .i16, .i32, .i64].filter { $0 != from })
    let source = number(.of(shape, .scalar(from))).value
    let type = Type.of(shape, .scalar(to))
    let opcode = to.bitWidth < from.bitWidth ? .trunci : random.pick([Opcode.extsi, .extui])
    keep(insert(opcode, [source], type))
  }

  private mutating func addFromInteger(_ shape: Shape) {
    let from = random.pick([ScalarType.i8, .i16, .i32, .i64])
    let to = random.pick(Self.floats)
    let isSigned = random.isOnce(in: 2)
    // Larger numbers would be infinite in the smallest formats.
    if to == .f16, from.bitWidth > (isSigned ? 16 : 8) { return addIntegerConversion(shape) }
    let source = number(.of(shape, .scalar(from))).value
    let bits = isSigned ? from.bitWidth - 1 : from.bitWidth
    let isExact = bits < 62 && 1 << bits <= to.exactLimit
    keep(
      insert(isSigned ? .sitofp : .uitofp, [source], .of(shape, .scalar(to))),
      magnitude: isExact ? 1 << bits : nil)
  }

  private mutating func addToInteger(_ shape: Shape) {
    let from = random.pick(Self.floats)
    let type = Type.of(shape, .scalar(from))
    let source = exactNumber(type)
    let fitting = Self.integers.filter { scalar in
      scalar.bitWidth == 64 || (source.magnitude ?? Int.max) < 1 << (scalar.bitWidth - 1)
    }
    let result = Type.of(shape, .scalar(random.pick(fitting)))
    if random.isOnce(in: 2) {
      keep(insert(.fptosi, [source.value], result))
    } else {
      keep(insert(.fptoui, [insert(.absf, [source.value], type)], result))
    }
  }

  private mutating func addFloatConversion(_ shape: Shape) {
    let widening: [(ScalarType, ScalarType)] = [
      (.f16, .f32), (.bf16, .f32), (.f32, .f64), (.f16, .f64),
    ]
    let narrowing: [(ScalarType, ScalarType)] = [(.f32, .f16), (.f32, .bf16), (.f64, .f32)]
    if random.isOnce(in: 2) {
      let (from, to) = random.pick(widening)
      let source = number(.of(shape, .scalar(from)))
      keep(
        insert(.extf, [source.value], .of(shape, .scalar(to))), magnitude: source.magnitude)
      return
    }
    let (from, to) = random.pick(narrowing)
    let source = exactNumber(.of(shape, .scalar(from)))
    let magnitude = source.magnitude ?? Int.max
    // What rounds is right as well, as long as it stays finite.
    guard magnitude <= 60000 else { return addBitcast(shape) }
    let kept = magnitude <= to.exactLimit ? magnitude : nil
    let type = Type.of(shape, .scalar(to))
    if from == .f32, random.isOnce(in: 3) {
      let rounding = random.pick([RoundingMode.nearestEven, .towardZero])
      keep(
        insert(ConvertFloat(source: source.value, rounding: rounding, type: type)),
        magnitude: kept)
    } else {
      keep(insert(.truncf, [source.value], type), magnitude: kept)
    }
  }

  private mutating func addSmallFloat(_ shape: Shape) {
    let small = random.pick([ScalarType.f8E4M3FN, .f8E5M2])
    let wide = random.pick([ScalarType.f16, .bf16, .f32])
    let (smallType, wideType) = (Type.of(shape, .scalar(small)), Type.of(shape, .scalar(wide)))
    if random.isOnce(in: 2) {
      let source = number(smallType)
      keep(
        insert(ConvertFloat(source: source.value, rounding: nil, type: wideType)),
        magnitude: source.magnitude)
      return
    }
    let source = exactNumber(wideType)
    let magnitude = source.magnitude ?? Int.max
    guard magnitude <= 400 else { return addBitcast(shape) }
    keep(
      insert(ConvertFloat(source: source.value, rounding: .nearestEven, type: smallType)),
      magnitude: magnitude <= small.exactLimit ? magnitude : nil)
  }

  private mutating func addBitcast(_ shape: Shape) {
    let (number, float) = random.pick([
      (ScalarType.i16, ScalarType.f16), (.i16, .bf16), (.i32, .f32), (.i64, .f64),
    ])
    let (integers, floats) = (Type.of(shape, .scalar(number)), Type.of(shape, .scalar(float)))
    let opcode = random.pick([Opcode.arithBitcast, .bitcast])
    let source = self.number(floats)
    let bits = insert(opcode, [source.value], integers)
    keep(bits)
    if random.isOnce(in: 2) {
      keep(insert(opcode, [bits], floats), magnitude: source.magnitude)
    }
  }
}
