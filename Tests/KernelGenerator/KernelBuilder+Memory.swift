import Arithmetic
import IR

extension ScalarType {
  /// The bits of `number` in this type.
  func bits(of number: Int) -> UInt64 {
    let integer = UInt64(bitPattern: Int64(number))
    guard let format = floatFormat else { return integer.truncated(to: bitWidth) }
    return FloatConversion.fromSigned(integer, width: 64, to: format)
  }
}

extension KernelBuilder {
  /// Adds a buffer of `count` elements that `element` makes from their numbers, and a pointer to it
  /// as a parameter.
  ///
  /// - Parameter hasWholeVectors: it ends at a multiple of 16 bytes.
  mutating func addBuffer(
    of scalar: ScalarType, count: Int, isWritable: Bool = false, hasWholeVectors: Bool = false,
    _ element: (inout RandomSource, Int) -> UInt64
  ) -> ValueID {
    let width = scalar.byteWidth
    // Kernels must not rely on more than what a parameter says of its alignment.
    let offset = random.isOnce(in: 3) ? width * random.number(in: 0...17) : 0
    var bytes = (0..<offset).map { _ in UInt8(truncatingIfNeeded: random.bits()) }
    for index in 0..<count {
      let bits = element(&random, index)
      bytes += (0..<width).map { UInt8(truncatingIfNeeded: bits >> UInt64(8 * $0)) }
    }
    if hasWholeVectors {
      bytes += (0..<(-bytes.count & 15)).map { _ in UInt8(truncatingIfNeeded: random.bits()) }
    }
    buffers.append(GeneratedKernel.Buffer(bytes: bytes, isWritable: isWritable))
    let isAligned = offset % 16 == 0 && !random.isOnce(in: 4)
    return addParameter(
      .pointer(to: scalar), .buffer(buffers.count - 1, offset: offset),
      divisibility: isAligned ? 16 : nil)
  }

  /// The bits of a random number as kernels load them.
  static func element(_ random: inout RandomSource, _ scalar: ScalarType) -> UInt64 {
    if scalar.isFloat {
      let limit = scalar.loadedMagnitude
      return scalar.bits(of: random.number(in: -limit...limit))
    }
    switch random.number(in: 0...5) {
    case 0: return scalar.bits(of: random.number(in: -2...2))
    case 1: return scalar.bits(of: random.number(in: -100...100))
    case 2: return (UInt64(1) << UInt64(scalar.bitWidth - 1)).truncated(to: scalar.bitWidth)
    default: return random.bits().truncated(to: scalar.bitWidth)
    }
  }

  /// A tile of `type`, or a scalar, from memory of its own.
  @discardableResult
  mutating func load(_ type: Type) -> Number {
    guard let scalar = type.scalar else { preconditionFailure("only numbers are loaded") }
    if scalar == .i1 {
      let bytes = load(type.with(element: .i8))
      return keep(insert(.trunci, [bytes.value], type))
    }
    let count = type.shape.count * grid.count
    let readsWholeVectors = random.isOnce(in: 3)
    let base = addBuffer(of: scalar, count: count, hasWholeVectors: readsWholeVectors) {
      random, _ in Self.element(&random, scalar)
    }
    let pointers = slice(of: base, type)
    let magnitude = scalar.isFloat ? scalar.loadedMagnitude : nil
    guard type.isTensor, random.isOnce(in: 3) else {
      return keep(
        insert(Load(pointer: pointers, type: type, readsWholeVectors: readsWholeVectors)),
        magnitude: magnitude)
    }
    let mask = limitMask(type.shape)
    let other = insert(Constant(bits: scalar.bits(of: random.number(in: -2...2)), type: type))
    if random.isOnce(in: 3) {
      // What a masked load leaves undefined is replaced before anything looks at it.
      let loaded = insert(
        Load(pointer: pointers, mask: mask, type: type, readsWholeVectors: readsWholeVectors))
      let chosen = Select(condition: mask, whenTrue: loaded, whenFalse: other, type: type)
      return keep(insert(chosen), magnitude: magnitude)
    }
    let load = Load(
      pointer: pointers, mask: mask, other: other, type: type,
      readsWholeVectors: readsWholeVectors)
    return keep(insert(load), magnitude: magnitude)
  }

  /// Stores `number` in memory of its own.
  mutating func store(_ number: Number) {
    var value = number.value
    var type = module.type(of: value)
    if type.scalar == .i1 {
      type = type.with(element: .i8)
      value = insert(.extui, [value], type)
    }
    guard let scalar = type.scalar else { return }
    let base = addBuffer(of: scalar, count: type.shape.count * grid.count, isWritable: true) {
      random, _ in random.bits().truncated(to: scalar.bitWidth)
    }
    let pointers = slice(of: base, type)
    let mask = type.isTensor && random.isOnce(in: 3) ? limitMask(type.shape) : nil
    module.insert(Store(pointer: pointers, value: value, mask: mask), at: .end(of: block))
  }

  /// Pointers to the tile of `type` that belongs to the program, in row-major order.
  mutating func slice(of base: ValueID, _ type: Type) -> ValueID {
    let start = insert(.muli, [program, constant(type.shape.count)], .i32)
    guard type.isTensor else {
      return insert(AddPointer(pointer: base, offset: start, type: module.type(of: base)))
    }
    return pointers(base, start: start, offsets: index(type.shape), shape: type.shape)
  }

  /// Pointers to the elements at `offsets` from the one at `start`, written in one of several ways.
  mutating func pointers(
    _ base: ValueID, start: ValueID, offsets: ValueID, shape: Shape
  ) -> ValueID {
    guard let element = module.type(of: base).element else { return base }
    let pointers = Type.tensor(shape, element)
    let numbers = Type.tensor(shape, .scalar(.i32))
    switch random.number(in: 0...2) {
    case 0:
      let moved = insert(AddPointer(pointer: base, offset: start, type: module.type(of: base)))
      let all = insert(Splat(source: moved, type: pointers))
      return insert(AddPointer(pointer: all, offset: offsets, type: pointers))
    case 1:
      let starts = insert(Splat(source: start, type: numbers))
      let sum = insert(.addi, [starts, offsets], numbers)
      let all = insert(Splat(source: base, type: pointers))
      return insert(AddPointer(pointer: all, offset: sum, type: pointers))
    default:
      let wide = numbers.with(element: .i64)
      let starts = insert(Splat(source: insert(.extsi, [start], .i64), type: wide))
      let sum = insert(.addi, [starts, insert(.extsi, [offsets], wide)], wide)
      let all = insert(Splat(source: base, type: pointers))
      return insert(AddPointer(pointer: all, offset: sum, type: pointers))
    }
  }

  /// The row-major numbers of the elements of a tile of `shape`.
  mutating func index(_ shape: Shape) -> ValueID {
    if let known = indices[shape] { return known }
    let strides = (0..<shape.rank).map { shape.extents.dropFirst($0 + 1).reduce(1, *) }
    let result: ValueID
    if shape.rank > 1, random.isOnce(in: 3), let line = Shape([shape.count]) {
      let range = MakeRange(start: 0, end: shape.count, type: .of(line, .scalar(.i32)))
      result = insert(Reshape(source: insert(range), type: .of(shape, .scalar(.i32))))
    } else {
      result = offsets(shape, strides: strides)
    }
    indices[shape] = result
    return result
  }

  /// The sums of each element's indices times `strides`.
  mutating func offsets(_ shape: Shape, strides: [Int]) -> ValueID {
    let type = Type.of(shape, .scalar(.i32))
    var sum: ValueID?
    for dimension in 0..<shape.rank {
      var line = coordinate(dimension, of: shape)
      let lineType = module.type(of: line)
      if strides[dimension] != 1 {
        line = insert(.muli, [line, constant(strides[dimension], lineType)], lineType)
      }
      let term = lineType == type ? line : insert(Broadcast(source: line, type: type))
      sum = sum.map { insert(.addi, [$0, term], type) } ?? term
    }
    return sum ?? constant(0)
  }

  /// The index along `dimension`, as a tile whose other extents are 1.
  mutating func coordinate(_ dimension: Int, of shape: Shape) -> ValueID {
    let extent = shape[dimension]
    guard var current = Shape([extent]) else { preconditionFailure("an extent is a shape") }
    var value = insert(
      MakeRange(start: 0, end: extent, type: .of(current, .scalar(.i32))))
    for axis in 0..<shape.rank where axis != dimension {
      let place = axis < dimension ? 0 : current.rank
      guard let wider = current.inserting(1, at: place) else { continue }
      current = wider
      value = insert(
        ExpandDims(source: value, axis: place, type: .of(current, .scalar(.i32))))
    }
    return value
  }

  /// A mask that is true for the first elements of a tile, or of each line of it.
  mutating func limitMask(_ shape: Shape) -> ValueID {
    let type = Type.of(shape, .scalar(.i32))
    let isFlat = random.isOnce(in: 2)
    let dimension = random.number(in: 0...shape.rank - 1)
    let extent = isFlat ? shape.count : shape[dimension]
    let limit = random.pick([0, 1, extent, extent / 2, random.number(in: 0...extent)])
    let isParameter = random.isOnce(in: 2)
    let bound =
      isParameter
      ? addParameter(
        .i32, .scalar(bits: UInt64(limit)), divisibility: limit % 16 == 0 ? 16 : nil)
      : constant(limit)
    let bounds = insert(Splat(source: bound, type: type))
    var place = isFlat ? index(shape) : coordinate(dimension, of: shape)
    if module.type(of: place) != type { place = insert(Broadcast(source: place, type: type)) }
    return insert(
      CompareInteger(.slt, lhs: place, rhs: bounds, type: type.with(element: .i1)))
  }
}
