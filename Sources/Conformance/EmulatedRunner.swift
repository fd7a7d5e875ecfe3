import Compiler
import Emulator
import IR
import PTX
import Support

/// Compiles recorded kernels and runs the PTX on the emulator.
public struct EmulatedRunner: Sendable {
  private let target: PTXTarget
  private let options: EmulatorOptions

  /// What kernels are compiled for when nothing else is asked for.
  public static let defaultTarget = "sm_90a"

  /// A runner for the machine that PTX calls `target`; `nil` if there is none.
  ///
  /// - Parameter tracksRaces: whether conflicting accesses to shared memory are found.
  public init?(target: String = defaultTarget, tracksRaces: Bool = true) {
    guard let found = PTXTarget(name: target) else { return nil }
    self.target = found
    var options = EmulatorOptions()
    options.tracksRaces = tracksRaces
    self.options = options
  }

  /// What the launch of `module`, as it was recorded, leaves in buffers that hold `before`.
  ///
  /// - Parameter granularity: what the sizes of buffers are rounded up to.
  func run(
    _ module: consuming Module, _ record: LaunchRecord, _ before: [[UInt8]], granularity: Int
  ) throws -> [[UInt8]] {
    let compiled = try CompiledLaunch(module, record, target: target)
    let kernel = compiled.kernel
    let source = SourceText(name: "\(kernel.name).ptx", bytes: kernel.ptx)
    let program = try EmulatedProgram(
      try PTXReading(source), source: source, kernel: kernel.name)

    let memory = EmulatedMemory()
    var addresses: [Int: UInt64] = [:]
    for (buffer, bytes) in zip(record.buffers, before) {
      let size = (bytes.count + granularity - 1) / granularity * granularity
      let address = try memory.allocate(byteCount: size, name: "buffer\(buffer.index)")
      memory.write(bytes + Array(repeating: 0, count: size - bytes.count), at: address)
      addresses[buffer.index] = address
    }
    let launch = EmulatedLaunch(
      grid: GridPosition(
        UInt64(record.grid[0]), UInt64(record.grid[1]), UInt64(record.grid[2])),
      threads: GridPosition(UInt64(32 * kernel.warpCount)),
      dynamicSharedByteCount: kernel.sharedByteCount,
      parameters: try compiled.parameters(addresses))
    _ = try program.run(launch, memory: memory, options: options)
    return zip(record.buffers, before).map { buffer, bytes in
      addresses[buffer.index].map { memory.read(at: $0, count: bytes.count) } ?? []
    }
  }
}
