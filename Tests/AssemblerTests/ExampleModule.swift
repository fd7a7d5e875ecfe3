import Assembler
import PTX

/// Small modules with a known fault, or none.
enum ExampleModule {
  /// A kernel that stores its thread's number.
  static func good(_ name: String = "good") -> AssemblyInput {
    input(
      name,
      """
      .visible .entry \(name)(.param .u64 p)
      {
        .reg .b32 %r<2>;
        .reg .b64 %rd<2>;
        ld.param.u64 %rd1, [p];
        mov.u32 %r1, %tid.x;
        st.global.u32 [%rd1], %r1;
        ret;
      }
      """)
  }

  /// A kernel that jumps to a label that is not there, in line 6.
  static func lost(_ name: String = "lost") -> AssemblyInput {
    input(
      name,
      """
      .visible .entry \(name)()
      {
        bra absent;
        ret;
      }
      """)
  }

  /// A kernel that holds 64 values in 32 registers; its entry is in line 4.
  static func spilling(_ name: String = "spilling") -> AssemblyInput {
    let loads = (0..<64).map { "  ld.volatile.global.u32 %r\($0), [%rd1+\(4 * $0)];\n" }
    let stores = (0..<64).map { "  st.volatile.global.u32 [%rd1+\(4 * $0)], %r\(63 - $0);\n" }
    return input(
      name,
      """
      .visible .entry \(name)(.param .u64 p)
      .maxntid 128
      .maxnreg 32
      {
        .reg .b32 %r<64>;
        .reg .b64 %rd<2>;
        ld.param.u64 %rd1, [p];
      \(loads.joined())\(stores.joined())  ret;
      }
      """)
  }

  /// A kernel that reads a product of warpgroups without waiting for it, in line 21.
  static func unawaited(_ name: String = "unawaited") -> AssemblyInput {
    input(
      name,
      """
      .visible .entry \(name)(.param .u64 p)
      .maxntid 128
      {
        .reg .b64 %rd<3>;
        .reg .f32 %f<4>;
        ld.param.u64 %rd1, [p];
        ld.global.u64 %rd2, [%rd1];
        mov.f32 %f0, 0f00000000;
        mov.f32 %f1, 0f00000000;
        mov.f32 %f2, 0f00000000;
        mov.f32 %f3, 0f00000000;
        wgmma.fence.sync.aligned;
        wgmma.mma_async.sync.aligned.m64n8k16.f32.f16.f16
          {%f0, %f1, %f2, %f3}, %rd2, %rd2, 1, 1, 1, 0, 0;
        wgmma.commit_group.sync.aligned;
        st.global.f32 [%rd1], %f0;
        ret;
      }
      """)
  }

  private static func input(_ name: String, _ functions: String) -> AssemblyInput {
    let header = ".version 8.0\n.target sm_90a\n.address_size 64\n"
    return AssemblyInput(
      name: "\(name).ptx", ptx: Array((header + functions + "\n").utf8), target: .sm90a)
  }
}
