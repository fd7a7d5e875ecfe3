import KernelLanguage

/// The values of a launch's parameters, one behind the other as the driver takes them.
enum ParameterBlock {
  /// Calls `body` with the address of each of `values`, and behind them with so many of null
  /// pointers that there are `count`. Allocates nothing.
  @inline(__always)
  static func withAddresses(
    of values: UnsafeBufferPointer<UInt64>, count: Int,
    _ body: (UnsafeMutableBufferPointer<UnsafeMutableRawPointer?>) throws(DeviceError) -> [String]
  ) throws(DeviceError) -> [String] {
    // Parameters that the author does not know.
    var null: UInt64 = 0
    return try withUnsafeMutablePointer(to: &null) { null in
      withUnsafeTemporaryAllocation(
        of: UnsafeMutableRawPointer?.self, capacity: count
      ) { addresses in
        // The driver only reads.
        let first = UnsafeMutablePointer(mutating: values.baseAddress)
        for index in 0..<count {
          let address = index < values.count ? first.map { $0 + index } : null
          addresses.initializeElement(at: index, to: UnsafeMutableRawPointer(address))
        }
        return Result { () throws(DeviceError) in try body(addresses) }
      }
    }.get()
  }

  /// The values that `call` passes, with its buffers where `staging` has them.
  static func values(of call: KernelCall, staging: BufferStaging) -> [UInt64] {
    var values = call.words.withValues { Array($0) }
    var place = 0
    for argument in call.arguments {
      switch argument.value {
      case .none: continue
      case .number: place += 1
      case .buffer(let storage, _):
        values[place] = staging.address(of: storage).littleEndian
        place += 1
      case .tensor(let tensor):
        let address = staging.address(of: tensor.storage) &+ tensor.byteOffset
        values[place] = address.littleEndian
        place += 1 + 2 * tensor.shape.count
      }
    }
    return values
  }
}
