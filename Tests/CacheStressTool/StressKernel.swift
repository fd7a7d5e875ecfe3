import Assembler
import Compiler
import IR
import KernelCache
import PTX
import Support

/// Made-up kernels, of which the number says every byte.
enum StressKernel {
  /// How many kernels the processes share.
  static let count = 24

  /// The key of kernel `number`.
  static func key(_ number: Int) -> KernelCacheKey {
    KernelCacheKey(SHA256.digest(of: Array("kernel \(number)".utf8)))
  }

  /// Kernel `number`, some 1 to 6 KiB of it.
  static func kernel(_ number: Int) -> CachedKernel {
    let byte = UInt8(truncatingIfNeeded: number)
    let kernel = CompiledKernel(
      name: "kernel\(number)", ptx: [UInt8](repeating: byte, count: 500 + 97 * number),
      target: .sm90a, warpCount: 4, sharedByteCount: number,
      parameters: [EntryParameter(name: "p", kind: .pointer)])
    let code = [0x7f, 0x45, 0x4c, 0x46] + [UInt8](repeating: byte, count: 500 + 101 * number)
    return CachedKernel(
      kernel: kernel, assembly: Assembly(cubin: code, resources: [], messages: []))
  }
}
