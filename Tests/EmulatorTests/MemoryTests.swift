import Emulator
import Testing

@Suite struct MemoryTests {
  @Test func aHugeAllocationCostsWhatIsTouched() throws {
    let memory = EmulatedMemory()
    let address = try memory.allocate(byteCount: 1 << 40, name: "huge")
    let last = address + 1 << 40 - 4
    memory.write([1, 2, 3, 4], at: last)
    #expect(memory.read(at: last - 2, count: 6) == [0, 0, 1, 2, 3, 4])
    #expect(memory.isWritten(at: last - 2, count: 6) == [false, false, true, true, true, true])
  }

  @Test func allocationsAreFarApartAndAligned() throws {
    let memory = EmulatedMemory()
    var end: UInt64 = 0
    for alignment in [16, 256, 4096, 1 << 20] {
      let address = try memory.allocate(byteCount: 100, alignment: alignment, name: "a")
      #expect(address % UInt64(alignment) == 0)
      #expect(address > end + 1 << 35)
      end = address + 100
    }
  }

  @Test func memoryThatWasFreedIsNamed() throws {
    let memory = EmulatedMemory()
    let address = try memory.allocate(byteCount: 64, name: "gone")
    #expect(memory.free(address))
    #expect(!memory.free(address))
    let program = try KernelText.program(
      KernelText.module(
        "ld.param.u64 %rd1, [p0];\nld.global.b32 %r1, [%rd1+8];", parameters: ".param .u64 p0"))
    let report = #expect(throws: EmulatorReport.self) {
      try program.run(
        EmulatedLaunch(
          grid: GridPosition(1), threads: GridPosition(1), parameters: [littleEndian(address)]),
        memory: memory)
    }
    #expect(report?.kind == .outOfBounds)
    #expect(report?.message.hasSuffix("in 'gone', which was freed") == true)
  }

  @Test func variablesOfADeviceKeepTheirValues() throws {
    let program = try KernelText.program(
      KernelText.module(
        """
        ld.param.u64 %rd1, [p0];
        atom.global.add.u32 %r1, [counter], 1;
        st.global.b32 [%rd1], %r1;
        """, parameters: ".param .u64 p0", declarations: ".global .align 4 .b32 counter = 5;"))
    let memory = EmulatedMemory()
    let address = try memory.allocate(byteCount: 4, name: "out")
    for expected in [UInt32(5), 6, 7] {
      _ = try program.run(
        EmulatedLaunch(
          grid: GridPosition(1), threads: GridPosition(1), parameters: [littleEndian(address)]),
        memory: memory)
      #expect(memory.read(at: address, count: 4) == littleEndian(expected))
    }
  }
}
