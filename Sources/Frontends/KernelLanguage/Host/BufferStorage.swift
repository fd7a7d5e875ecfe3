import Synchronization

/// The bytes of a buffer, whatever its elements are.
package final class BufferStorage: Sendable {
  private let state: Mutex<State>

  private struct State {
    var bytes: [UInt8]
    var isInitialized: Bool
  }

  /// Memory that holds `bytes`; where they are only room, `isInitialized` is false.
  package init(bytes: [UInt8], isInitialized: Bool) {
    state = Mutex(State(bytes: bytes, isInitialized: isInitialized))
  }

  /// A copy of all bytes.
  package var bytes: [UInt8] { state.withLock { $0.bytes } }

  /// Whether every byte has been given a value.
  package var isInitialized: Bool { state.withLock { $0.isInitialized } }

  /// Replaces all bytes, after which every one has a value.
  package func assign(_ bytes: [UInt8]) {
    state.withLock { $0 = State(bytes: bytes, isInitialized: true) }
  }

  /// Writes the low `byteCount` bytes of `bits`, lowest first, at `offset` bytes.
  package func replace(at offset: Int, with bits: UInt64, byteCount: Int) {
    state.withLock { state in
      for byte in 0..<byteCount {
        state.bytes[offset + byte] = UInt8(truncatingIfNeeded: bits >> UInt64(8 * byte))
      }
    }
  }
}
