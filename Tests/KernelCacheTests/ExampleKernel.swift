import Assembler
import Compiler
import IR
import KernelCache
import PTX
import Support

/// Kernels and inputs for tests; none was ever compiled.
enum ExampleKernel {
  /// A kernel that uses every field of the record.
  static func full(_ name: String = "softmax") -> CachedKernel {
    var resources = FunctionResources(name: name)
    (resources.registerCount, resources.barrierCount) = (32, 1)
    (resources.stackByteCount, resources.spillStoreByteCount) = (8, 4)
    (resources.spillLoadByteCount, resources.sharedByteCount) = (12, 4096)
    return CachedKernel(
      kernel: CompiledKernel(
        name: name, ptx: Array(".version 8.0\n.target sm_90a\n".utf8), target: .sm90a,
        warpCount: 8, sharedByteCount: 65536,
        parameters: [
          EntryParameter(name: "x", kind: .pointer, divisibility: 16),
          EntryParameter(name: "n", kind: .scalar(.i32)),
          EntryParameter(name: "é", kind: .scalar(.bf16)),
        ]),
      assembly: Assembly(
        cubin: [0x7f, 0x45, 0x4c, 0x46] + (0..<200).map { UInt8($0) }, resources: [resources],
        messages: [
          AssemblerMessage(.warning, "odd", at: SourcePosition(file: "a.ptx", line: 7)),
          AssemblerMessage(.info, "(C7510) slow"),
        ]))
  }

  /// The inputs of compiling a kernel, with something in every field.
  static let inputs = CompilationInputs(
    compilerBuild: "build", module: Array("module {}".utf8), kernel: "softmax", target: .sm90a,
    ptxVersion: PTXVersion(8, 0), options: ["warps": "4", "stages": "3"],
    constants: ["BLOCK": "128"], specialization: ["x": "16"],
    assembler: AssemblerIdentity("ptxas 12.9.86"), assemblyOptions: AssemblyOptions())

  /// The key of a kernel that only its name tells from others.
  static func key(_ name: String) -> KernelCacheKey {
    var inputs = inputs
    inputs.kernel = name
    return inputs.key
  }
}
