import Compiler
import Emulator
import KernelGenerator
import PTX
import Support

/// Compiles generated kernels and runs them on the emulator.
struct EmulatedKernel {
  private let options: CompilerOptions

  /// A runner for kernels that are compiled with `options`.
  init(_ options: CompilerOptions) { self.options = options }

  /// What each buffer of `generated` holds after the launch.
  func run(_ generated: borrowing GeneratedKernel) throws -> [[UInt8]] {
    let kernel = try KernelCompiler(options).compile(generated.module.copy())
    let source = SourceText(name: "generated.ptx", bytes: kernel.ptx)
    let program = try EmulatedProgram(PTXReading(source), source: source, kernel: kernel.name)
    let memory = EmulatedMemory()
    var addresses: [UInt64] = []
    for (index, buffer) in generated.buffers.enumerated() {
      let address = try memory.allocate(
        byteCount: buffer.bytes.count, name: "buffer\(index)")
      memory.write(buffer.bytes, at: address)
      addresses.append(address)
    }
    let values = generated.arguments.map { argument -> UInt64 in
      switch argument {
      case .buffer(let index, let offset):
        addresses[index] &+ UInt64(bitPattern: Int64(offset))
      case .scalar(let bits): bits
      }
    }
    let parameters = zip(values, kernel.parameters).map { value, parameter in
      (0..<parameter.byteCount).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
    }
    let grid = generated.grid
    let launch = EmulatedLaunch(
      grid: GridPosition(UInt64(grid.x), UInt64(grid.y), UInt64(grid.z)),
      threads: GridPosition(UInt64(32 * kernel.warpCount)),
      dynamicSharedByteCount: kernel.sharedByteCount, parameters: parameters)
    _ = try program.run(launch, memory: memory)
    return zip(addresses, generated.buffers).map { address, buffer in
      memory.read(at: address, count: buffer.bytes.count)
    }
  }
}
