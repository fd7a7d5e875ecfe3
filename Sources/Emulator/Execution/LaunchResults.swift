import Synchronization

/// What the threads of a launch hand out and collect.
///
/// A class because the threads share it.
final class LaunchResults: Sendable {
  private struct State: Sendable {
    var next: UInt64 = 0
    var statistics = EmulatorStatistics()
    var lines: [(block: UInt64, lines: [String])] = []
    var failure: (block: UInt64, report: EmulatorReport)?
  }

  private let state = Mutex(State())

  /// The next block to run; nil if there is none or one before it failed.
  func takeBlock(of total: UInt64) -> UInt64? {
    state.withLock { state in
      guard state.next < total, state.failure == nil else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  /// A block ended.
  func add(_ statistics: EmulatorStatistics, ofBlock block: UInt64) {
    state.withLock { state in
      state.statistics.laneInstructions += statistics.laneInstructions
      state.statistics.warpInstructions += statistics.warpInstructions
      if !statistics.lines.isEmpty { state.lines.append((block, statistics.lines)) }
    }
  }

  /// A block failed. Blocks that come before it run or are done, so that the first one is found.
  func add(_ report: EmulatorReport, ofBlock block: UInt64) {
    state.withLock { state in
      if let failure = state.failure, failure.block < block { return }
      state.failure = (block, report)
    }
  }

  /// What all blocks did.
  ///
  /// - Throws: The report of the first block that failed.
  func statistics() throws(EmulatorReport) -> EmulatorStatistics {
    let (result, report) = state.withLock { state in
      var result = state.statistics
      result.lines = state.lines.sorted { $0.block < $1.block }.flatMap(\.lines)
      return (result, state.failure?.report)
    }
    if let report { throw report }
    return result
  }
}
