import IR
import KernelLanguage
import Support

extension KernelCall {
  /// Compiles `module`, which is this call's, and loads it on `gpu`.
  func load(
    _ module: consuming Module, on gpu: GPU, options: KernelOptions
  ) throws(KernelError) -> LoadedKernel {
    guard options.warps > 0, options.warps & (options.warps - 1) == 0 else {
      throw error("\(options.warps) warps, expected a power of two")
    }
    do throws(Diagnostic) {
      let compiled = try gpu.toolchain.compile(module, gpu.engine.target, options)
      do throws(DeviceError) {
        let image = try gpu.toolchain.assemble(compiled)
        return try LoadedKernel(
          compiled, image: image, on: gpu.engine, valueCount: ParameterBlock.valueCount(of: self))
      } catch {
        throw diagnostic(error.description)
      }
    } catch {
      throw KernelError([error])
    }
  }
}
