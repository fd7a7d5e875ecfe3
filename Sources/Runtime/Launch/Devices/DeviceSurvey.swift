import CUDADriver
import PTX

/// What there is on this machine to run kernels on.
package struct DeviceSurvey: Hashable, Sendable {
  /// A GPU that the driver knows.
  package struct Entry: Hashable, Sendable {
    /// Its place among the driver's devices, counted from 0.
    package var index: Int
    /// Its name, such as `NVIDIA H200`.
    package var name: String
    /// The compute capability, `9.0` for Hopper.
    package var computeCapability: String
    /// The machine that kernels are compiled for, `sm_90a`.
    package var target: String
    /// How many bytes of memory it has.
    package var memoryByteCount: Int
    /// How many multiprocessors it has.
    package var multiprocessorCount: Int
    /// How many bytes of shared memory a block may have.
    package var sharedBytesPerBlock: Int
    /// How many bytes its second-level cache has.
    package var secondLevelCacheBytes: Int
    /// The clock of its multiprocessors.
    package var clockMegahertz: Int
    /// How many bytes its memory moves in a second at most.
    package var memoryBytesPerSecond: Int
  }

  /// The version of CUDA that the driver supports; `nil` without a driver.
  package var driverVersion: String?
  /// Why no kernels run on a GPU; `nil` if they do.
  package var problem: String?
  /// The GPUs, in the driver's order.
  package var gpus: [Entry] = []

  /// Asks the driver in the library at `path`.
  package init(driver path: String = Driver.standardPath) {
    do throws(DriverError) {
      let driver = try Driver(path: path)
      driverVersion = "\(driver.version)"
      for index in 0..<(try driver.deviceCount) {
        gpus.append(Entry(try DeviceFacts(driver.device(index))))
      }
      if let first = gpus.first, !first.isSupported {
        problem = "\(first.name) is \(first.target), but kernels are compiled for sm_80 or later"
      }
    } catch {
      if case .oldDriver(_, let found, _) = error { driverVersion = "\(found)" }
      problem = error.description
    }
    if problem == nil, gpus.isEmpty { problem = "the driver has no GPU" }
  }

  /// Where a launch that names no place of its own should go, and why.
  package var choice: (target: String, reason: String) {
    guard let first = gpus.first, problem == nil else {
      return ("interpreter, emulator", "there is no GPU that can be used")
    }
    return ("cuda:\(first.index)", "GPU \(first.index) is \(first.target)")
  }
}

extension DeviceSurvey.Entry {
  fileprivate init(_ facts: DeviceFacts) {
    let capability = facts.computeCapability
    index = facts.index
    name = facts.name
    computeCapability = "\(capability.major).\(capability.minor)"
    target = "\(PTXTarget.native(toCapability: capability))"
    memoryByteCount = facts.memoryByteCount
    multiprocessorCount = facts.multiprocessorCount
    sharedBytesPerBlock = facts.sharedBytesPerBlockOnRequest
    secondLevelCacheBytes = facts.secondLevelCacheBytes
    clockMegahertz = facts.clockKilohertz / 1000
    // Both edges of the clock carry a bit on each line.
    memoryBytesPerSecond = 2 * facts.memoryClockKilohertz * 1000 * facts.memoryBusBits / 8
  }

  /// Whether kernels can be compiled for the GPU.
  fileprivate var isSupported: Bool {
    PTXTarget(name: target).map { $0.number >= PTXTarget.sm80.number } ?? false
  }
}
