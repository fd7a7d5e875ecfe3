import IR
import Layouts
import PTX

/// Passing tiles through shared memory.
extension KernelLowering {
  /// A tile in shared memory while an operation works on it.
  struct SharedTile {
    /// From the offset, counted in elements, to the coordinates of the tile.
    let memory: LinearLayout
    /// The type of its elements.
    let element: ElementType
    /// Where it lies.
    let bytes: Range<Int>
  }

  /// A tile in a part of shared memory of its own, laid out as `memory`.
  mutating func allocateTile(_ memory: LinearLayout, _ element: ElementType) -> SharedTile {
    let bytes = shared.allocate(memory.inputSize(.offset) * element.byteWidth)
    return SharedTile(memory: memory, element: element, bytes: bytes)
  }

  /// Tiles of `elements`, all laid out as `memory`, that are there at the same time.
  mutating func allocateTiles(_ memory: LinearLayout, _ elements: [ElementType]) -> [SharedTile] {
    let parts = shared.allocate(elements.map { memory.inputSize(.offset) * $0.byteWidth })
    return zip(elements, parts).map { SharedTile(memory: memory, element: $0, bytes: $1) }
  }

  /// Writes a tile, whose threads hold it as `layout`, to shared memory; of places with the same
  /// element, one writes it.
  mutating func write(_ registers: [Register], heldAs layout: LinearLayout, to tile: SharedTile) {
    let distinct = registers.indices.filter { layout.firstRegister(holdingSameAs: $0) == $0 }
    write(
      registers, of: distinct, heldAs: layout, to: tile, if: isResponsible(for: layout))
  }

  /// Writes those elements of a tile that the registers `indices` hold in the threads in which
  /// `predicate` is true.
  mutating func write(
    _ registers: [Register], of indices: [Int], heldAs layout: LinearLayout, to tile: SharedTile,
    if predicate: Register?
  ) {
    let access = SharedAccess(.write, tile.bytes, phase: builder.makeSharedPhase())
    for run in runs(of: layout, indices, in: tile) {
      let shape = PackedAccess(element: tile.element, count: run.registers.count)
      let values = packed(run.registers.map { registers[$0] }, shape, tile.element)
      builder.condition = predicate.map { Instruction.Guard($0) }
      builder.emitShared(
        "st.shared" + shape.suffix, [run.address, shape.operand(values)], access)
      builder.condition = nil
    }
  }

  /// Reads a tile from shared memory, as threads that hold it as `layout` need it.
  mutating func read(_ tile: SharedTile, as layout: LinearLayout) -> [Register] {
    let access = SharedAccess(.read, tile.bytes, phase: builder.makeSharedPhase())
    var result: [Int: Register] = [:]
    let distinct = (0..<layout.inputSize(.register)).filter {
      layout.firstRegister(holdingSameAs: $0) == $0
    }
    for run in runs(of: layout, distinct, in: tile) {
      let shape = PackedAccess(element: tile.element, count: run.registers.count)
      let loaded = (0..<shape.registerCount).map { _ in
        builder.makeRegister(shape.registerClass)
      }
      builder.emitShared(
        "ld.shared" + shape.suffix, [shape.operand(loaded), run.address], access)
      for (index, value) in zip(run.registers, unpacked(loaded, shape, tile.element)) {
        result[index] = value
      }
    }
    return (0..<layout.inputSize(.register)).compactMap {
      result[layout.firstRegister(holdingSameAs: $0)]
    }
  }

  /// Registers that are neighbours in shared memory, in the order of memory.
  private struct Run {
    let registers: [Int]
    let address: Operand
  }

  /// The registers `indices` of `layout` in groups, each of which one access moves.
  private mutating func runs(
    of layout: LinearLayout, _ indices: [Int], in tile: SharedTile
  ) -> [Run] {
    guard let map = layout.conversion(to: tile.memory) else {
      preconditionFailure("shared memory holds every element of the tile")
    }
    let size = tile.element.byteWidth
    let threadColumns = map.threadColumns
    let threadBits = threadColumns.reduce(0, |)
    var count = min(map.contiguousElements(along: .offset), 16 / size)
    while count > 1, threadBits & UInt64(count - 1) != 0 { count /= 2 }
    let images = registerImages(of: map)
    while count > 1, !images.fill(runsOf: count, indices) { count /= 2 }
    var groups: [Int: [Int?]] = [:]
    var order: [Int] = []
    for register in indices {
      let image = Int(images[register])
      let start = image & ~(count - 1)
      if groups[start] == nil {
        order.append(start)
        groups[start] = Array(repeating: nil, count: count)
      }
      groups[start]?[image & (count - 1)] = register
    }
    let scale = size.trailingZeroBitCount
    let base = threadImage(threadColumns.map { $0 << UInt64(scale) })
    return order.map { start in
      let image = start << scale
      let isApart = Int(threadBits) & start == 0
      let place =
        isApart || image == 0
        ? base
        : builder.compute("xor.b32", .bits32, .register(base), .integer(Int64(image)))
      let address = sharedAddress(plus: place)
      let offset = Int64(tile.bytes.lowerBound) + (isApart ? Int64(image) : 0)
      return Run(
        registers: (groups[start] ?? []).compactMap { $0 },
        address: .address(address, offset: offset))
    }
  }

  /// The address of the byte of shared memory that `offset` counts from the start.
  mutating func sharedAddress(plus offset: Register) -> Register {
    let start = builder.compute("mov.u32", .bits32, .symbol(Self.sharedMemoryName))
    return builder.compute("add.s32", .bits32, .register(start), .register(offset))
  }
}

extension [UInt64] {
  /// Whether the offsets of the registers `indices` are whole runs of `count` neighbours.
  fileprivate func fill(runsOf count: Int, _ indices: [Int]) -> Bool {
    var sizes: [Int: Set<Int>] = [:]
    for index in indices {
      let image = Int(self[index])
      sizes[image & ~(count - 1), default: []].insert(image)
    }
    return sizes.values.allSatisfy { $0.count == count }
  }
}
