import Assembler
import Compiler
import KernelCache
import Launch
import PTX
import Support
import Synchronization

/// A compiler that makes what a test wants, and counts what it made.
final class TestToolchain: Sendable {
  private let made = Mutex(0)
  private let change: @Sendable (inout CompiledKernel) -> Void

  /// A compiler whose kernels are what `change` makes of this package's.
  init(_ change: @escaping @Sendable (inout CompiledKernel) -> Void = { _ in }) {
    self.change = change
  }

  /// How many kernels were compiled.
  var count: Int { made.withLock { $0 } }

  /// The compiler as a GPU takes it.
  ///
  /// - Parameters:
  ///   - cache: keeps what is made, which is said to be of the compiler called `build`.
  func toolchain(
    assembler: PTXAssembler = .driver, cache: KernelCache? = nil, build: String = "test"
  ) -> KernelToolchain {
    var result = KernelToolchain(assembler: assembler, cache: cache) { build }
    let compile = result.compile
    result.compile = { module, target, options throws(Diagnostic) in
      var kernel = try compile(module, target, options)
      self.made.withLock { $0 += 1 }
      self.change(&kernel)
      return kernel
    }
    return result
  }
}
