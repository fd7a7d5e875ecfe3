import IR
import Layouts
import PTX
import Support

/// Tiles made of scalars and numbers, and tiles whose elements stay where they are.
extension KernelLowering {
  /// A number, or a tile of numbers.
  mutating func lowerConstant(_ op: OpID) throws(Diagnostic) {
    let constant = Constant(reading: op, of: module)
    let result = module.result(of: op)
    guard let scalar = constant.type.scalar else { throw cannotLower(op) }
    if let bits = constant.splat {
      let register = self.constant(bits, scalar)
      values[result] = Array(repeating: register, count: registerCount(of: result))
      return
    }
    guard case .dense(let elements) = constant.value else { throw cannotLower(op) }
    values[result] = try tableElements(elements.bits, scalar, layout(of: result), op)
  }

  /// A value that nothing is known of: zeros, so that no run differs from another.
  mutating func lowerPoison(_ op: OpID) {
    let result = module.result(of: op)
    let register =
      module.type(of: result).scalar.map { constant(0, $0) } ?? integer(0, .bits64)
    values[result] = Array(repeating: register, count: registerCount(of: result))
  }

  /// The number of the program along an axis.
  mutating func lowerProgramID(_ op: OpID) {
    let axis = GetProgramID(reading: op, of: module).axis
    let special: SpecialRegister =
      switch axis {
      case .x: .blockX
      case .y: .blockY
      case .z: .blockZ
      }
    values[module.result(of: op)] = [builder.compute("mov.u32", .bits32, .special(special))]
  }

  /// How many programs there are along an axis.
  mutating func lowerProgramCount(_ op: OpID) {
    let axis = GetNumPrograms(reading: op, of: module).axis
    let special: SpecialRegister =
      switch axis {
      case .x: .blockCountX
      case .y: .blockCountY
      case .z: .blockCountZ
      }
    values[module.result(of: op)] = [builder.compute("mov.u32", .bits32, .special(special))]
  }

  /// Consecutive numbers: the coordinate of each element, plus where they start.
  mutating func lowerRange(_ op: OpID) {
    let range = MakeRange(reading: op, of: module)
    let result = module.result(of: op)
    let layout = layout(of: result)
    let base = threadImage(layout.threadColumns)
    let threadBits = layout.threadColumns.reduce(0, |)
    values[result] = registerImages(of: layout).map { image in
      // Where the bits are apart, adding is the same, and an addition can move into an address.
      let offset = Int64(image) + Int64(range.start)
      if threadBits & image == 0 {
        return offset == 0
          ? base : builder.compute("add.s32", .bits32, .register(base), .integer(offset))
      }
      let place = builder.compute(
        "xor.b32", .bits32, .register(base), .integer(Int64(image)))
      return range.start == 0
        ? place
        : builder.compute(
          "add.s32", .bits32, .register(place), .integer(Int64(range.start)))
    }
  }

  /// A tile of one scalar.
  mutating func lowerSplat(_ op: OpID) {
    let result = module.result(of: op)
    let source = register(of: module.operand(0, of: op))
    values[result] = Array(repeating: source, count: registerCount(of: result))
  }

  /// The only element of a tile, which every thread holds.
  mutating func lowerUnsplat(_ op: OpID) {
    values[module.result(of: op)] = [registers(of: module.operand(0, of: op))[0]]
  }

  /// Elements get other coordinates and stay in their registers: the layouts say it all.
  mutating func lowerKeepingPlaces(_ op: OpID) {
    values[module.result(of: op)] = registers(of: module.operand(0, of: op))
  }

  /// Elements of two tiles side by side, in neighbouring registers.
  mutating func lowerInterleaving(_ op: OpID) {
    let sides = module.operands(of: op).map { registers(of: $0) }
    values[module.result(of: op)] = zip(sides[0], sides[1]).flatMap { [$0, $1] }
  }

  /// The two elements along the last axis, which stand in neighbouring registers.
  mutating func lowerSplit(_ op: OpID) {
    let registers = registers(of: module.operand(0, of: op))
    for (side, result) in module.results(of: op).enumerated() {
      values[result] = stride(from: side, to: registers.count, by: 2).map { registers[$0] }
    }
  }
}
