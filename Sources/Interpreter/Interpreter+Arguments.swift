import IR
import Support

extension Interpreter {
  /// What each parameter of the kernel is, given the arguments of a launch.
  func bind(
    _ arguments: [KernelArgument], in memory: Memory
  ) throws(Diagnostic) -> [FrameSlot] {
    let types = parameterTypes
    var slots: [FrameSlot] = []
    for (position, argument) in arguments.enumerated() {
      guard slots.count < types.count else {
        throw mismatch("takes \(types.count) parameters, found \(arguments.count) arguments")
      }
      let type = types[slots.count]
      switch (argument, type) {
      case (.scalar(let bits), .element(.scalar(let scalar))):
        slots.append(FrameSlot(.tile(.uniform(bits.truncated(to: scalar.bitWidth)))))
      case (.pointer(let buffer, let offset), .element(.pointer)):
        let address = try address(of: buffer, offset: offset, in: memory, position)
        slots.append(FrameSlot(.tile(.uniform(address))))
      case (.address(let address), .element(.pointer)):
        slots.append(FrameSlot(.tile(.uniform(address))))
      case (.descriptor(let descriptor), .descriptor(let block, _, _)):
        slots += try bind(descriptor, block: block, types, at: slots.count, in: memory, position)
      case (.descriptor(let descriptor), .element(.pointer))
      where types.dropFirst(slots.count + 1).first == .i1:
        slots += try bind(parts: descriptor, types, at: slots.count, in: memory, position)
      default:
        throw mismatch("parameter \(slots.count) is \(type), found \(argument.words)")
      }
    }
    if slots.count < types.count {
      throw mismatch(
        "takes \(types.count) parameters, but \(arguments.count) arguments fill only \(slots.count)"
      )
    }
    return slots
  }

  private var parameterTypes: [Type] {
    code.blocks[kernel.entry].parameters.map { module.type(of: ValueID(index: UInt32($0))) }
  }

  private func mismatch(_ message: String) -> Diagnostic {
    module.diagnostic("kernel @\(kernel.name) \(message)", at: kernel.op)
  }

  private func address(
    of buffer: BufferID, offset: Int, in memory: Memory, _ position: Int
  ) throws(Diagnostic) -> UInt64 {
    guard memory.buffers.indices.contains(buffer.index) else {
      throw mismatch("is given argument \(position) in a buffer that its memory does not have")
    }
    return memory.address(of: buffer) &+ UInt64(bitPattern: Int64(offset))
  }

  /// The slots of a descriptor: itself, its extents and its strides.
  private func bind(
    _ descriptor: DescriptorArgument, block: Shape, _ types: [Type], at first: Int,
    in memory: Memory, _ position: Int
  ) throws(Diagnostic) -> [FrameSlot] {
    let rank = block.rank
    guard descriptor.shape.count == rank, descriptor.strides.count == rank else {
      throw mismatch(
        "parameter \(first) describes \(rank) dimensions, found \(descriptor.shape.count) extents "
          + "and \(descriptor.strides.count) strides")
    }
    let view = TensorView(
      base: try address(of: descriptor.base, offset: descriptor.offset, in: memory, position),
      shape: descriptor.shape, strides: descriptor.strides, padding: descriptor.padding)
    return [FrameSlot(.descriptor(view))]
      + (try numbers(of: descriptor, types.dropFirst(first + 1), behind: first))
  }

  /// The slots of a descriptor that a pass took apart: its base, whether it pads with NaN, its
  /// extents and its strides.
  private func bind(
    parts descriptor: DescriptorArgument, _ types: [Type], at first: Int, in memory: Memory,
    _ position: Int
  ) throws(Diagnostic) -> [FrameSlot] {
    let base = try address(of: descriptor.base, offset: descriptor.offset, in: memory, position)
    return [
      FrameSlot(.tile(.uniform(base))),
      FrameSlot(.tile(.uniform(descriptor.padding == .nan ? 1 : 0))),
    ] + (try numbers(of: descriptor, types.dropFirst(first + 2), behind: first))
  }

  /// The slots of a descriptor's extents and strides, for parameters of `types`.
  private func numbers(
    of descriptor: DescriptorArgument, _ types: ArraySlice<Type>, behind first: Int
  ) throws(Diagnostic) -> [FrameSlot] {
    let numbers = descriptor.shape + descriptor.strides
    let widths = types.prefix(numbers.count).map { $0.scalar?.bitWidth ?? 0 }
    guard widths.count == numbers.count, !widths.contains(0) else {
      throw mismatch(
        "parameter \(first) is a descriptor, expected \(numbers.count) extents and strides after it"
      )
    }
    return zip(numbers, widths).map { number, width in
      FrameSlot(.tile(.uniform(UInt64(bitPattern: number).truncated(to: width))))
    }
  }
}

extension KernelArgument {
  /// What kind of argument this is, in words.
  fileprivate var words: String {
    switch self {
    case .scalar: "a scalar"
    case .pointer, .address: "a pointer"
    case .descriptor: "a tensor descriptor"
    }
  }
}
