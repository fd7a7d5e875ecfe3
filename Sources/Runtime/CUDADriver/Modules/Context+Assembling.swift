extension Context {
  /// Machine code for this device, made of `ptx` by the driver.
  ///
  /// - Returns: the cubin, and what the driver's compiler said of registers and spills.
  /// - Throws: `failedCall` with the errors of the driver's compiler.
  package func assemble(
    ptx: [UInt8], options: CompilerOptions = CompilerOptions()
  ) throws(DriverError) -> (cubin: [UInt8], log: String) {
    let log = CompilerLog(options: options)
    let modules = driver.modules
    var terminated = ptx + [0]
    let cubin = try perform { () throws(DriverError) in
      var link: DriverHandle = 0
      try driver.check(
        modules.cuLinkCreate(log.optionCount, log.optionNames, log.optionValues, &link),
        "cuLinkCreate")
      // The cubin belongs to the link.
      defer { _ = modules.cuLinkDestroy(link) }
      let count = UInt(terminated.count)
      let added = terminated.withUnsafeMutableBytes {
        modules.cuLinkAddData(link, Self.ptxInput, $0.baseAddress, count, "kernel", 0, nil, nil)
      }
      if added != 0 {
        throw driver.error(
          added, "cuLinkAddData", "\(ptx.count) bytes of PTX", log: log.errorText)
      }
      var start: UnsafeMutableRawPointer?
      var byteCount: UInt = 0
      let completed = modules.cuLinkComplete(link, &start, &byteCount)
      if completed != 0 {
        throw driver.error(
          completed, "cuLinkComplete", "\(ptx.count) bytes of PTX", log: log.errorText)
      }
      return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(byteCount)))
    }
    return (cubin, log.infoText)
  }

  /// `CU_JIT_INPUT_PTX`
  private static let ptxInput: UInt32 = 1
}
