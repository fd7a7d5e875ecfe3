import Assembler
import Compiler

/// What compiling a kernel gave, as a cache keeps it.
package struct CachedKernel: Hashable, Sendable {
  /// The PTX and what a launch must know.
  package var kernel: CompiledKernel
  /// The machine code and what was said about it; `nil` where there is only PTX.
  package var assembly: Assembly?

  /// The compiled kernel with its machine code, if there is any.
  package init(kernel: CompiledKernel, assembly: Assembly? = nil) {
    (self.kernel, self.assembly) = (kernel, assembly)
  }
}
