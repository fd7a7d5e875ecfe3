import IR

/// Writes the words of a call.
struct CallWordWriter {
  private(set) var hash: UInt64
  private(set) var isComparable = true
  private(set) var place = CallWords.Place.nowhere

  /// A writer for a call of the kernel at `line`.
  init(line: Int) {
    // FNV-1a over whole words, with the high half brought down: entries that meet are compared.
    hash = 0xcbf2_9ce4_8422_2325 ^ UInt64(bitPattern: Int64(line))
  }

  /// Writes the numbers that tell which kernel serves to `key`, and the parameters' values to
  /// `values`; both are as long as needed.
  mutating func write(
    _ arguments: [LaunchArgument], _ constexprs: [(name: String, value: Any)],
    key: Slice<UnsafeMutableBufferPointer<UInt64>>,
    values: Slice<UnsafeMutableBufferPointer<UInt64>>
  ) {
    var keys = Cursor(key)
    var values = Cursor(values)
    for argument in arguments {
      let flags =
        (argument.isUnsigned ? 1 << 8 : 0) | UInt64(argument.specialization.rawValue) << 16
      switch argument.value {
      case .none: keys.add(0)
      case .number(let bits, let type):
        keys.add(1 << 32 | flags | UInt64(type.rawValue))
        values.add(bits.littleEndian)
      case .buffer(let storage, let type):
        keys.add(2 << 32 | flags | UInt64(type.rawValue))
        values.add(note(storage).littleEndian)
      case .tensor(let tensor):
        keys.add(3 << 32 | flags | UInt64(tensor.element.rawValue))
        keys.add(UInt64(tensor.shape.count) << 8 | (tensor.padding == .nan ? 1 : 0))
        keys.add(UInt64(tensor.tileShape.count))
        for extent in tensor.tileShape { keys.add(UInt64(bitPattern: Int64(extent))) }
        values.add((note(tensor.storage) &+ tensor.byteOffset).littleEndian)
        for number in [tensor.shape, tensor.strides].joined() {
          values.add(UInt64(bitPattern: Int64(number)).littleEndian)
        }
      }
    }
    for constant in constexprs {
      let (kind, bits) = ConstantWord.words(of: constant.value) ?? (0, 0)
      if kind == 0 { isComparable = false }
      keys.add(kind)
      keys.add(bits)
    }
    for word in key {
      hash = (hash ^ word) &* 0x100_0000_01b3
      hash ^= hash >> 29
    }
  }

  /// Notes where `storage` is.
  ///
  /// - Returns: its address on a device; 0 on the host.
  private mutating func note(_ storage: BufferStorage) -> UInt64 {
    guard let device = storage.device else {
      place = .elsewhere
      return 0
    }
    if place == .nowhere {
      place = .device(device.device)
    } else if place != .device(device.device) {
      place = .elsewhere
    }
    return device.address
  }

  /// Where the next word goes.
  private struct Cursor {
    private var next: UnsafeMutablePointer<UInt64>?

    init(_ words: Slice<UnsafeMutableBufferPointer<UInt64>>) {
      next = words.base.baseAddress.map { $0 + words.startIndex }
    }

    mutating func add(_ word: UInt64) {
      next?.initialize(to: word)
      next = next.map { $0 + 1 }
    }
  }
}

extension LaunchArgument.TensorArgument {
  /// Where the tensor begins, in bytes.
  package var byteOffset: UInt64 { UInt64(bitPattern: Int64(offset * element.byteWidth)) }
}
