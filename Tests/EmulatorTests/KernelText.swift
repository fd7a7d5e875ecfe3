import Emulator
import PTX
import Support

/// Kernels in PTX for tests of the interface.
enum KernelText {
  /// A module with a kernel `main` of `parameters` and `body`, which has registers of every class.
  static func module(
    _ body: String, parameters: String = "", declarations: String = "", target: String = "sm_90a"
  ) -> SourceText {
    SourceText(
      name: "kernel.ptx",
      text: """
        .version 8.0
        .target \(target)
        .address_size 64
        .file 1 "kernel.py"
        \(declarations)
        .visible .entry main(\(parameters))
        {
        .reg .pred %p<8>; .reg .b32 %r<16>; .reg .f32 %f<8>; .reg .b64 %rd<16>;
        \(body)
        ret;
        }
        """)
  }

  /// The kernel of a module.
  static func program(_ source: SourceText) throws -> EmulatedProgram {
    try EmulatedProgram(PTXReading(source), source: source, kernel: "main")
  }

  /// The report of a launch of a kernel without parameters; nil if nothing is wrong.
  static func report(
    _ source: SourceText, grid: UInt64 = 1, threads: UInt64 = 32, shared: Int = 0,
    options: EmulatorOptions = EmulatorOptions()
  ) throws -> EmulatorReport? {
    let program = try program(source)
    do {
      _ = try program.run(
        EmulatedLaunch(
          grid: GridPosition(grid), threads: GridPosition(threads), dynamicSharedByteCount: shared),
        memory: EmulatedMemory(), options: options)
      return nil
    } catch {
      return error
    }
  }
}

/// The bytes of a number, the lowest first.
func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
  withUnsafeBytes(of: value.littleEndian) { Array($0) }
}
