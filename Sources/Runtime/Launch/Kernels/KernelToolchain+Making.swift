import Assembler
import Compiler
import IR
import KernelCache
import KernelLanguage
import Support

extension KernelToolchain {
  /// The kernel of `module`, which is that of `call`, for `engine`: from the cache, or compiled and
  /// assembled.
  ///
  /// - Parameter refusal: why the machine did not take what the cache has of it, which is replaced.
  func make(
    _ module: borrowing Module, of call: KernelCall, for engine: Engine, options: KernelOptions,
    after refusal: DeviceError? = nil
  ) throws(KernelError) -> MadeKernel {
    switch engine {
    case .emulator:
      // Compiling takes less time than a look on the disk saves.
      let kernel = try compiled(module, engine, options)
      return MadeKernel(kernel: kernel, image: kernel.ptx, origin: .compiler, assembler: nil)
    case .cuda(let device):
      let key = key(module, of: call, for: device, options: options)
      if let refusal {
        cache?.report(.refused(kernel: call.info.name, reason: refusal.description))
      }
      let found = try kernel(for: key, isRefused: refusal != nil) { () throws(KernelError) in
        let kernel = try compiled(module, engine, options)
        return CachedKernel(
          kernel: kernel, assembly: try assembled(kernel, by: device, for: call))
      }
      return MadeKernel(
        kernel: found.kernel.kernel,
        image: found.kernel.assembly?.cubin ?? found.kernel.kernel.ptx, origin: found.origin,
        assembler: device.name(of: assembler))
    }
  }

  private func compiled(
    _ module: borrowing Module, _ engine: Engine, _ options: KernelOptions
  ) throws(KernelError) -> CompiledKernel {
    do throws(Diagnostic) {
      return try compile(module.copy(), engine.target, options)
    } catch {
      throw KernelError([error])
    }
  }

  private func assembled(
    _ kernel: CompiledKernel, by device: CUDAEngine, for call: KernelCall
  ) throws(KernelError) -> Assembly {
    do throws(AssemblerError) {
      return try device.assemble(kernel, by: assembler)
    } catch {
      guard case .refused(let name, let problems) = error else { throw call.error("\(error)") }
      throw KernelError([call.diagnostic("\(name) refused the kernel's PTX")] + problems)
    }
  }

  /// The kernel that `key` stands for; without a key it is only compiled.
  private func kernel(
    for key: KernelCacheKey?, isRefused: Bool, compile: () throws(KernelError) -> CachedKernel
  ) throws(KernelError) -> (kernel: CachedKernel, origin: KernelCompilation.Origin) {
    guard let key, let cache else { return (try compile(), .compiler) }
    let (kernel, origin) = try cache.kernel(for: key, isRefused: isRefused, compile: compile)
    switch origin {
    case .memory: return (kernel, .memory)
    case .disk: return (kernel, .disk)
    case .compilation: return (kernel, .compiler)
    }
  }

  /// A digest of all that the machine code depends on; `nil` where nothing is kept.
  private func key(
    _ module: borrowing Module, of call: KernelCall, for device: CUDAEngine, options: KernelOptions
  ) -> KernelCacheKey? {
    guard let cache else { return nil }
    do throws(FileError) {
      // What stays in this process was made by this compiler.
      let build = cache.keepsOnDisk ? try compilerBuild() : ""
      // The text holds the constants, what is known of the arguments, and the lines that the code
      // names.
      return CompilationInputs(
        compilerBuild: build, module: Array(module.text(locations: true).utf8),
        kernel: call.info.name, target: device.target, ptxVersion: device.target.lowestVersion,
        options: [
          "warps": "\(options.warps)", "registers": "\(options.maximumRegisters ?? 0)",
        ], assembler: device.identity(of: assembler)
      ).key
    } catch {
      cache.report(.file(error))
      return nil
    }
  }
}
