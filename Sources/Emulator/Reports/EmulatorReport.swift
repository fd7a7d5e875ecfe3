import Support

/// Why a launch was stopped: what the kernel did wrong, where, and in which thread.
package struct EmulatorReport: Error, Hashable, Sendable {
  /// What kinds of faults there are.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case outOfBounds = "out-of-bounds access"
    case misaligned = "misaligned access"
    case uninitializedMemory = "read of uninitialized memory"
    case uninitializedRegister = "read of an uninitialized register"
    case writeToConstant = "write to constant memory"
    case sharedMemoryRace = "shared memory race"
    case divergentCollective = "collective executed by a part of the warp"
    case missingLanes = "collective names lanes that do not take part"
    case barrierMisuse = "misuse of a barrier"
    case asyncCopyMisuse = "misuse of an asynchronous copy"
    case deadlock = "deadlock"
    case stepBudget = "step budget exhausted"
    case trap = "trap"
    case assertion = "assertion failed"
    case invalidCall = "invalid call"
    case invalidLaunch = "invalid launch"
  }

  /// One access to memory, for reports that name two.
  package struct Access: Hashable, Sendable {
    /// The line of the PTX text.
    package var line: Int
    /// The line of the kernel's source, if the text names one.
    package var source: SourcePosition?
    /// The warp in the block.
    package var warp: Int
    /// The lane in the warp.
    package var lane: Int
    /// It changed the memory.
    package var isWrite: Bool
  }

  /// What kind of fault it is.
  package var kind: Kind
  /// What happened, without the place.
  package var message: String
  /// The name of the PTX text.
  package var file: String
  /// The line of the PTX text; 0 if the launch itself is at fault.
  package var line: Int
  /// The line of the kernel's source, if the text names one.
  package var source: SourcePosition?
  /// The block in the grid.
  package var block: GridPosition?
  /// The warp in the block.
  package var warp: Int?
  /// The lane in the warp.
  package var lane: Int?
  /// The address that was accessed.
  package var address: UInt64?
  /// For races: the access that was first, and the one that was found to conflict with it.
  package var accesses: [Access] = []
  /// What else explains the fault, a line each: who waits where in a deadlock.
  package var notes: [String] = []

  init(_ kind: Kind, _ message: String, file: String, line: Int = 0) {
    self.kind = kind
    self.message = message
    self.file = file
    self.line = line
  }
}

extension EmulatorReport: CustomStringConvertible {
  package var description: String {
    var text = line > 0 ? "\(file):\(line): " : "\(file): "
    text += "error: \(kind.rawValue): \(message)"
    if let block {
      text += "\n  in block \(block)"
      if let warp { text += ", warp \(warp)" }
      if let lane { text += ", lane \(lane)" }
      if let source { text += ", from \(source)" }
    }
    for access in accesses {
      text += "\n\(file):\(access.line): note: \(access.isWrite ? "write" : "read") by warp "
      text += "\(access.warp), lane \(access.lane)"
      if let source = access.source { text += ", from \(source)" }
    }
    for note in notes { text += "\n  \(note)" }
    return text
  }
}
