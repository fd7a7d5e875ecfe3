import IR

@testable import Passes

extension RandomTileProgram {
  private static let binary: [Opcode] = [
    .addi, .addi, .subi, .muli, .andi, .ori, .xori, .shli, .shrsi, .shrui, .minsi, .minui, .maxsi,
    .maxui, .mulhiui,
  ]
  private static let divisions: [Opcode] = [.divsi, .divui, .remsi, .remui]

  mutating func addOperation() {
    let type = randomType()
    let element = type.element ?? .scalar(.i32)
    switch generator.next(below: 16) {
    case 0...3:
      let operands = [value(type), value(type)]
      keep(insert(OpDraft(generator.pick(Self.binary), operands: operands, results: [type])))
    case 4, 5:
      let divisor = divisor(type)
      let opcode = generator.pick(Self.divisions)
      keep(insert(OpDraft(opcode, operands: [value(type), divisor], results: [type])))
    case 6:
      keep(insert(OpDraft(.absi, operands: [value(type)], results: [type])))
    case 7, 8:
      let predicate = generator.pick(CompareInteger.Predicate.allCases)
      keep(
        insert(
          CompareInteger(
            predicate, lhs: value(type), rhs: value(type), type: type.with(element: .i1))))
    case 9:
      let condition = generator.isOnce(in: 3) ? Type.i1 : type.with(element: .i1)
      keep(
        insert(
          Select(
            condition: value(condition), whenTrue: value(type), whenFalse: value(type), type: type))
      )
    case 10, 11: addConversion(type)
    case 12: addPointer(type)
    case 13: addLeaf(type)
    default: addShapeChange(type.with(element: element))
    }
  }

  /// A value of `type`: one that there is, or a new one.
  mutating func value(_ type: Type) -> ValueID {
    if let known = values[type], !generator.isOnce(in: 6) { return generator.pick(known) }
    guard let scalar = type.scalar else { return pointerValue(type) }
    switch generator.next(below: 3) {
    case 0:
      let limit = scalar.bitWidth
      let power = Int64(1) << Int64(generator.next(below: min(limit, 10)))
      let choices: [Int64] = [power, power - 1, -power, Int64(generator.next(below: 20)) - 10]
      let bits = UInt64(bitPattern: generator.pick(choices)).truncated(to: limit)
      let constant = insert(Constant(bits: bits, type: type))
      keep(constant)
      return constant
    default: return addLeaf(type)
    }
  }

  /// A value without zeros.
  private mutating func divisor(_ type: Type) -> ValueID {
    guard let scalar = type.scalar, scalar != .i1, generator.isOnce(in: 2) else {
      return addLeaf(type, isZeroFree: true)
    }
    return number(generator.pick([1, 2, 3, 4, 8, 12, 16, -1, -2, -4, -8]), type)
  }

  private mutating func addConversion(_ type: Type) {
    guard let from = type.scalar else { return }
    let target = generator.pick(Self.integers)
    let result = type.with(element: target)
    if target.bitWidth > from.bitWidth {
      keep(
        insert(
          OpDraft(
            generator.pick([.extsi, .extui]), operands: [value(type)], results: [result])))
    } else if target.bitWidth < from.bitWidth {
      keep(insert(OpDraft(.trunci, operands: [value(type)], results: [result])))
    }
  }

  private mutating func addPointer(_ type: Type) {
    let pointee = generator.pick([ScalarType.i8, .i16, .f32, .f64])
    let pointers = Type.of(type.shape, .pointer(PointerType(to: pointee)))
    switch generator.next(below: 4) {
    case 0, 1:
      let pointer = value(pointers)
      keep(insert(AddPointer(pointer: pointer, offset: value(type), type: pointers)))
    case 2:
      let other = Type.of(type.shape, .pointer(PointerType(to: generator.pick([.i8, .i64, .f32]))))
      if other != pointers {
        keep(insert(OpDraft(.bitcast, operands: [value(pointers)], results: [other])))
      }
    default:
      keep(
        insert(
          OpDraft(
            .ptrToInt, operands: [value(pointers)], results: [type.with(element: .i64)])))
    }
  }

  /// New pointers of `type`.
  private mutating func pointerValue(_ type: Type) -> ValueID {
    if type.isTensor, generator.isOnce(in: 2) {
      let one = pointerValue(type.scalarized)
      let result = insert(Splat(source: one, type: type))
      keep(result)
      return result
    }
    let bits = value(type.with(element: .i64))
    let result = insert(OpDraft(.intToPtr, operands: [bits], results: [type]))
    keep(result)
    return result
  }

  private mutating func addShapeChange(_ type: Type) {
    let shape = type.shape
    switch generator.next(below: 7) {
    case 0:
      keep(insert(Splat(source: value(type.scalarized), type: type.isTensor ? type : tile(type))))
    case 1 where type.isTensor && shape.rank < 3:
      let axis = generator.next(below: shape.rank + 1)
      guard let expanded = shape.inserting(1, at: axis) else { return }
      let wide = insert(
        ExpandDims(source: value(type), axis: axis, type: type.with(shape: expanded)))
      keep(wide)
      guard let repeated = expanded.replacing(axis, with: 4) else { return }
      keep(insert(Broadcast(source: wide, type: type.with(shape: repeated))))
    case 2 where type.isTensor:
      let extents = generator.pick([[shape.count], [2, shape.count / 2], [shape.count / 2, 2]])
      let others = [[2, 2, shape.count / 4], [4, shape.count / 4]]
      guard let other = Shape(generator.pick([extents] + others)), other.count == shape.count
      else { return }
      keep(insert(Reshape(source: value(type), type: type.with(shape: other))))
    case 3 where shape.rank > 1:
      var order = Array(0..<shape.rank)
      order.swapAt(0, generator.next(below: shape.rank))
      order.swapAt(shape.rank - 1, generator.next(below: shape.rank))
      guard let other = Shape(order.map { shape[$0] }) else { return }
      keep(
        insert(Transpose(source: value(type), order: order, type: type.with(shape: other))))
    case 4 where type.isTensor:
      guard let other = shape.inserting(2, at: shape.rank) else { return }
      let lhs = value(type)
      let rhs = generator.isOnce(in: 4) ? lhs : value(type)
      keep(insert(Join(lhs: lhs, rhs: rhs, type: type.with(shape: other))))
    case 5 where type.isTensor:
      guard let other = shape.inserting(2, at: shape.rank) else { return }
      let op = module.insert(
        Split(source: value(type.with(shape: other)), type: type), at: .end(of: block))
      for result in module.results(of: op) { keep(result) }
    default:
      let count = generator.pick([8, 16])
      let start = generator.pick([0, 0, 8, 3, -16, 100])
      guard let line = Shape([count]) else { return }
      keep(
        insert(MakeRange(start: start, end: start + count, type: .of(line, .scalar(.i32)))))
    }
  }

  private func tile(_ type: Type) -> Type {
    .of(Shape([8]) ?? .scalar, type.element ?? .scalar(.i8))
  }
}
