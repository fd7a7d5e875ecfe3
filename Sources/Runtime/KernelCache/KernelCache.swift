import Synchronization

/// Compiled kernels in memory, and on disk for other processes.
///
/// Whatever happens to the disk, a kernel that is asked for is compiled; the first thing that goes
/// wrong is reported once. A class, since all launches of a process share its entries.
package final class KernelCache: Sendable {
  /// Where a kernel came from.
  package enum Origin: String, Hashable, Sendable { case memory, disk, compilation }

  /// How often what happened.
  package struct Statistics: Hashable, Sendable {
    /// Kernels that were in memory.
    package var memoryHitCount = 0
    /// Kernels that were on disk.
    package var diskHitCount = 0
    /// Kernels that were compiled.
    package var compilationCount = 0
    /// Failures of the disk, of which the first was reported.
    package var faultCount = 0
  }

  private struct Entry {
    var kernel: CachedKernel
    var lastUse: UInt64
  }

  private enum Disk {
    case unopened(path: String)
    case open(CacheFolder)
    case unavailable
  }

  private struct State {
    var entries: [KernelCacheKey: Entry] = [:]
    var clock: UInt64 = 0
    var disk: Disk
    /// How many bytes this process may write before it looks at the size of the folder.
    var bytesUntilSweep = 0
    var statistics = Statistics()
  }

  private let state: Mutex<State>
  private let byteLimit: Int
  private let entryLimit: Int
  private let warn: @Sendable (CacheFault) -> Void

  /// A cache of up to `entryLimit` kernels in memory, and of `byteLimit` bytes in the folder at
  /// `path`.
  ///
  /// - Parameters:
  ///   - path: The folder; `nil` to keep nothing on disk.
  ///   - warn: Called for the first thing that goes wrong with the folder.
  package init(
    path: String?, byteLimit: Int = CacheLocation.standardByteLimit, entryLimit: Int = 4096,
    warn: @escaping @Sendable (CacheFault) -> Void
  ) {
    precondition(byteLimit >= 0 && entryLimit > 0, "a cache has room for a kernel")
    state = Mutex(State(disk: path.map { .unopened(path: $0) } ?? .unavailable))
    (self.byteLimit, self.entryLimit, self.warn) = (byteLimit, entryLimit, warn)
  }

  /// A cache where `environment` says, whose variables it looks up. If it says nothing that can be
  /// understood, nothing is kept on disk.
  package convenience init(
    environment: (String) -> String?, warn: @escaping @Sendable (CacheFault) -> Void
  ) {
    do throws(CacheFault) {
      let location = try CacheLocation(environment: environment)
      self.init(path: location.folder, byteLimit: location.byteLimit, warn: warn)
    } catch {
      self.init(path: nil, warn: warn)
      report(error)
    }
  }

  /// Whether there is a folder, as far as that is known.
  package var keepsOnDisk: Bool {
    state.withLock { if case .unavailable = $0.disk { false } else { true } }
  }

  /// How often what happened so far.
  package var statistics: Statistics { state.withLock { $0.statistics } }

  /// The kernel that `key` stands for: from memory, from disk, or from `compile`, whose result is
  /// kept.
  ///
  /// Two threads that ask for the same new kernel at the same time may both compile it.
  ///
  /// - Parameter isRefused: What is kept cannot be used, and is replaced.
  /// - Throws: what `compile` throws, and nothing else.
  package func kernel<Failure: Error>(
    for key: KernelCacheKey, isRefused: Bool = false,
    compile: () throws(Failure) -> CachedKernel
  ) throws(Failure) -> (kernel: CachedKernel, origin: Origin) {
    if !isRefused, let kernel = fromMemory(key) { return (kernel, .memory) }
    let folder = openFolder()
    if !isRefused, let folder, let kernel = fromDisk(key, in: folder) {
      remember(kernel, for: key) { $0.diskHitCount += 1 }
      return (kernel, .disk)
    }
    let kernel = try compile()
    remember(kernel, for: key) { $0.compilationCount += 1 }
    if let folder { keep(kernel, for: key, in: folder) }
    return (kernel, .compilation)
  }
}

extension KernelCache {
  fileprivate func fromMemory(_ key: KernelCacheKey) -> CachedKernel? {
    state.withLock { state in
      guard let kernel = state.entries[key]?.kernel else { return nil }
      state.clock += 1
      state.entries[key]?.lastUse = state.clock
      state.statistics.memoryHitCount += 1
      return kernel
    }
  }

  fileprivate func remember(
    _ kernel: CachedKernel, for key: KernelCacheKey, count: (inout Statistics) -> Void
  ) {
    state.withLock { state in
      count(&state.statistics)
      state.clock += 1
      state.entries[key] = Entry(kernel: kernel, lastUse: state.clock)
      guard state.entries.count > entryLimit else { return }
      // A quarter at a time, so that the search for the oldest is rare.
      let oldest = state.entries.sorted { $0.value.lastUse < $1.value.lastUse }
      for (key, _) in oldest.prefix(max(1, entryLimit / 4)) { state.entries[key] = nil }
    }
  }

  /// The folder, opened when it is first needed; `nil` if there is none.
  fileprivate func openFolder() -> CacheFolder? {
    let (folder, fault): (CacheFolder?, CacheFault?) = state.withLock { state in
      switch state.disk {
      case .open(let folder): return (folder, nil)
      case .unavailable: return (nil, nil)
      case .unopened(let path):
        do throws(CacheFault) {
          let folder = try CacheFolder(path: path)
          state.disk = .open(folder)
          return (folder, nil)
        } catch {
          state.disk = .unavailable
          return (nil, error)
        }
      }
    }
    if let fault { report(fault) }
    return folder
  }

  fileprivate func fromDisk(_ key: KernelCacheKey, in folder: CacheFolder) -> CachedKernel? {
    do throws(CacheFault) {
      guard case .kept(let content) = try folder.find(key) else { return nil }
      return CachedKernel(record: content)
    } catch {
      report(error)
      return nil
    }
  }

  fileprivate func keep(_ kernel: CachedKernel, for key: KernelCacheKey, in folder: CacheFolder) {
    let record = kernel.record
    do throws(CacheFault) {
      try folder.keep(record, for: key)
      let isSweepDue = state.withLock { state in
        state.bytesUntilSweep -= record.count
        guard state.bytesUntilSweep < 0 else { return false }
        // The folder exceeds its limit by a small part at most, unless many processes write to it.
        state.bytesUntilSweep = byteLimit / 16
        return true
      }
      if isSweepDue { try folder.sweep(byteLimit: byteLimit) }
    } catch {
      report(error)
    }
  }

  /// Notes that something is not kept on disk because of `fault`.
  package func report(_ fault: CacheFault) {
    let isFirst = state.withLock { state in
      state.statistics.faultCount += 1
      return state.statistics.faultCount == 1
    }
    if isFirst { warn(fault) }
  }
}
