extension Block {
  /// Keeps a report of a fault of the instruction that runs.
  func fail(
    _ kind: EmulatorReport.Kind, _ message: String, lane: Int? = nil, address: UInt64? = nil
  ) -> Stop {
    var report = EmulatorReport(
      kind, message, file: program.file, line: line(currentPC))
    report.source = program.sourcePosition(currentPC)
    report.block = position
    report.warp = currentWarp
    report.lane = lane
    report.address = address
    self.report = report
    return Stop()
  }

  /// The line of the text in which the instruction at `pc` stands.
  func line(_ pc: Int) -> Int { Int(program.places[pc].line) }

  /// Nothing can run on: says who waits where.
  func stuck() -> Stop {
    var notes: [String] = []
    var first: (pc: Int, warp: Int, mask: UInt32)?
    var isCollective = false
    for warp in warps {
      for fragment in warp.fragments {
        let pc = fragment.pc
        let what: String
        switch fragment.state {
        case .ready: what = "is ready"
        case .joined: what = "wait for lanes that took another way"
        case .barrier(let number):
          let barrier = barriers[number]
          what =
            "wait at barrier \(number), where \(barrier.arrived) threads came"
            + (barrier.expected < 0 ? "" : " of \(barrier.expected)")
        case .collective(let members):
          what = "wait for lanes \(laneList(members & ~fragment.mask))"
          if !isCollective { first = (pc, warp.number, fragment.mask) }
          isCollective = true
        }
        if first == nil { first = (pc, warp.number, fragment.mask) }
        let lanes = laneList(fragment.mask)
        notes.append("warp \(warp.number), lanes \(lanes) \(what), line \(line(pc))")
      }
    }
    currentPC = first?.pc ?? 0
    currentWarp = first?.warp ?? 0
    let stop =
      isCollective
      ? fail(.missingLanes, "lanes that the instruction names never execute it")
      : fail(.deadlock, "no warp of the block can go on")
    report?.notes = notes
    return stop
  }

  /// Lanes as ranges: `0-15, 17`.
  func laneList(_ mask: UInt32) -> String {
    var parts: [String] = []
    var lane = 0
    while lane < 32 {
      guard mask >> UInt32(lane) & 1 == 1 else {
        lane += 1
        continue
      }
      var end = lane
      while end + 1 < 32, mask >> UInt32(end + 1) & 1 == 1 { end += 1 }
      parts.append(end == lane ? "\(lane)" : "\(lane)-\(end)")
      lane = end + 1
    }
    return parts.joined(separator: ", ")
  }
}
