import CUDADriver
import Synchronization

/// The GPUs that launches name by their numbers.
///
/// They stay open for as long as the process lives, as the driver does: a process has one driver
/// and each of its GPUs one primary context, which takes a good part of a second to make.
enum OpenedGPUs {
  private static let opened = Mutex<[Int: GPU]>([:])
  private static let emulated = Mutex<GPU?>(nil)

  /// The emulator that launches without a GPU of their own share.
  static func emulator() throws(DeviceError) -> GPU {
    let result = emulated.withLock { emulated in
      Result { () throws(DeviceError) in
        if let emulated { return emulated }
        let gpu = try GPU.emulated()
        emulated = gpu
        return gpu
      }
    }
    return try result.get()
  }

  /// The GPU at `index`, opened if nobody has named it yet.
  static func device(_ index: Int) throws(DeviceError) -> GPU {
    let result = opened.withLock { opened in
      Result { () throws(DeviceError) in
        if let known = opened[index] { return known }
        let gpu = try GPU(index)
        opened[index] = gpu
        return gpu
      }
    }
    return try result.get()
  }
}
