import CUDADriver
import Compiler

/// A kernel in the memory of a GPU.
///
/// A class, since the module is unloaded when nobody holds the kernel any more.
package final class CUDACode: Sendable {
  private let module: LoadedModule
  private let launches: RepeatedLaunches
  private let threadCount: UInt32
  private let sharedByteCount: UInt32
  let resources: KernelResources?

  init(
    _ kernel: CompiledKernel, image: [UInt8], facts: DeviceFacts, context: Context
  ) throws(DriverError) {
    module = try LoadedModule(context, image: image)
    let function = try module.function(kernel.name)
    launches = RepeatedLaunches(of: function)
    threadCount = UInt32(kernel.warpCount * 32)
    sharedByteCount = UInt32(kernel.sharedByteCount)
    if kernel.sharedByteCount > facts.sharedBytesPerBlock {
      try function.set(.maximumDynamicSharedBytes, to: kernel.sharedByteCount)
    }
    resources = KernelResources(
      registerCount: try function.value(of: .registerCount),
      localByteCount: try function.value(of: .localBytes),
      sharedByteCount: try function.value(of: .staticSharedBytes) + kernel.sharedByteCount,
      blocksPerMultiprocessor: try function.blocksPerMultiprocessor(
        threadCount: kernel.warpCount * 32, sharedByteCount: kernel.sharedByteCount))
  }

  deinit { launches.removeAll() }

  @inline(__always)
  func launch(
    grid: LaunchGrid, on stream: CUDADriver.Stream,
    parameters: UnsafeMutableBufferPointer<UnsafeMutableRawPointer?>
  ) throws(DeviceError) {
    let launch = BlockLaunch(
      grid: .init(UInt32(grid.x), UInt32(grid.y), UInt32(grid.z)), block: .init(threadCount),
      sharedByteCount: sharedByteCount)
    try DeviceError.reporting { () throws(DriverError) in
      try launches.launch(launch, on: stream, parameters: parameters)
    }
  }
}
