import Emulator
import PTX
import Support
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Powers of two, which the emulator computes for several lanes at once.
@Suite struct ExponentialTests {
  private static let count = 1 << 16

  /// Floats of every size, and some that powers of two are exact or special for.
  private static let inputs: [Float] = {
    let special: [Float] = [
      0, -0, 1, -1, 127, 128, 127.99999, -126, -125.5, -126.5, -149, -149.5, -150, -150.5, -151,
      -200, 200, .infinity, -.infinity, .nan, 0x1p-140, -0x1p-140, .leastNonzeroMagnitude,
    ]
    let spread = (0..<(count - special.count)).map { index -> Float in
      let fraction = Float(index &* 40503 % 65536) / 65536
      switch index % 4 {
      case 0: return fraction * 4 - 2
      case 1: return fraction * 310 - 160
      case 2: return fraction * 1e-4
      default: return Float(bitPattern: UInt32(truncatingIfNeeded: index &* 2_654_435_761))
      }
    }
    return special + spread
  }()

  @Test(arguments: [false, true])
  func powersOfTwoAreTheNearestFloats(isFlushing: Bool) throws {
    let program = try KernelText.program(
      KernelText.module(
        """
        ld.param.u64 %rd1, [p0];
        mov.u32 %r1, %ctaid.x;
        mov.u32 %r2, %tid.x;
        mad.lo.s32 %r3, %r1, 256, %r2;
        mad.wide.u32 %rd2, %r3, 4, %rd1;
        ld.global.f32 %f1, [%rd2];
        ex2.approx\(isFlushing ? ".ftz" : "").f32 %f2, %f1;
        st.global.f32 [%rd2], %f2;
        """, parameters: ".param .u64 p0"))
    let memory = EmulatedMemory()
    let address = try memory.allocate(byteCount: 4 * Self.count, name: "values")
    memory.write(Self.inputs.flatMap { littleEndian($0.bitPattern) }, at: address)
    _ = try program.run(
      EmulatedLaunch(
        grid: GridPosition(UInt64(Self.count / 256)), threads: GridPosition(256),
        parameters: [littleEndian(address)]), memory: memory)
    let results = memory.read(at: address, count: 4 * Self.count)
    func flushed(_ value: Float) -> Float {
      isFlushing && value.isSubnormal ? (value.sign == .minus ? -0.0 : 0.0) : value
    }
    for (index, input) in Self.inputs.enumerated() {
      let expected = flushed(Float(exp2(Double(flushed(input)))))
      let bits = input.isNaN ? 0x7FFF_FFFF : expected.bitPattern
      let found = Array(results[(index * 4)..<(index * 4 + 4)])
      #expect(found == littleEndian(bits), "2 to the power of \(input)")
    }
  }
}
