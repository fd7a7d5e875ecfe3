import IR
import Layouts
import PTX
import Support

extension KernelLowering {
  /// Writes a gather: the source goes to shared memory, and each thread reads what its indices name.
  /// An index outside of the source, which has no meaning, reads the source's last element.
  mutating func lowerGather(_ op: OpID) throws(Diagnostic) {
    let gather = Gather(reading: op, of: module)
    guard let element = gather.type.element else { throw cannotLower(op) }
    let shape = module.type(of: gather.source).shape.extents
    let memory = LinearLayout.box(shape, order: Array(shape.indices.reversed()), from: .offset)
    let tile = allocateTile(memory, element)
    write(registers(of: gather.source), heldAs: layout(of: gather.source), to: tile)

    let layout = layout(of: gather.indices)
    let stride = shape[(gather.axis + 1)...].reduce(1, *)
    let rows = layout.rowMajorOffsets(in: shape, without: gather.axis)
    let width = module.type(of: gather.indices).element?.bitWidth ?? 32
    let access = SharedAccess(.read, tile.bytes, phase: builder.makeSharedPhase())
    let packed = PackedAccess(element: element, count: 1)
    let bases = places(of: rows)
    var result: [Register] = []
    for (register, index) in registers(of: gather.indices).enumerated() {
      let first = layout.firstRegister(holdingSameAs: register)
      if first < register {
        result.append(result[first])
        continue
      }
      var number = extended(index, from: width, to: max(32, width), isSigned: false)
      if width == 64 { number = builder.compute("cvt.u32.u64", .bits32, .register(number)) }
      number = builder.compute(
        "min.u32", .bits32, .register(number), .integer(Int64(shape[gather.axis] - 1)))
      let offset = builder.compute(
        "mad.lo.s32", .bits32, .register(number), .integer(Int64(stride)),
        .register(bases[register]))
      let bytes = builder.compute(
        "shl.b32", .bits32, .register(offset),
        .integer(Int64(element.byteWidth.trailingZeroBitCount)))
      let address = sharedAddress(plus: bytes)
      let loaded = builder.makeRegister(packed.registerClass)
      builder.emitShared(
        "ld.shared" + packed.suffix,
        [.register(loaded), .address(address, offset: Int64(tile.bytes.lowerBound))], access)
      result.append(fromMemory(loaded, element))
    }
    values[module.result(of: op)] = result
  }

  /// Writes a histogram: the bins are counted in shared memory by atomic additions.
  mutating func lowerHistogram(_ op: OpID) throws(Diagnostic) {
    let histogram = Histogram(reading: op, of: module)
    let result = module.result(of: op)
    let bins = layout(of: result)
    let count = histogram.type.shape.count
    let memory = LinearLayout.box([count], order: [0], from: .offset)
    let tile = allocateTile(memory, .scalar(.i32))
    let zero = integer(0, .bits32)
    write(
      Array(repeating: zero, count: bins.inputSize(.register)), heldAs: bins, to: tile)

    let layout = layout(of: histogram.source)
    let width = module.type(of: histogram.source).element?.bitWidth ?? 32
    let masks = histogram.mask.map { registers(of: $0) }
    let access = SharedAccess(.write, tile.bytes, phase: builder.makeSharedPhase())
    let responsible = isResponsible(for: layout)
    for (register, value) in registers(of: histogram.source).enumerated() {
      if layout.firstRegister(holdingSameAs: register) < register { continue }
      let bits = max(32, width)
      let number = extended(value, from: width, to: bits, isSigned: false)
      let isBin = builder.compute(
        "setp.lt.u\(bits)", .predicate, .register(number), .integer(Int64(count)))
      let low =
        bits == 64 ? builder.compute("cvt.u32.u64", .bits32, .register(number)) : number
      let offset = builder.compute("shl.b32", .bits32, .register(low), .integer(2))
      let address = sharedAddress(plus: offset)
      let counts = and(and(isBin, masks?[register]), responsible)
      builder.condition = counts.map { Instruction.Guard($0) }
      builder.emitShared(
        "atom.shared.add.u32",
        [
          .register(builder.makeRegister(.bits32)),
          .address(address, offset: Int64(tile.bytes.lowerBound)), .integer(1),
        ], access)
      builder.condition = nil
    }
    let counts = read(tile, as: bins)
    let target = histogram.type.element?.bitWidth ?? 32
    values[result] = counts.map { register in
      target > 32
        ? extended(register, from: 32, to: target, isSigned: false)
        : truncated(register, from: 32, to: target)
    }
  }

  /// The elements of a constant tile, from a table in global memory.
  mutating func tableElements(
    _ bits: [UInt64], _ type: ScalarType, _ layout: LinearLayout, _ op: OpID
  ) throws(Diagnostic) -> [Register] {
    let element = ElementType.scalar(type)
    let name = "table\(constants.count)"
    let width = element.memoryType.bitWidth
    constants.append(
      Variable(
        name, in: .global, type: element.memoryType, extent: .array(bits.count),
        alignment: element.byteWidth,
        initialValues: bits.map { .integer($0.signExtended(from: width)) }))
    let rows = layout.rowMajorOffsets(in: layout.shape, without: nil)
    let start = builder.compute("mov.u64", .bits64, .symbol(name))
    return places(of: rows).map { place in
      let address = builder.compute(
        "mad.wide.u32", .bits64, .register(place), .integer(Int64(element.byteWidth)),
        .register(start))
      let loaded = builder.makeRegister(element.memoryClass)
      builder.emit(
        "ld.global.\(element.memoryType.rawValue)", .register(loaded), .address(address))
      return fromMemory(loaded, element)
    }
  }
}

extension LinearLayout {
  /// From a place to the number, in row-major order, of its element in a tile of `shape`, whose
  /// coordinate along `axis` is taken to be 0.
  fileprivate func rowMajorOffsets(in shape: [Int], without axis: Int?) -> LinearLayout {
    let strides = shape.indices.map { shape[($0 + 1)...].reduce(1, *) }
    let bitCount = shape.reduce(1, *).trailingZeroBitCount
    var columns: [UInt64] = []
    for input in inputs {
      for bit in 0..<input.bitCount {
        let basis = basis(of: input.dimension, bit: bit)
        columns.append(
          basis.indices.reduce(UInt64(0)) { offset, dimension in
            dimension == axis ? offset : offset ^ UInt64(basis[dimension] * strides[dimension])
          })
      }
    }
    return LinearLayout(
      inputs: inputs, outputs: [Extent(.offset, bitCount: bitCount)],
      matrix: BitMatrix(rowCount: bitCount, columns: columns))
  }
}
