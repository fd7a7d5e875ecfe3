import Compiler
import Emulator
import IR
import Interpreter
import PTX
import Support

/// A launch of a kernel in text, by the interpreter and, compiled, by the emulator.
struct CompiledLaunch {
  /// The text of the module.
  var text: String
  /// The bytes of each buffer that the kernel gets a pointer to, in order.
  var buffers: [[UInt8]] = []
  /// What the kernel gets behind the pointers, as the interpreter takes it, and the bytes of the
  /// parameters that it becomes.
  var others: [(argument: (BufferID) -> KernelArgument, bytes: (UInt64) -> [[UInt8]])] = []
  /// What the kernel is compiled for.
  var options = CompilerOptions()

  /// The buffers behind the launch, as the interpreter leaves them.
  func interpreted() throws -> [[UInt8]] {
    let module = try Module.parse(SourceText(name: "test.ttir", text: text))
    try module.requireWellFormed()
    var memory = Memory()
    let ids = buffers.enumerated().map { memory.add($1, name: "buffer\($0)", isInitialized: true) }
    var arguments = ids.map { KernelArgument.pointer($0, offset: 0) }
    if let first = ids.first { arguments += others.map { $0.argument(first) } }
    _ = try Interpreter(module).run(grid: Grid(1), arguments: arguments, memory: &memory)
    return ids.map { memory.bytes(of: $0) }
  }

  /// The PTX of the kernel.
  func compiled() throws -> CompiledKernel {
    let module = try Module.parse(SourceText(name: "test.ttir", text: text))
    return try KernelCompiler(options).compile(module)
  }

  /// The buffers behind the launch, as the PTX leaves them.
  func emulated() throws -> [[UInt8]] {
    let kernel = try compiled()
    let source = SourceText(name: "test.ptx", bytes: kernel.ptx)
    let program = try EmulatedProgram(PTXReading(source), source: source, kernel: kernel.name)
    let memory = EmulatedMemory()
    var addresses: [UInt64] = []
    for (index, bytes) in buffers.enumerated() {
      let address = try memory.allocate(byteCount: bytes.count, name: "buffer\(index)")
      memory.write(bytes, at: address)
      addresses.append(address)
    }
    var parameters = addresses.map { $0.littleEndianBytes }
    if let first = addresses.first { parameters += others.flatMap { $0.bytes(first) } }
    let launch = EmulatedLaunch(
      grid: GridPosition(1), threads: GridPosition(UInt64(32 * kernel.warpCount)),
      dynamicSharedByteCount: kernel.sharedByteCount, parameters: parameters)
    _ = try program.run(launch, memory: memory)
    return zip(addresses, buffers).map { memory.read(at: $0, count: $1.count) }
  }
}

extension FixedWidthInteger {
  /// The bytes, the lowest first.
  var littleEndianBytes: [UInt8] {
    (0..<Self.bitWidth / 8).map { UInt8(truncatingIfNeeded: self >> (8 * $0)) }
  }
}
