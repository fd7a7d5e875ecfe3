extension Block {
  /// How deep calls may nest: more than any thread's stack has room for.
  private static let depthLimit = 4096

  /// Copies arguments in lanes `mask` and makes the function's own memory and registers unset.
  func enter(_ call: EmulatedProgram.Call, _ warp: Warp, _ mask: UInt32) throws(Stop) {
    let lanes = Lanes(registers: warp.registers, predicates: warp.predicates, mask: mask)
    try lanes.visit { lane throws(Stop) in
      let start = lane * warp.localByteCount
      let (bytes, marks) = (warp.local + start, warp.localMarks + start)
      let arguments = call.arguments.map { values(bytes, marks, $0) }
      if let frame = call.frame {
        if warp.suspended.isEmpty { warp.suspended = Array(repeating: [], count: 32) }
        guard warp.suspended[lane].count < Self.depthLimit else {
          throw fail(
            .invalidCall, "calls nest more than \(Self.depthLimit) deep", lane: lane)
        }
        warp.suspended[lane].append(suspend(call, frame, warp, lanes, lane))
      }
      (marks + call.locals.lowerBound).update(repeating: 0, count: call.locals.count)
      for (copy, values) in zip(call.arguments, arguments) {
        put(values, bytes + copy.to, marks + copy.to)
      }
    }
    for number in call.registers { warp.written[Int(number)] &= ~mask }
  }

  /// A part of a warp returns to `after` with its results.
  func leave(_ warp: Warp, _ index: Int, _ after: Int) {
    let call = program.calls[Int(program.code[after - 1].extra)]
    let lanes = Lanes(
      registers: warp.registers, predicates: warp.predicates, mask: warp.fragments[index].mask)
    lanes.forEachLane { lane in
      let start = lane * warp.localByteCount
      let (bytes, marks) = (warp.local + start, warp.localMarks + start)
      let results = call.results.map { values(bytes, marks, $0) }
      if let frame = call.frame, let suspended = warp.suspended[lane].popLast() {
        resume(suspended, call, frame, warp, lanes, lane)
      }
      for (copy, values) in zip(call.results, results) {
        put(values, bytes + copy.to, marks + copy.to)
      }
    }
    warp.fragments[index].returns.removeLast()
    warp.fragments[index].pc = after
  }

  private func values(
    _ bytes: UnsafeMutableRawPointer, _ marks: UnsafeMutablePointer<UInt8>,
    _ copy: EmulatedProgram.ParameterCopy
  ) -> (bytes: [UInt8], marks: [UInt8]) {
    (
      Array(UnsafeRawBufferPointer(start: bytes + copy.from, count: copy.byteCount)),
      Array(UnsafeBufferPointer(start: marks + copy.from, count: copy.byteCount))
    )
  }

  private func put(
    _ values: (bytes: [UInt8], marks: [UInt8]), _ bytes: UnsafeMutableRawPointer,
    _ marks: UnsafeMutablePointer<UInt8>
  ) {
    for (offset, byte) in values.bytes.enumerated() {
      bytes.storeBytes(of: byte, toByteOffset: offset, as: UInt8.self)
      marks[offset] = values.marks[offset]
    }
  }

  private func suspend(
    _ call: EmulatedProgram.Call, _ frame: EmulatedProgram.Frame, _ warp: Warp, _ lanes: Lanes,
    _ lane: Int
  ) -> SuspendedFrame {
    let locals = EmulatedProgram.ParameterCopy(
      from: call.locals.lowerBound, to: 0, byteCount: call.locals.count)
    let start = lane * warp.localByteCount
    let memory = values(warp.local + start, warp.localMarks + start, locals)
    let bit = UInt32(lane)
    return SuspendedFrame(
      registers: frame.predicates.map { UInt64(warp.predicates[Int($0)] >> bit & 1) }
        + frame.narrow.map { lanes.read($0, isWide: false, lane) }
        + frame.wide.map { lanes.read($0, isWide: true, lane) },
      isWritten: call.registers.map { warp.written[Int($0)] >> bit & 1 == 1 },
      bytes: memory.bytes, marks: memory.marks)
  }

  private func resume(
    _ suspended: SuspendedFrame, _ call: EmulatedProgram.Call, _ frame: EmulatedProgram.Frame,
    _ warp: Warp, _ lanes: Lanes, _ lane: Int
  ) {
    let bit = UInt32(1) << UInt32(lane)
    var values = suspended.registers[...]
    for (place, value) in zip(frame.predicates, values) {
      let old = warp.predicates[Int(place)]
      warp.predicates[Int(place)] = value == 1 ? old | bit : old & ~bit
    }
    values = values.dropFirst(frame.predicates.count)
    for (place, value) in zip(frame.narrow, values) {
      lanes.write(place, isWide: false, lane, value)
    }
    values = values.dropFirst(frame.narrow.count)
    for (place, value) in zip(frame.wide, values) {
      lanes.write(place, isWide: true, lane, value)
    }
    for (number, isWritten) in zip(call.registers, suspended.isWritten) {
      let old = warp.written[Int(number)]
      warp.written[Int(number)] = isWritten ? old | bit : old & ~bit
    }
    let start = lane * warp.localByteCount + call.locals.lowerBound
    put((suspended.bytes, suspended.marks), warp.local + start, warp.localMarks + start)
  }
}
