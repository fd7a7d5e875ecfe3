extension Block {
  /// Copies arguments in lanes `mask` and makes the function's own memory and registers unset.
  func enter(_ call: EmulatedProgram.Call, _ warp: Warp, _ mask: UInt32) {
    for number in call.registers { warp.written[Int(number)] &= ~mask }
    forEachLocal(warp, mask) { bytes, marks in
      var arguments: [(to: Int, bytes: [UInt8], marks: [UInt8])] = []
      for copy in call.arguments {
        arguments.append(
          (
            copy.to,
            Array(UnsafeRawBufferPointer(start: bytes + copy.from, count: copy.byteCount)),
            Array(UnsafeBufferPointer(start: marks + copy.from, count: copy.byteCount))
          ))
      }
      (marks + call.locals.lowerBound).update(repeating: 0, count: call.locals.count)
      for argument in arguments {
        for (offset, byte) in argument.bytes.enumerated() {
          bytes.storeBytes(of: byte, toByteOffset: argument.to + offset, as: UInt8.self)
          marks[argument.to + offset] = argument.marks[offset]
        }
      }
    }
  }

  /// A part of a warp returns to `after` with its results.
  func leave(_ warp: Warp, _ index: Int, _ after: Int) {
    let call = program.calls[Int(program.code[after - 1].extra)]
    forEachLocal(warp, warp.fragments[index].mask) { bytes, marks in
      for copy in call.results {
        (bytes + copy.to).copyMemory(from: bytes + copy.from, byteCount: copy.byteCount)
        (marks + copy.to).update(from: marks + copy.from, count: copy.byteCount)
      }
    }
    warp.fragments[index].returns.removeLast()
    warp.fragments[index].pc = after
  }

  private func forEachLocal(
    _ warp: Warp, _ mask: UInt32,
    _ body: (UnsafeMutableRawPointer, UnsafeMutablePointer<UInt8>) -> Void
  ) {
    for lane in 0..<32 where mask >> UInt32(lane) & 1 == 1 {
      let start = lane * warp.localByteCount
      body(warp.local + start, warp.localMarks + start)
    }
  }
}
