import Assembler
import Compiler
import IR
import KernelCache
import PTX
import Support

/// How a kernel for a GPU comes about: the compiler, what assembles its PTX, and where both are
/// kept.
package struct KernelToolchain: Sendable {
  /// Compiles a module for a machine.
  package typealias Compile =
    @Sendable (consuming Module, PTXTarget, KernelOptions) throws(Diagnostic) -> CompiledKernel

  /// Compiles a module for a machine.
  package var compile: Compile
  /// Makes machine code for a GPU; an emulated one takes PTX.
  package var assembler: PTXAssembler
  /// What was compiled and assembled before; `nil` to make every kernel anew.
  package var cache: KernelCache?
  /// Which compiler it is, for `cache`.
  package var compilerBuild: @Sendable () throws(FileError) -> String

  /// A way that keeps nothing unless it is given a cache.
  package init(
    compile: @escaping Compile = Self.compileForLaunch, assembler: PTXAssembler = .driver,
    cache: KernelCache? = nil,
    compilerBuild: @escaping @Sendable () throws(FileError) -> String = Self.thisBuild
  ) {
    (self.compile, self.assembler, self.cache) = (compile, assembler, cache)
    self.compilerBuild = compilerBuild
  }

  /// What users get: this package's compiler, `assembler`, and the cache that all GPUs of the
  /// process share.
  static func standard(_ assembler: KernelAssembler) throws(DeviceError) -> KernelToolchain {
    KernelToolchain(assembler: try assembler.opened(), cache: sharedCache)
  }

  /// This package's compiler.
  package static let compileForLaunch: Compile = { module, target, options throws(Diagnostic) in
    let options = CompilerOptions(
      target: target, warpCount: options.warps, maximumRegisters: options.maximumRegisters)
    return try KernelCompiler(options).compile(module)
  }

  /// The build that this process runs.
  package static let thisBuild: @Sendable () throws(FileError) -> String = {
    () throws(FileError) in try CompilerBuild.current.get()
  }

  private static let sharedCache = KernelCache(environment: { ProcessEnvironment[$0] }) { fault in
    ProcessEnvironment.warn("compiled kernels are not kept: \(fault)")
  }
}
