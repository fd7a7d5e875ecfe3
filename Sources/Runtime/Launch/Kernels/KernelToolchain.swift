import Compiler
import IR
import PTX
import Support

/// How a kernel for a GPU comes about: the compiler, and what assembles its PTX.
package struct KernelToolchain: Sendable {
  /// Compiles a module for a machine.
  package var compile:
    @Sendable (consuming Module, PTXTarget, KernelOptions) throws(Diagnostic) -> CompiledKernel
  /// What the engine loads: a cubin, or the PTX itself for the engine to assemble.
  package var assemble: @Sendable (CompiledKernel) throws(DeviceError) -> [UInt8]

  /// A way that compiles with `compile`, and gives `assemble`'s result to the engine.
  package init(
    compile:
      @escaping @Sendable (consuming Module, PTXTarget, KernelOptions) throws(Diagnostic) ->
      CompiledKernel,
    assemble: @escaping @Sendable (CompiledKernel) throws(DeviceError) -> [UInt8] = { $0.ptx }
  ) {
    (self.compile, self.assemble) = (compile, assemble)
  }

  /// This package's compiler, and the driver's assembler.
  package static let standard = KernelToolchain { module, target, options throws(Diagnostic) in
    let options = CompilerOptions(target: target, warpCount: options.warps)
    return try KernelCompiler(options).compile(module)
  }
}
