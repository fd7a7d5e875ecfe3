import IR

extension KernelBuilder {
  static let integers: [ScalarType] = [.i8, .i16, .i32, .i32, .i64]
  static let floats: [ScalarType] = [.f16, .bf16, .f32, .f32, .f64]

  private static let bitwise: [Opcode] = [.andi, .ori, .xori]
  private static let sums: [Opcode] = [
    .addi, .subi, .muli, .andi, .ori, .xori, .minsi, .minui, .maxsi, .maxui,
  ]
  private static let shifts: [Opcode] = [.shli, .shrsi, .shrui]
  private static let divisions: [Opcode] = [.divsi, .divui, .remsi, .remui]

  /// One operation on tiles of `shape`.
  mutating func addElementwise(_ shape: Shape) {
    switch random.number(in: 0...9) {
    case 0...3: addInteger(.of(shape, .scalar(random.pick(Self.integers))))
    case 4...6: addFloat(.of(shape, .scalar(random.pick(Self.floats))))
    case 7: addComparison(shape)
    case 8: addSelection(shape)
    default:
      let type = Type.of(shape, .scalar(.i1))
      keep(insert(random.pick(Self.bitwise), [number(type).value, number(type).value], type))
    }
  }

  /// One operation on integers of `type`, with a meaning for all operands that occur.
  mutating func addInteger(_ type: Type) {
    let width = type.scalar?.bitWidth ?? 32
    let value = number(type).value
    switch random.number(in: 0...9) {
    case 0...5: keep(insert(random.pick(Self.sums), [value, number(type).value], type))
    case 6:
      let amount =
        random.isOnce(in: 2)
        ? constant(random.number(in: 0...width - 1), type)
        : insert(.andi, [number(type).value, constant(width - 1, type)], type)
      keep(insert(random.pick(Self.shifts), [value, amount], type))
    case 7: addDivision(of: value, type)
    case 8: keep(insert(.absi, [value], type))
    default:
      // The upper half of a product exists for registers of 32 and 64 bits.
      guard width >= 32 else { return addDivision(of: value, type) }
      keep(insert(.mulhiui, [value, number(type).value], type))
    }
  }

  private mutating func addDivision(of value: ValueID, _ type: Type) {
    let opcode = random.pick(Self.divisions)
    let width = type.scalar?.bitWidth ?? 32
    if random.isOnce(in: 2) {
      let divisor = constant(random.pick([1, 2, 3, 5, 7, 8, 16, 100]), type)
      keep(insert(opcode, [value, divisor], type))
      return
    }
    // An odd number is not zero, and one without sign is not -1.
    let largest = width == 64 ? Int.max : 1 << (width - 1) - 1
    let positive = insert(.andi, [number(type).value, constant(largest, type)], type)
    let divisor = insert(.ori, [positive, constant(1, type)], type)
    keep(insert(opcode, [value, divisor], type))
  }

  /// One operation on floats of `type` that hold integers, and hold the result exactly.
  mutating func addFloat(_ type: Type) {
    let limit = type.scalar?.exactLimit ?? 0
    let (lhs, rhs) = (exactNumber(type), exactNumber(type))
    let (left, right) = (lhs.magnitude ?? limit, rhs.magnitude ?? limit)
    let both = [lhs.value, rhs.value]
    switch random.pick([0, 0, 1, 1, 2, 3, 4, 5, 6]) {
    case 0 where left + right <= limit:
      keep(insert(random.pick([.addf, .subf]), both, type), magnitude: left + right)
    case 1 where left * right <= limit:
      keep(insert(.mulf, both, type), magnitude: left * right)
    case 2 where left * right <= limit / 2:
      let addend = exactNumber(type)
      let sum = left * right + (addend.magnitude ?? limit)
      guard sum <= limit else { return addUnary(lhs, type) }
      keep(insert(.fma, both + [addend.value], type), magnitude: sum)
    case 3:
      let opcode = random.pick([Opcode.minimumf, .maximumf, .minnumf, .maxnumf])
      keep(insert(opcode, both, type), magnitude: max(left, right))
    case 4 where type.scalar == .f32:
      let divisor = insert(
        Constant(bits: ScalarType.f32.bits(of: random.pick([3, 7, 10])), type: type))
      keep(insert(.preciseDivf, [lhs.value, divisor], type))
    case 5 where type.scalar == .f32:
      let positive = insert(.absf, [lhs.value], type)
      keep(insert(.preciseSqrt, [positive], type))
    default: addUnary(lhs, type)
    }
  }

  private mutating func addUnary(_ operand: Number, _ type: Type) {
    // Rounding to an integer exists for 32 and 64 bits.
    let isWide = (type.scalar?.bitWidth ?? 0) >= 32
    let opcode = random.pick(isWide ? [Opcode.negf, .absf, .floor, .ceil] : [.negf, .absf])
    keep(insert(opcode, [operand.value], type), magnitude: operand.magnitude)
  }

  mutating func addComparison(_ shape: Shape) {
    let result = Type.of(shape, .scalar(.i1))
    if random.isOnce(in: 2) {
      let type = Type.of(shape, .scalar(random.pick(Self.integers)))
      let predicate = random.pick(CompareInteger.Predicate.allCases)
      keep(
        insert(
          CompareInteger(
            predicate, lhs: number(type).value, rhs: number(type).value, type: result)))
    } else {
      let type = Type.of(shape, .scalar(random.pick(Self.floats)))
      let predicate = random.pick(
        CompareFloat.Predicate.allCases.filter { $0 != .alwaysFalse && $0 != .alwaysTrue })
      keep(
        insert(
          CompareFloat(predicate, lhs: number(type).value, rhs: number(type).value, type: result)))
    }
  }

  mutating func addSelection(_ shape: Shape) {
    let type = Type.of(shape, .scalar(random.pick(Self.integers + Self.floats)))
    let condition = number(random.isOnce(in: 5) ? .i1 : type.with(element: .i1))
    let (first, second) = (number(type), number(type))
    let selection = Select(
      condition: condition.value, whenTrue: first.value, whenFalse: second.value, type: type)
    keep(insert(selection), magnitude: Self.larger(first, second))
  }

  /// The magnitude of what may be either of two numbers.
  static func larger(_ first: Number, _ second: Number) -> Int? {
    guard let left = first.magnitude, let right = second.magnitude else { return nil }
    return max(left, right)
  }
}
