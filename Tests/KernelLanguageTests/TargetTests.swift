import Nereid
import Testing

/// What kernels can ask of what they are compiled for.
@Suite struct TargetTests {
  @Kernel static func specialized(output: Pointer<Int32>) {
    let target = currentTarget()
    if target.hasComputeCapability(atLeast: 9) {
      store(output, 90)
    } else if target.isCUDA {
      store(output, 80)
    } else {
      store(output, 1)
    }
  }

  @Test func leavesOneBranch() throws {
    let output: Buffer<Int32> = [0]
    let call = Self.specialized(output: output)
    for (target, value) in [
      (TargetInfo.cuda(9), 90), (.cuda(10, 3), 90), (.cuda(8, 9), 80), (.interpreter, 1),
    ] {
      let text = try call.text(for: target)
      #expect(text.contains("arith.constant \(value) : i32"), "\(target)")
      #expect(!text.contains("scf.if"))
    }
    try call.launch(grid: 1, on: .interpreter)
    #expect(output[0] == 1)
  }

  @Test func capabilitiesAreCompared() {
    #expect(TargetInfo.cuda(8, 6).hasComputeCapability(atLeast: 8, 6))
    #expect(!TargetInfo.cuda(8, 6).hasComputeCapability(atLeast: 8, 9))
    #expect(!TargetInfo.interpreter.hasComputeCapability(atLeast: 0))
    #expect(TargetInfo.interpreter.computeCapability == nil)
    #expect(TargetInfo.cuda(9).description == "cuda:9.0")
  }
}
