import IR
import Layouts
import PTX
import Passes
import Support

/// Products without matrix instructions: a multiplication and an addition for each pair of
/// elements, rounded once.
extension KernelLowering {
  /// How many multiplications a thread's loop over the inner dimension has at most.
  private static let longestBody = 512

  /// Writes a product as a loop over the inner dimension, in which each thread reads what it needs
  /// of a column of the left factor and of a row of the right one.
  mutating func multiplyByElements(
    _ op: OpID, _ dot: Dot, _ product: MatrixProduct
  ) throws(Diagnostic) {
    let layout = layout(of: module.result(of: op))
    let type: ScalarType = product.result.isFloat ? (product.result == .f64 ? .f64 : .f32) : .i32
    let sums = try accumulators(op, dot, product, type, layout)
    let unrolled = unrolledDepth(product, sumCount: sums.byPlace.count)
    let sides = [(dot.lhs, product.lhs, MatrixOperand.left), (dot.rhs, product.rhs, .right)]
    let shapes = sides.map { side in
      FactorShape(
        operand: side.2, batch: product.batch,
        outer: side.2 == .left ? product.rows : product.columns, depth: product.depth,
        rank: dot.type.rank)
    }
    // All parts of a slice are there at once.
    let byteCounts = shapes.flatMap { shape in
      Array(
        repeating: shape.extents.reduce(type.byteWidth, *), count: product.parts.count)
    }
    let slices = FactorSlice.slices(
      of: byteCounts.reduce(0, +), limit: options.target.sharedByteLimit, depth: product.depth,
      step: unrolled)
    let bytes = shared.allocate(byteCounts.map { $0 / slices.count })
    var parts: [[[Register]]] = []
    for slice in slices {
      var free = bytes[...]
      var reads: [[ElementReads]] = []
      for (index, (value, source, _)) in sides.enumerated() {
        if parts.count == index {
          parts.append(try elementParts(op, registers(of: value), source, product, type))
        }
        reads.append(
          parts[index].map {
            stored(
              slice, of: shapes[index], $0, heldAs: self.layout(of: value), .scalar(type),
              in: free.removeFirst(), for: layout, unrolled: unrolled)
          })
      }
      multiply(reads, product, depth: product.depth / slices.count, unrolled, type, sums)
    }
    values[module.result(of: op)] = sums.all.map { register in
      product.result == type
        ? register
        : convertedFloat(register, from: type, to: product.result, .nearest)
    }
  }

  /// Adds the products of what `reads` find of `depth` places of the inner dimension to `sums`.
  private mutating func multiply(
    _ reads: [[ElementReads]], _ product: MatrixProduct, depth: Int, _ unrolled: Int,
    _ type: ScalarType, _ sums: ElementSums
  ) {
    let starts = reads.map { parts in
      parts.map { self.starts(of: $0, unrolled: unrolled) }
    }
    repeated(depth / unrolled, strides: reads.map { $0[0].depthStride * unrolled }) {
      (lowering, distances) in
      let moved = zip(starts, distances).map { starts, distance in
        starts.map { lowering.moved($0, by: distance) }
      }
      for depth in 0..<unrolled {
        for pair in product.parts.pairs {
          let lhs = lowering.read(reads[0][pair.lhs], at: depth, from: moved[0][pair.lhs])
          let rhs = lowering.read(reads[1][pair.rhs], at: depth, from: moved[1][pair.rhs])
          sums.add(lhs, rhs, reads[0][0].shape, reads[1][0].shape, type, &lowering.builder)
        }
      }
    }
    builder.forgetComputed()
  }

  /// Registers of their own for the sums, which start with the accumulator.
  private mutating func accumulators(
    _ op: OpID, _ dot: Dot, _ product: MatrixProduct, _ type: ScalarType, _ layout: LinearLayout
  ) throws(Diagnostic) -> ElementSums {
    var sums = ElementSums(images: registerImages(of: layout), layout: layout)
    for (image, register) in zip(sums.images, registers(of: dot.accumulator))
    where sums.byPlace[image] == nil {
      let start =
        product.result == type
        ? register
        : convertedFloat(register, from: product.result, to: type, .nearest)
      let sum = builder.makeRegister(type.registerClass)
      move(start, to: sum)
      sums.byPlace[image] = sum
    }
    return sums
  }

  /// How many places of the inner dimension are written out.
  private func unrolledDepth(_ product: MatrixProduct, sumCount: Int) -> Int {
    var depth = min(8, product.depth)
    while depth > 1, depth * sumCount > Self.longestBody { depth /= 2 }
    return depth
  }

  /// The elements in the type that is computed in, split as the product's precision says.
  private mutating func elementParts(
    _ op: OpID, _ registers: [Register], _ source: ScalarType, _ product: MatrixProduct,
    _ type: ScalarType
  ) throws(Diagnostic) -> [[Register]] {
    if source == .i8 {
      return [registers.map { extended($0, from: 8, to: 32, isSigned: true) }]
    }
    guard source == .f32, product.precision != .ieee else {
      return [
        registers.map { convertedFloat($0, from: source, to: type, .nearest) }
      ]
    }
    let format: FactorFormat =
      product.precision == .tf32 || product.precision == .tf32x3 ? .tf32 : .bf16
    let parts = try factorParts(op, registers, source, format, count: product.parts.count)
    return parts.map { part in
      part.map {
        format == .tf32
          ? builder.compute("mov.b32", .float32, .register($0))
          : builder.compute("cvt.f32.bf16", .float32, .register($0))
      }
    }
  }

  /// Writes `body` so that it runs `count` times, each time with its distances increased by
  /// `strides`; without a loop if it runs once.
  private mutating func repeated(
    _ count: Int, strides: [Int], _ body: (inout KernelLowering, [Register?]) -> Void
  ) {
    if count == 1 { return body(&self, strides.map { _ in nil }) }
    let distances = strides.map { _ in builder.makeRegister(.bits32) }
    for distance in distances { builder.emit("mov.b32", .register(distance), .integer(0)) }
    let start = builder.makeLabel()
    builder.place(start)
    body(&self, distances)
    for (distance, stride) in zip(distances, strides) {
      builder.emit(
        "add.s32", .register(distance), .register(distance), .integer(Int64(stride)))
    }
    builder.forgetComputed()
    let goesOn = builder.compute(
      "setp.lt.s32", .predicate, .register(distances[0]), .integer(Int64(strides[0] * count)))
    builder.branch(to: start, if: goesOn)
    builder.forgetComputed()
  }

  private mutating func moved(
    _ starts: [UInt64: Register], by distance: Register?
  ) -> [UInt64: Register] {
    guard let distance else { return starts }
    var result: [UInt64: Register] = [:]
    for (bits, start) in starts.sorted(by: { $0.key < $1.key }) {
      result[bits] = builder.compute(
        "add.s32", .bits32, .register(start), .register(distance))
    }
    return result
  }
}

/// The sums of a product that a thread has, each in a register of its own.
private struct ElementSums {
  /// The place in the result of each register of the layout.
  let images: [UInt64]
  let layout: LinearLayout
  var byPlace: [UInt64: Register] = [:]

  /// A register for each register of the layout.
  var all: [Register] { images.compactMap { byPlace[$0] } }

  /// Writes the additions of the products of `lhs` and `rhs`.
  func add(
    _ lhs: [UInt64: Register], _ rhs: [UInt64: Register], _ left: FactorShape,
    _ right: FactorShape, _ type: ScalarType, _ builder: inout FunctionBuilder
  ) {
    let text = type == .i32 ? "mad.lo.s32" : "fma.rn.\(type.name)"
    var done: Set<UInt64> = []
    for image in images where done.insert(image).inserted {
      guard let sum = byPlace[image], let first = lhs[layout.place(image, of: left)],
        let second = rhs[layout.place(image, of: right)]
      else { continue }
      builder.emit(text, .register(sum), .register(first), .register(second), .register(sum))
    }
  }
}
