import IR

/// What a launch looks at each time, as plain numbers that are found out once, when the call is
/// made: which compiled kernel serves, where the buffers are, and the parameters' values.
package struct CallWords {
  /// Where the buffers of a call are.
  package enum Place: Equatable {
    /// There are none.
    case nowhere
    /// All are in the memory of this device.
    case device(ObjectIdentifier)
    /// They are on the host, or not all in one place.
    case elsewhere
  }

  /// The numbers of the key, then the values.
  private let words: [UInt64]
  private let keyCount: Int
  /// A number for the key and the kernel's line.
  package let hash: UInt64
  /// Whether every constant can be compared with others, so that the key says which kernel serves.
  package let isComparable: Bool
  /// Where the buffers are.
  package let place: Place

  /// What `arguments` and `constexprs` say for the kernel at `line`.
  init(_ arguments: [LaunchArgument], _ constexprs: [(name: String, value: Any)], line: Int) {
    let (keyCount, valueCount) = Self.counts(arguments, constexprs)
    var writer = CallWordWriter(line: line)
    words = Array(unsafeUninitializedCapacity: keyCount + valueCount) { buffer, count in
      writer.write(arguments, constexprs, key: buffer[..<keyCount], values: buffer[keyCount...])
      count = keyCount + valueCount
    }
    self.keyCount = keyCount
    (hash, isComparable, place) = (writer.hash, writer.isComparable, writer.place)
  }

  /// How many parameters' values there are.
  package var valueCount: Int { words.count - keyCount }

  /// Calls `body` with the numbers that are equal where the same compiled kernel serves: those of
  /// each argument, then those of each constant.
  @inline(__always)
  package func withKey<Result>(_ body: (UnsafeBufferPointer<UInt64>) -> Result) -> Result {
    words.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<keyCount])) }
  }

  /// Calls `body` with the values of the parameters, each in the low bytes of its word: a tensor is
  /// its address, its extents and its strides. Addresses on the host are 0.
  @inline(__always)
  package func withValues<Result>(_ body: (UnsafeBufferPointer<UInt64>) -> Result) -> Result {
    words.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[keyCount...])) }
  }

  private static func counts(
    _ arguments: [LaunchArgument], _ constexprs: [(name: String, value: Any)]
  ) -> (key: Int, values: Int) {
    var (key, values) = (arguments.count + 2 * constexprs.count, 0)
    for argument in arguments {
      switch argument.value {
      case .none: continue
      case .number, .buffer: values += 1
      case .tensor(let tensor):
        key += 2 + tensor.tileShape.count
        values += 1 + 2 * tensor.shape.count
      }
    }
    return (key, values)
  }
}
