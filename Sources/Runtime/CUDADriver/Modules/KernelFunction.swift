/// A kernel in a module that is loaded.
package struct KernelFunction: Sendable {
  /// The device that it is on.
  package let context: Context
  let handle: DriverHandle
  /// Its name.
  package let name: String

  init(context: Context, handle: DriverHandle, name: String) {
    (self.context, self.handle, self.name) = (context, handle, name)
  }

  /// The value of `attribute`.
  package func value(of attribute: FunctionAttribute) throws(DriverError) -> Int {
    try context.perform { () throws(DriverError) in
      var value: Int32 = 0
      let driver = context.driver
      try driver.check(
        driver.modules.cuFuncGetAttribute(&value, attribute.rawValue, handle),
        "cuFuncGetAttribute", "\(attribute) of kernel '\(name)'")
      return Int(value)
    }
  }

  /// Sets `attribute` to `value`.
  package func set(_ attribute: FunctionAttribute, to value: Int) throws(DriverError) {
    try context.perform { () throws(DriverError) in
      let driver = context.driver
      try driver.check(
        driver.modules.cuFuncSetAttribute(handle, attribute.rawValue, Int32(clamping: value)),
        "cuFuncSetAttribute", "\(attribute) of kernel '\(name)' to \(value)")
    }
  }

  /// How many blocks of `threadCount` threads with `sharedByteCount` bytes of dynamic shared memory
  /// a multiprocessor holds.
  package func blocksPerMultiprocessor(
    threadCount: Int, sharedByteCount: Int
  ) throws(DriverError) -> Int {
    try context.perform { () throws(DriverError) in
      var count: Int32 = 0
      let driver = context.driver
      try driver.check(
        driver.modules.cuOccupancyMaxActiveBlocksPerMultiprocessor(
          &count, handle, Int32(clamping: threadCount), UInt(sharedByteCount)),
        "cuOccupancyMaxActiveBlocksPerMultiprocessor", "kernel '\(name)'")
      return Int(count)
    }
  }
}
