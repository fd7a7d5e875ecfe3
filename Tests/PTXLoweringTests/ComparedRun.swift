import Compiler
import Emulator
import IR
import Interpreter
import PTX
import Support

/// A kernel run by the interpreter and, compiled, by the emulator.
struct ComparedRun {
  /// What each buffer holds afterwards.
  private(set) var expected: [[UInt8]]
  private(set) var found: [[UInt8]]
  /// What was printed.
  private(set) var expectedLines: [String]
  private(set) var foundLines: [String]

  /// Runs the kernel of `text`, whose parameters are pointers to `buffers`.
  init(
    _ text: String, buffers: [[UInt8]], programs: Int = 1, for target: PTXTarget = .sm90a,
    warps: Int = 4
  ) throws {
    let source = SourceText(name: "kernel.ttir", text: text)
    let module = try Module.parse(source)
    try module.requireWellFormed()
    var memory = Memory()
    let ids = buffers.enumerated().map { memory.add($1, name: "buffer\($0)") }
    let interpreter = try Interpreter(module, checks: [], stepLimit: 1 << 40)
    let report = try interpreter.run(
      grid: Grid(programs), arguments: ids.map { .pointer($0, offset: 0) }, memory: &memory)
    expected = ids.map { Array(memory.bytes(of: $0)) }
    expectedLines = report.printed

    let kernel = try KernelCompiler(CompilerOptions(target: target, warpCount: warps))
      .compile(try Module.parse(source))
    let ptx = SourceText(name: "kernel.ptx", bytes: kernel.ptx)
    let program = try EmulatedProgram(PTXReading(ptx), source: ptx, kernel: kernel.name)
    let device = EmulatedMemory()
    var addresses: [UInt64] = []
    for (number, bytes) in buffers.enumerated() {
      let address = try device.allocate(byteCount: bytes.count, name: "buffer\(number)")
      device.write(bytes, at: address)
      addresses.append(address)
    }
    let statistics = try program.run(
      EmulatedLaunch(
        grid: GridPosition(UInt64(programs)), threads: GridPosition(UInt64(kernel.warpCount * 32)),
        dynamicSharedByteCount: kernel.sharedByteCount,
        parameters: addresses.map { Self.bytes($0) }), memory: device)
    found = zip(addresses, buffers).map { device.read(at: $0, count: $1.count) }
    foundLines = statistics.lines
  }

  /// The eight bytes of a number, the lowest first.
  static func bytes(_ number: UInt64, count: Int = 8) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * $0)) }
  }

  /// The elements of `count` bytes that `bytes` hold.
  static func numbers(_ bytes: [UInt8], count: Int) -> [UInt64] {
    stride(from: 0, to: bytes.count, by: count).map { start in
      (0..<count).reduce(0) { $0 | UInt64(bytes[start + $1]) << UInt64(8 * $1) }
    }
  }
}
