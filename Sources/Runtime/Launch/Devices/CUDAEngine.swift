import CUDADriver
import Compiler
import PTX

/// A GPU behind NVIDIA's driver.
package struct CUDAEngine: Sendable {
  let context: Context
  let facts: DeviceFacts

  /// The GPU at `index` of `driver`, made ready.
  package init(_ driver: Driver, device index: Int) throws(DeviceError) {
    (context, facts) = try DeviceError.reporting { () throws(DriverError) in
      let device = try driver.device(index)
      return (try Context(device), try DeviceFacts(device))
    }
  }

  var name: String { "GPU \(facts.index) (\(facts.name))" }

  var target: PTXTarget { .native(toCapability: facts.computeCapability) }

  var limits: DeviceLimits {
    DeviceLimits(
      grid: (facts.maximumGrid[0], facts.maximumGrid[1], facts.maximumGrid[2]),
      threadsPerBlock: facts.maximumThreadsPerBlock,
      sharedBytesPerBlock: facts.sharedBytesPerBlockOnRequest)
  }

  func allocate(byteCount: Int) throws(DeviceError) -> DeviceMemory {
    try DeviceError.reporting { () throws(DriverError) in
      try context.allocate(byteCount: byteCount)
    }
  }

  func write(_ bytes: UnsafeRawBufferPointer, to address: UInt64) throws(DeviceError) {
    try DeviceError.reporting { () throws(DriverError) in try context.copy(bytes, to: address) }
  }

  func read(
    from address: UInt64, into bytes: UnsafeMutableRawBufferPointer
  ) throws(DeviceError) {
    try DeviceError.reporting { () throws(DriverError) in
      // A stream of ours does not wait for copies, nor they for it.
      try context.synchronize()
      try context.copy(from: address, to: bytes)
    }
  }

  func load(_ kernel: CompiledKernel, image: [UInt8]) throws(DeviceError) -> CUDACode {
    try DeviceError.reporting { () throws(DriverError) in
      try CUDACode(kernel, image: image, facts: facts, context: context)
    }
  }

  func makeStream(takesGraphs: Bool = true) throws(DeviceError) -> CUDADriver.Stream {
    try DeviceError.reporting { () throws(DriverError) in
      try CUDADriver.Stream(context, takesGraphs: takesGraphs)
    }
  }

  func synchronize() throws(DeviceError) {
    try DeviceError.reporting { () throws(DriverError) in try context.synchronize() }
  }
}

extension PTXTarget {
  /// The target whose code uses all that a device of compute capability `capability` can.
  package static func native(toCapability capability: (major: Int, minor: Int)) -> PTXTarget {
    // From Hopper on, what is new runs on no later architecture.
    PTXTarget(
      capability.major * 10 + capability.minor, isArchitectureSpecific: capability.major >= 9)
  }
}
