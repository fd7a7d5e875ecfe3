import Arithmetic
import IR
import Support

extension Execution {
  func makeTensorDescriptor(_ instruction: Instruction, rank: Int, _ padding: Padding) {
    let operands = instruction.operands
    let shape = (1..<1 + rank).map { signed(operands[$0], width: 32) }
    let strides = (1 + rank..<1 + 2 * rank).map { signed(operands[$0], width: 64) }
    frame[instruction.result] = FrameSlot(
      .descriptor(
        TensorView(base: tile(operands[0]).scalar, shape: shape, strides: strides, padding: padding)
      ))
  }

  /// Operands: descriptor, indices.
  func descriptorLoad(
    _ instruction: Instruction, _ access: DescriptorAccess
  ) throws(Diagnostic) {
    let view = view(instruction.operands[0])
    let tile = tileAccess(
      "descriptor load", instruction, access, view, instruction.operands.dropFirst())
    set(instruction.result, try read(tile, other: padding(of: view, access)))
  }

  /// Operands: descriptor, source, indices.
  func descriptorStore(
    _ instruction: Instruction, _ access: DescriptorAccess
  ) throws(Diagnostic) {
    let view = view(instruction.operands[0])
    let tile = tileAccess(
      "descriptor store", instruction, access, view, instruction.operands.dropFirst(2))
    try write(self.tile(instruction.operands[1]), tile)
  }

  /// Operands: descriptor, source, indices.
  func descriptorReduce(
    _ instruction: Instruction, _ reduction: DescriptorReduction, _ access: DescriptorAccess
  ) throws(Diagnostic) {
    let view = view(instruction.operands[0])
    let tile = tileAccess(
      "descriptor reduce", instruction, access, view, instruction.operands.dropFirst(2))
    _ = try update(tile, self.tile(instruction.operands[1]), .relaxed) {
      old, value, _ in
      reduction.combine(old, value, access.element, isSigned: access.sign != .unsigned)
    }
  }

  /// Operands: descriptor, rows, column.
  func descriptorGather(
    _ instruction: Instruction, _ access: DescriptorAccess
  ) throws(Diagnostic) {
    let view = view(instruction.operands[0])
    let rows = rowAccess(
      "descriptor gather", instruction, access, view, rows: instruction.operands[1],
      column: instruction.operands[2])
    set(instruction.result, try read(rows, other: padding(of: view, access)))
  }

  /// Operands: descriptor, rows, column, source.
  func descriptorScatter(
    _ instruction: Instruction, _ access: DescriptorAccess
  ) throws(Diagnostic) {
    let view = view(instruction.operands[0])
    let rows = rowAccess(
      "descriptor scatter", instruction, access, view, rows: instruction.operands[1],
      column: instruction.operands[2])
    try write(tile(instruction.operands[3]), rows)
  }

  private func padding(of view: TensorView, _ access: DescriptorAccess) -> TileValue {
    .uniform(view.padding == .nan ? nanBits(of: .scalar(access.element)) : 0)
  }

  /// The access to the tile at the indices in `slots`; what lies outside of the tensor is masked.
  private func tileAccess(
    _ name: String, _ instruction: Instruction, _ access: DescriptorAccess, _ view: TensorView,
    _ slots: ArraySlice<Int>
  ) -> ElementAccess {
    let (addresses, mask) = TileWalk(
      base: view.base, start: slots.map { signed($0, width: 32) }, strides: view.strides,
      extents: view.shape, shape: access.block.extents, width: access.element.byteWidth
    ).addresses()
    return ElementAccess(
      name: name, op: instruction.op, element: .scalar(access.element), shape: access.tile,
      addresses: addresses, mask: mask, marks: indexMarks(slots))
  }

  /// The access to the rows whose numbers lie in the slot `rows`, from a column on.
  private func rowAccess(
    _ name: String, _ instruction: Instruction, _ access: DescriptorAccess, _ view: TensorView,
    rows: Int, column: Int
  ) -> ElementAccess {
    let width = type(of: rows).element?.bitWidth ?? 32
    let (rowCount, columnCount) = (access.tile[0], access.tile[1])
    let numbers = tile(rows)
    let firstColumn = signed(column, width: 32)
    var addresses: [UInt64] = []
    var mask: [UInt64] = []
    for row in 0..<rowCount {
      let number = numbers[row].signExtended(from: width)
      for offset in 0..<columnCount {
        let position = firstColumn + Int64(offset)
        let distance = number &* view.strides[0] &+ position &* view.strides[1]
        addresses.append(
          view.base &+ UInt64(bitPattern: distance &* Int64(access.element.byteWidth)))
        let isInside =
          number >= 0 && number < view.shape[0] && position >= 0 && position < view.shape[1]
        mask.append(isInside ? 1 : 0)
      }
    }
    return ElementAccess(
      name: name, op: instruction.op, element: .scalar(access.element), shape: access.tile,
      addresses: TileValue(addresses), mask: TileValue(mask), marks: indexMarks([column]))
  }
}

extension DescriptorReduction {
  /// What memory holds after combining `old` with `value`.
  func combine(
    _ old: UInt64, _ value: UInt64, _ element: ScalarType, isSigned: Bool
  ) -> UInt64 {
    let width = element.bitWidth
    if let format = element.floatFormat {
      switch self {
      case .add: return FloatArithmetic.add(old, value, format)
      case .min: return FloatArithmetic.minimumNumber(old, value, format)
      case .max: return FloatArithmetic.maximumNumber(old, value, format)
      case .increment, .decrement: return old
      case .and: return old & value
      case .or: return old | value
      case .xor: return old ^ value
      }
    }
    switch self {
    case .add: return IntegerArithmetic.add(old, value, width: width)
    case .min:
      return isSigned
        ? IntegerArithmetic.minimumSigned(old, value, width: width) : Swift.min(old, value)
    case .max:
      return isSigned
        ? IntegerArithmetic.maximumSigned(old, value, width: width) : Swift.max(old, value)
    // Both count without sign and start again at the other end of 0 through `value`.
    case .increment: return old >= value ? 0 : old + 1
    case .decrement: return old == 0 || old > value ? value : old - 1
    case .and: return old & value
    case .or: return old | value
    case .xor: return old ^ value
    }
  }
}
