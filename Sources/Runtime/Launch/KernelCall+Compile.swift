import IR
import KernelLanguage
import Support

extension KernelCall {
  /// Makes the kernel of `module`, which is this call's, and loads it on `gpu`.
  func load(
    _ module: borrowing Module, on gpu: GPU, options: KernelOptions
  ) throws(KernelError) -> LoadedKernel {
    guard options.warps > 0, options.warps & (options.warps - 1) == 0 else {
      throw error("\(options.warps) warps, expected a power of two")
    }
    if let registers = options.maximumRegisters,
      !KernelOptions.registerLimits.contains(registers)
    {
      throw error("at most \(registers) registers, expected 16 to 255")
    }
    let made = try gpu.toolchain.make(module, of: self, for: gpu.engine, options: options)
    do throws(DeviceError) {
      return try LoadedKernel(made, on: gpu.engine, valueCount: words.valueCount)
    } catch {
      // Another process may have kept what this machine's driver does not take.
      guard made.origin != .compiler else { throw self.error(error.description) }
      let again = try gpu.toolchain.make(
        module, of: self, for: gpu.engine, options: options, after: error)
      do throws(DeviceError) {
        return try LoadedKernel(again, on: gpu.engine, valueCount: words.valueCount)
      } catch {
        throw self.error(error.description)
      }
    }
  }
}
