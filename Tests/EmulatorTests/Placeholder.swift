import Emulator
import PTX
import Support
import Testing

@Test func vectorAdd() throws {
  let text = """
    .version 8.0
    .target sm_90a
    .address_size 64
    .extern .shared .align 16 .b8 smem[];
    .visible .entry add(.param .u64 a, .param .u64 b, .param .u32 n)
    {
      .reg .pred %p<4>;
      .reg .b32 %r<10>;
      .reg .f32 %f<4>;
      .reg .b64 %rd<8>;
      ld.param.u64 %rd1, [a];
      ld.param.u64 %rd2, [b];
      ld.param.u32 %r1, [n];
      mov.u32 %r2, %ctaid.x;
      mov.u32 %r3, %ntid.x;
      mov.u32 %r4, %tid.x;
      mad.lo.s32 %r5, %r2, %r3, %r4;
      setp.ge.s32 %p1, %r5, %r1;
      @%p1 bra $DONE;
      mul.wide.s32 %rd3, %r5, 4;
      add.s64 %rd4, %rd1, %rd3;
      add.s64 %rd5, %rd2, %rd3;
      ld.global.f32 %f1, [%rd4];
      add.f32 %f2, %f1, %f1;
      st.global.f32 [%rd5], %f2;
    $DONE:
      mov.u32 %r6, smem;
      shl.b32 %r7, %r4, 2;
      add.s32 %r6, %r6, %r7;
      st.shared.b32 [%r6], %r4;
      bar.sync 0;
      ld.shared.b32 %r8, [%r6];
      ret;
    }
    """
  let source = SourceText(name: "add.ptx", text: text)
  let program = try EmulatedProgram(PTXReading(source), source: source, kernel: "add")
  let memory = EmulatedMemory()
  let a = try memory.allocate(byteCount: 400, name: "a")
  let b = try memory.allocate(byteCount: 400, name: "b")
  let values = (0..<100).map { Float($0) }
  memory.write(values.withUnsafeBytes { Array($0) }, at: a)
  func bytes(_ value: some FixedWidthInteger) -> [UInt8] { withUnsafeBytes(of: value) { Array($0) } }
  let statistics = try program.run(
    EmulatedLaunch(
      grid: GridPosition(2), threads: GridPosition(64), dynamicSharedByteCount: 256,
      parameters: [bytes(a), bytes(b), bytes(UInt32(100))]), memory: memory)
  let result = memory.read(at: b, count: 400).withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
  #expect(result == values.map { $0 * 2 })
  print(statistics)
}
