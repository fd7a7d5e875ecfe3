import Synchronization

/// The bytes of a buffer, whatever its elements are: on the host, or on a device.
@usableFromInline
package final class BufferStorage: Sendable {
  private let state: Mutex<State>
  /// Where the bytes are if they are on a device.
  package let device: DevicePlace?

  private struct State {
    var bytes: [UInt8]
    var isInitialized: Bool
  }

  /// Memory of the host that holds `bytes`; where they are only room, `isInitialized` is false.
  package init(bytes: [UInt8], isInitialized: Bool) {
    state = Mutex(State(bytes: bytes, isInitialized: isInitialized))
    device = nil
  }

  /// Memory of a device.
  package init(device: DevicePlace) {
    state = Mutex(State(bytes: [], isInitialized: true))
    self.device = device
  }

  /// A copy of all bytes.
  ///
  /// - Requires: they are on the host.
  package var bytes: [UInt8] {
    requireHost()
    return state.withLock { $0.bytes }
  }

  /// Whether every byte has been given a value, as far as the host knows.
  package var isInitialized: Bool { state.withLock { $0.isInitialized } }

  /// Whether the first byte lies at a multiple of 16.
  package var isAligned: Bool { device.map { $0.address % 16 == 0 } ?? true }

  /// Replaces all bytes, after which every one has a value.
  ///
  /// - Requires: they are on the host.
  package func assign(_ bytes: [UInt8]) {
    requireHost()
    state.withLock { $0 = State(bytes: bytes, isInitialized: true) }
  }

  /// Writes the low `byteCount` bytes of `bits`, lowest first, at `offset` bytes.
  ///
  /// - Requires: the bytes are on the host.
  package func replace(at offset: Int, with bits: UInt64, byteCount: Int) {
    requireHost()
    state.withLock { state in
      for byte in 0..<byteCount {
        state.bytes[offset + byte] = UInt8(truncatingIfNeeded: bits >> UInt64(8 * byte))
      }
    }
  }

  private func requireHost() {
    precondition(
      device == nil, "the buffer is on a device; copy it to the host to see its elements")
  }
}
