import Compiler

/// A kernel that is ready to be loaded.
struct MadeKernel {
  /// What a launch must know of it.
  let kernel: CompiledKernel
  /// What the engine loads: a cubin, or PTX for the emulator.
  let image: [UInt8]
  /// Where it came from.
  let origin: KernelCompilation.Origin
  /// What made the machine code, if there is any.
  let assembler: String?
}
