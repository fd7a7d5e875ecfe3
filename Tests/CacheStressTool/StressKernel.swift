import Assembler
import Compiler
import IR
import KernelCache
import PTX
import Support

/// Made-up kernels, of which number and seed say every byte.
enum StressKernel {
  /// How many kernels the processes share.
  static let count = 48

  /// The key of kernel `number`.
  static func key(_ number: Int) -> KernelCacheKey {
    KernelCacheKey(SHA256.digest(of: Array("kernel \(number)".utf8)))
  }

  /// Kernel `number`, some 2 to 40 KiB of it.
  static func kernel(_ number: Int) -> CachedKernel {
    var state = UInt64(number) | 1
    func bytes(_ count: Int) -> [UInt8] {
      (0..<count).map { _ in
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return UInt8(truncatingIfNeeded: state)
      }
    }
    let kernel = CompiledKernel(
      name: "kernel\(number)", ptx: bytes(1000 + 211 * number), target: .sm90a, warpCount: 4,
      sharedByteCount: number, parameters: [EntryParameter(name: "p", kind: .pointer)])
    let code = [0x7f, 0x45, 0x4c, 0x46] + bytes(1000 + 601 * number)
    return CachedKernel(
      kernel: kernel, assembly: Assembly(cubin: code, resources: [], messages: []))
  }
}
