/// Loops over the lanes of a warp that compilers turn into vector instructions.
extension Block {
  @inline(__always)
  private func start<Value>(_ lanes: Lanes, _ place: Int32) -> UnsafeMutablePointer<Value> {
    (lanes.registers + Int(place)).assumingMemoryBound(to: Value.self)
  }

  /// Moves results from the scratch memory into a register, in the lanes that execute.
  ///
  /// The way over scratch memory costs little and keeps loops free of the question whether the
  /// result lies on a source.
  @inline(__always)
  private func commit<Value>(
    _ values: UnsafeMutablePointer<Value>, _ place: Int32, _ lanes: Lanes
  ) {
    let target: UnsafeMutablePointer<Value> = start(lanes, place)
    if lanes.mask == .max {
      target.update(from: values, count: 32)
    } else {
      let (mask, bits) = (lanes.mask, laneBits)
      for lane in 0..<32 { target[lane] = mask & bits[lane] != 0 ? values[lane] : target[lane] }
    }
  }

  @inline(__always)
  func map<A: BitwiseCopyable, Result: BitwiseCopyable>(
    _ instruction: UnsafeMutablePointer<DecodedInstruction>, _ lanes: Lanes,
    _ body: (A) -> Result
  ) {
    let a: UnsafeMutablePointer<A> = start(lanes, instruction.pointee.a)
    let values = scratch.assumingMemoryBound(to: Result.self)
    for lane in 0..<32 { values[lane] = body(a[lane]) }
    commit(values, instruction.pointee.result, lanes)
  }

  @inline(__always)
  func map<A: BitwiseCopyable, B: BitwiseCopyable, Result: BitwiseCopyable>(
    _ instruction: UnsafeMutablePointer<DecodedInstruction>, _ lanes: Lanes,
    _ body: (A, B) -> Result
  ) {
    let a: UnsafeMutablePointer<A> = start(lanes, instruction.pointee.a)
    let b: UnsafeMutablePointer<B> = start(lanes, instruction.pointee.b)
    let values = scratch.assumingMemoryBound(to: Result.self)
    for lane in 0..<32 { values[lane] = body(a[lane], b[lane]) }
    commit(values, instruction.pointee.result, lanes)
  }

  @inline(__always)
  func map<
    A: BitwiseCopyable, B: BitwiseCopyable, C: BitwiseCopyable, Result: BitwiseCopyable
  >(
    _ instruction: UnsafeMutablePointer<DecodedInstruction>, _ lanes: Lanes,
    _ body: (A, B, C) -> Result
  ) {
    let a: UnsafeMutablePointer<A> = start(lanes, instruction.pointee.a)
    let b: UnsafeMutablePointer<B> = start(lanes, instruction.pointee.b)
    let c: UnsafeMutablePointer<C> = start(lanes, instruction.pointee.c)
    let values = scratch.assumingMemoryBound(to: Result.self)
    for lane in 0..<32 { values[lane] = body(a[lane], b[lane], c[lane]) }
    commit(values, instruction.pointee.result, lanes)
  }

  /// Three floats make one; if `fast` doubts its result in any lane, `exact` computes all.
  @inline(__always)
  func mapDoubting(
    _ instruction: UnsafeMutablePointer<DecodedInstruction>, _ lanes: Lanes,
    fast: (Float, Float, Float) -> (result: Float, doubt: UInt64),
    exact: (Float, Float, Float) -> Float
  ) {
    let a: UnsafeMutablePointer<Float> = start(lanes, instruction.pointee.a)
    let b: UnsafeMutablePointer<Float> = start(lanes, instruction.pointee.b)
    let c: UnsafeMutablePointer<Float> = start(lanes, instruction.pointee.c)
    let values = scratch.assumingMemoryBound(to: Float.self)
    var doubts: UInt64 = 0
    for lane in 0..<32 {
      let (result, doubt) = fast(a[lane], b[lane], c[lane])
      values[lane] = result
      doubts |= doubt
    }
    if doubts != 0 { for lane in 0..<32 { values[lane] = exact(a[lane], b[lane], c[lane]) } }
    commit(values, instruction.pointee.result, lanes)
  }

  /// The first source where a predicate is true, else the second.
  @inline(__always)
  func select<Value: BitwiseCopyable>(
    _ type: Value.Type, _ instruction: UnsafeMutablePointer<DecodedInstruction>, _ lanes: Lanes
  ) {
    let a: UnsafeMutablePointer<Value> = start(lanes, instruction.pointee.a)
    let b: UnsafeMutablePointer<Value> = start(lanes, instruction.pointee.b)
    let chosen = lanes.predicate(instruction.pointee.extra)
    let values = scratch.assumingMemoryBound(to: Value.self)
    let bits = laneBits
    for lane in 0..<32 { values[lane] = chosen & bits[lane] != 0 ? a[lane] : b[lane] }
    commit(values, instruction.pointee.result, lanes)
  }

  /// The lanes in which `body` is true.
  @inline(__always)
  func find<Value: BitwiseCopyable>(
    _ a: Int32, _ b: Int32, _ lanes: Lanes, _ body: (Value, Value) -> Bool
  ) -> UInt32 {
    let a: UnsafeMutablePointer<Value> = start(lanes, a)
    let b: UnsafeMutablePointer<Value> = start(lanes, b)
    let flags = scratch.assumingMemoryBound(to: UInt8.self)
    for lane in 0..<32 { flags[lane] = body(a[lane], b[lane]) ? 1 : 0 }
    var found: UInt32 = 0
    for group in 0..<4 {
      // The product gathers the lowest bits of eight bytes in the highest byte.
      let bytes = scratch.load(fromByteOffset: group * 8, as: UInt64.self)
      let bits = (bytes &* 0x0102_0408_1020_4080) >> 56
      found |= UInt32(truncatingIfNeeded: bits) << UInt32(group * 8)
    }
    return found
  }
}
