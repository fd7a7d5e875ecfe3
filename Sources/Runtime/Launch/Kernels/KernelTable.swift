import KernelLanguage
import Synchronization

/// The kernels that a GPU has loaded, by what decides which one a launch takes.
///
/// A class, since a GPU and its launches share it.
final class KernelTable: Sendable {
  /// A class, so that looking at one copies a single reference.
  private final class Entry: Sendable {
    let key: CallKey
    let kernel: LoadedKernel

    init(_ key: CallKey, _ kernel: LoadedKernel) { (self.key, self.kernel) = (key, kernel) }
  }

  private struct State {
    var entries: [UInt64: [Entry]] = [:]
    /// Kernels whose constants cannot be compared, by what they are made of.
    var byText: [String: LoadedKernel] = [:]
    var compilations: [KernelCompilation] = []
    var keys: [CallKey] = []
  }

  private let state = Mutex(State())

  /// The kernel for `call`, if it is loaded. Allocates nothing.
  func kernel(for call: KernelCall, options: KernelOptions) -> LoadedKernel? {
    let hash = Self.hash(call, options)
    return state.withLock { state in
      guard let entries = state.entries[hash] else { return nil }
      for entry in entries where entry.key.matches(call, options: options) {
        return entry.kernel
      }
      return nil
    }
  }

  /// Keeps `kernel` for launches such as `call`, unless another task was faster, and returns the
  /// one that is kept.
  func insert(
    _ kernel: LoadedKernel, for call: KernelCall, options: KernelOptions, duration: Duration
  ) -> LoadedKernel {
    let hash = Self.hash(call, options)
    let key = CallKey(call, options: options)
    return state.withLock { state in
      for entry in state.entries[hash, default: []]
      where entry.key.matches(call, options: options) {
        return entry.kernel
      }
      state.compilations.append(
        KernelCompilation(
          kernel: call.info.name, reason: Self.reason(for: call, options, key, among: state.keys),
          origin: kernel.origin, assembler: kernel.assembler, duration: duration,
          resources: kernel.code.resources))
      state.keys.append(key)
      state.entries[hash, default: []].append(Entry(key, kernel))
      return kernel
    }
  }

  /// The kernel that was made of the module with `text`.
  func kernel(withText text: String) -> LoadedKernel? { state.withLock { $0.byText[text] } }

  /// Keeps `kernel` for the module with `text`.
  func insert(_ kernel: LoadedKernel, text: String, name: String, duration: Duration) {
    state.withLock { state in
      if state.byText.updateValue(kernel, forKey: text) == nil {
        state.compilations.append(
          KernelCompilation(
            kernel: name,
            reason: "a constant cannot be compared, so that each launch is traced, and no launch "
              + "before this one made the same module",
            origin: kernel.origin, assembler: kernel.assembler, duration: duration,
            resources: kernel.code.resources))
      }
    }
  }

  /// Forgets every kernel.
  func removeAll() { state.withLock { $0 = State() } }

  /// What was compiled, in order.
  var compilations: [KernelCompilation] { state.withLock { $0.compilations } }

  /// Why `call` needs a compilation now.
  func reason(for call: KernelCall, options: KernelOptions) -> String {
    let key = CallKey(call, options: options)
    return Self.reason(for: call, options, key, among: state.withLock { $0.keys })
  }

  private static func hash(_ call: KernelCall, _ options: KernelOptions) -> UInt64 {
    call.words.hash
      ^ UInt64(truncatingIfNeeded: options.warps | (options.maximumRegisters ?? 0) << 8)
  }

  private static func reason(
    for call: KernelCall, _ options: KernelOptions, _ key: CallKey, among keys: [CallKey]
  ) -> String {
    let others = keys.filter { $0.info.isSameKernel(as: call.info) }
    let differences = others.map { call.differences(of: key, from: $0) }
    guard let nearest = differences.min(by: { $0.count < $1.count }) else {
      return "first launch of the kernel"
    }
    return nearest.isEmpty ? "the kernel is another one" : nearest.joined(separator: "; ")
  }
}

extension KernelInfo {
  /// Whether `other` is declared in the same place.
  fileprivate func isSameKernel(as other: KernelInfo) -> Bool {
    line == other.line && name == other.name && file == other.file
  }
}
