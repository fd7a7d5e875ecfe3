import KernelLanguage

/// A launch's arguments and constants as numbers, equal where the same compiled kernel serves.
enum KeyWords {
  /// How many numbers `write` needs at most for `call`.
  static func capacity(_ call: KernelCall) -> Int {
    var count = 2 * call.constexprs.count
    for argument in call.arguments {
      count += 1
      if case .tensor(let tensor) = argument.value { count += 2 + tensor.tileShape.count }
    }
    return count
  }

  /// Writes the numbers of `call` to `words`.
  ///
  /// - Returns: how many there are, or `nil` if a constant cannot be compared with others.
  static func write(_ call: KernelCall, to words: UnsafeMutableBufferPointer<UInt64>) -> Int? {
    var count = 0
    func add(_ word: UInt64) {
      words[count] = word
      count += 1
    }
    for argument in call.arguments {
      let flags: UInt64 =
        (argument.isUnsigned ? 1 << 8 : 0) | UInt64(argument.specialization.rawValue) << 16
      switch argument.value {
      case .none: add(0)
      case .number(_, let type): add(1 << 32 | flags | UInt64(type.rawValue))
      case .buffer(_, let type): add(2 << 32 | flags | UInt64(type.rawValue))
      case .tensor(let tensor):
        add(3 << 32 | flags | UInt64(tensor.element.rawValue))
        add(UInt64(tensor.shape.count) << 8 | (tensor.padding == .nan ? 1 : 0))
        add(UInt64(tensor.tileShape.count))
        for extent in tensor.tileShape { add(UInt64(bitPattern: Int64(extent))) }
      }
    }
    for constant in call.constexprs {
      if let (kind, bits) = simple(constant.value) {
        add(kind)
        add(bits)
      } else if let value = constant.value as? any Hashable {
        add(Self.compared)
        add(UInt64(bitPattern: Int64(value.hashValue)))
      } else {
        return nil
      }
    }
    return count
  }

  /// `value` as a number for its type and one for itself, if it is of a type that most constants
  /// have.
  static func simple(_ value: Any) -> (kind: UInt64, bits: UInt64)? {
    let type = type(of: value)
    if type == Int.self, let value = value as? Int { return (1, UInt64(bitPattern: Int64(value))) }
    if type == Bool.self, let value = value as? Bool { return (2, value ? 1 : 0) }
    if type == Float.self, let value = value as? Float { return (3, UInt64(value.bitPattern)) }
    if type == Double.self, let value = value as? Double { return (4, value.bitPattern) }
    if type == Int32.self, let value = value as? Int32 {
      return (5, UInt64(bitPattern: Int64(value)))
    }
    if let value = value as? Any.Type {
      return (6, UInt64(UInt(bitPattern: ObjectIdentifier(value))))
    }
    return nil
  }

  /// A number for all of `words` and the line of the kernel.
  static func hash(_ words: UnsafeBufferPointer<UInt64>, line: Int, warps: Int) -> UInt64 {
    // FNV-1a over whole words, with the high half brought down: entries that meet are compared.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(bitPattern: Int64(line << 8 ^ warps))
    for word in words {
      hash = (hash ^ word) &* 0x100_0000_01b3
      hash ^= hash >> 29
    }
    return hash
  }

  /// The kind of a constant whose number is its hash.
  private static let compared: UInt64 = 7
}
