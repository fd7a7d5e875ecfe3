/// Code on a device, which is unloaded when its owner is gone.
package struct LoadedModule: ~Copyable, Sendable {
  /// The device that the code is on.
  package let context: Context
  let handle: DriverHandle
  /// What the driver's compiler said, as registers and spills; empty for machine code.
  package let log: String

  /// Loads `image`: PTX, which the driver compiles, or a cubin.
  ///
  /// - Throws: `failedCall` with the errors of the driver's compiler.
  package init(
    _ context: Context, image: [UInt8], options: CompilerOptions = CompilerOptions()
  ) throws(DriverError) {
    let driver = context.driver
    let log = CompilerLog(options: options)
    // PTX is read as a C string.
    let terminated = image + [0]
    handle = try context.perform { () throws(DriverError) in
      var handle: DriverHandle = 0
      let code = terminated.withUnsafeBytes {
        driver.modules.cuModuleLoadDataEx(
          &handle, $0.baseAddress, log.optionCount, log.optionNames, log.optionValues)
      }
      if code != 0 {
        throw driver.error(
          code, "cuModuleLoadDataEx", "\(image.count) bytes to GPU \(context.device.index)",
          log: log.errorText)
      }
      return handle
    }
    self.context = context
    self.log = log.infoText
  }

  deinit {
    let (modules, handle) = (context.driver.modules, handle)
    context.discard { modules.cuModuleUnload(handle) }
  }

  /// The kernel called `name`, which may be used as long as the module is there.
  package func function(_ name: String) throws(DriverError) -> KernelFunction {
    try context.perform { () throws(DriverError) in
      var function: DriverHandle = 0
      let driver = context.driver
      try driver.check(
        driver.modules.cuModuleGetFunction(&function, handle, name), "cuModuleGetFunction",
        "kernel '\(name)'")
      return KernelFunction(context: context, handle: function, name: name)
    }
  }

  /// Where the variable called `name` lies, and how many bytes it has.
  package func variable(
    _ name: String
  ) throws(DriverError) -> (address: DeviceAddress, byteCount: Int) {
    try context.perform { () throws(DriverError) in
      var address: DeviceAddress = 0
      var count: UInt = 0
      let driver = context.driver
      try driver.check(
        driver.modules.cuModuleGetGlobal(&address, &count, handle, name), "cuModuleGetGlobal",
        "variable '\(name)'")
      return (address, Int(count))
    }
  }
}
