import IR
import Interpreter
import KernelGenerator
import Testing

/// Generated kernels are well formed and run without anything that a check finds.
@Suite struct KernelGeneratorTests {
  private static let seeds: UInt64 = 100

  @Test(arguments: KernelFamily.allCases)
  func runsWithoutFindings(_ family: KernelFamily) throws {
    var writing = 0
    for seed in 0..<Self.seeds {
      let kernel = GeneratedKernel(seed: seed, family: family)
      do {
        try kernel.module.requireWellFormed()
        let after = try kernel.interpreted()
        if zip(after, kernel.buffers).contains(where: { $0 != $1.bytes }) { writing += 1 }
        for (bytes, buffer) in zip(after, kernel.buffers) where !buffer.isWritable {
          #expect(bytes == buffer.bytes, "seed \(seed) writes what it must not")
        }
      } catch {
        Issue.record("seed \(seed): \(error)\n\(kernel.text())")
        return
      }
    }
    #expect(writing > Self.seeds * 8 / 10)
  }

  @Test(arguments: KernelFamily.allCases)
  func seedsMakeTheSameKernelAgain(_ family: KernelFamily) {
    for seed in 0..<UInt64(20) {
      let (first, second) = (
        GeneratedKernel(seed: seed, family: family).text(),
        GeneratedKernel(seed: seed, family: family).text()
      )
      #expect(first == second)
    }
  }
}
