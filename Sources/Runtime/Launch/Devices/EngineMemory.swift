import CUDADriver

/// Memory of an engine, given back when its owner is gone.
package enum EngineMemory: ~Copyable, Sendable {
  case cuda(DeviceMemory)

  /// Where it begins.
  var address: UInt64 {
    switch self {
    case .cuda(let memory): memory.address
    }
  }
}
