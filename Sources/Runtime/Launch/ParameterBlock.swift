import KernelLanguage

/// The values of a launch's parameters, one behind the other as the driver takes them.
enum ParameterBlock {
  /// How many values a launch of `call` passes: a tensor is its address, its extents and its
  /// strides.
  static func valueCount(of call: KernelCall) -> Int {
    call.arguments.reduce(0) { count, argument in
      switch argument.value {
      case .none: count
      case .number, .buffer: count + 1
      case .tensor(let tensor): count + 1 + 2 * tensor.shape.count
      }
    }
  }

  /// Calls `body` with the address of each value that `call` passes to `kernel`. Allocates nothing.
  static func withValues(
    of call: KernelCall, for kernel: LoadedKernel, staging: BufferStaging,
    _ body: (UnsafeMutableBufferPointer<UnsafeMutableRawPointer?>) throws(DeviceError) -> [String]
  ) throws(DeviceError) -> [String] {
    try withAddresses(count: kernel.widths.count) { values, addresses throws(DeviceError) in
      write(call, staging, to: values)
      return try body(addresses)
    }
  }

  /// Calls `body` with room for `count` values, which are zero, and the address of each. Allocates
  /// nothing.
  static func withAddresses(
    count: Int,
    _ body: (
      UnsafeMutableBufferPointer<UInt64>, UnsafeMutableBufferPointer<UnsafeMutableRawPointer?>
    ) throws(DeviceError) -> [String]
  ) throws(DeviceError) -> [String] {
    let result = withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count) { values in
      withUnsafeTemporaryAllocation(
        of: UnsafeMutableRawPointer?.self, capacity: count
      ) { addresses in
        // Parameters that the author does not know stay null pointers.
        values.initialize(repeating: 0)
        for index in 0..<count {
          let address = values.baseAddress.map { UnsafeMutableRawPointer($0 + index) }
          addresses.initializeElement(at: index, to: address)
        }
        return Result { () throws(DeviceError) in try body(values, addresses) }
      }
    }
    return try result.get()
  }

  /// Values are in the low bytes of their words, as the machines that have GPUs put them.
  private static func write(
    _ call: KernelCall, _ staging: BufferStaging, to values: UnsafeMutableBufferPointer<UInt64>
  ) {
    var next = 0
    func add(_ value: UInt64) {
      values[next] = value.littleEndian
      next += 1
    }
    for argument in call.arguments {
      switch argument.value {
      case .none: continue
      case .number(let bits, _): add(bits)
      case .buffer(let storage, _): add(staging.address(of: storage))
      case .tensor(let tensor):
        let offset = tensor.offset * tensor.element.byteWidth
        add(staging.address(of: tensor.storage) &+ UInt64(bitPattern: Int64(offset)))
        for extent in tensor.shape { add(UInt64(bitPattern: Int64(extent))) }
        for stride in tensor.strides { add(UInt64(bitPattern: Int64(stride))) }
      }
    }
  }
}
