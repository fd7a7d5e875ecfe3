import Compiler
import Emulator

/// A kernel that the emulator has read.
package struct EmulatorCode: Sendable {
  let program: EmulatedProgram
  let kernel: CompiledKernel
  let engine: EmulatorEngine

  /// Runs the kernel, and returns the lines that it printed.
  func launch(
    grid: LaunchGrid, parameters: UnsafeMutableBufferPointer<UnsafeMutableRawPointer?>
  ) throws(DeviceError) -> [String] {
    let values = zip(kernel.parameters, parameters).map { parameter, address in
      [UInt8](UnsafeRawBufferPointer(start: address, count: parameter.byteCount))
    }
    let launch = EmulatedLaunch(
      grid: GridPosition(UInt64(grid.x), UInt64(grid.y), UInt64(grid.z)),
      threads: GridPosition(UInt64(kernel.warpCount * 32)),
      dynamicSharedByteCount: kernel.sharedByteCount, parameters: values)
    return try engine.run(program, launch).lines
  }
}
