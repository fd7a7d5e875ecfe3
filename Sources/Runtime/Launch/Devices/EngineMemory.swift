import CUDADriver

/// Memory of an engine, given back when its owner is gone.
package enum EngineMemory: ~Copyable, Sendable {
  case cuda(DeviceMemory)
  case emulator(EmulatorMemory)

  /// Where it begins.
  var address: UInt64 {
    switch self {
    case .cuda(let memory): memory.address
    case .emulator(let memory): memory.address
    }
  }
}

/// Memory of the emulator, given back when its owner is gone.
package struct EmulatorMemory: ~Copyable, Sendable {
  private let engine: EmulatorEngine
  let address: UInt64

  init(_ engine: EmulatorEngine, _ address: UInt64) {
    (self.engine, self.address) = (engine, address)
  }

  deinit { engine.free(address) }
}
