import Assembler
import PTX
import Support

/// Everything that the code of a kernel depends on.
///
/// A field that is missing here would let one kernel be taken for another. Options, constants and
/// specializations are named values whose text says all about them; a float is written by its bits.
package struct CompilationInputs: Hashable, Sendable {
  /// Which compiler it is, as `CompilerBuild` says.
  package var compilerBuild: String
  /// The bytes of the module before any pass.
  package var module: [UInt8]
  /// The name of the function that is the kernel.
  package var kernel: String
  /// The machine.
  package var target: PTXTarget
  /// The version of PTX that the machine's driver and the assembler take at most.
  package var ptxVersion: PTXVersion
  /// What else the compiler was asked for, such as the number of warps.
  package var options: [String: String]
  /// The values of parameters that are known when the kernel is compiled.
  package var constants: [String: String]
  /// What is known of the other parameters, such as that an address is a multiple of 16.
  package var specialization: [String: String]
  /// Which assembler makes the machine code.
  package var assembler: AssemblerIdentity
  /// What the assembler is asked for.
  package var assemblyOptions: AssemblyOptions

  /// The inputs of compiling the function `kernel` of `module`.
  package init(
    compilerBuild: String, module: [UInt8], kernel: String, target: PTXTarget,
    ptxVersion: PTXVersion, options: [String: String] = [:], constants: [String: String] = [:],
    specialization: [String: String] = [:], assembler: AssemblerIdentity,
    assemblyOptions: AssemblyOptions = AssemblyOptions()
  ) {
    (self.compilerBuild, self.module, self.kernel) = (compilerBuild, module, kernel)
    (self.target, self.ptxVersion, self.options) = (target, ptxVersion, options)
    (self.constants, self.specialization) = (constants, specialization)
    (self.assembler, self.assemblyOptions) = (assembler, assemblyOptions)
  }

  /// The digest of all of it, and of the version of the cache's format.
  package var key: KernelCacheKey {
    var writer = RecordWriter()
    writer.write(CacheRecord.version)
    writer.write(compilerBuild)
    writer.write(module)
    writer.write(kernel)
    writer.write(target.description)
    writer.write(ptxVersion.description)
    for values in [options, constants, specialization] {
      // A dictionary has no order of its own; that of the bytes is the same everywhere.
      let sorted = values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      writer.write(sorted) { writer, value in
        writer.write(value.key)
        writer.write(value.value)
      }
    }
    writer.write(assembler.description)
    writer.write(count: assemblyOptions.optimizationLevel)
    writer.write(assemblyOptions.keepsLines)
    writer.write(assemblyOptions.isStrict)
    return KernelCacheKey(SHA256.digest(of: writer.bytes))
  }
}
