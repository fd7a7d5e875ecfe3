/// Loops over the lanes of a warp that compilers turn into vector instructions.
///
/// Eight lanes at a time are computed before they are stored: a result may lie on a source, but
/// then each lane on itself, and eight lanes fit the registers of any host.
extension Block {
  @inline(__always)
  private func start<Value>(_ lanes: Lanes, _ place: Int32) -> UnsafeMutablePointer<Value> {
    (lanes.registers + Int(place)).assumingMemoryBound(to: Value.self)
  }

  /// Where results go: the register if all lanes execute, else memory from which `commit` takes
  /// those that count.
  @inline(__always)
  private func target<Value: SIMDScalar>(
    _ lanes: Lanes, _ place: Int32, _ type: Value.Type
  ) -> UnsafeMutablePointer<SIMD8<Value>> {
    (lanes.mask == .max ? lanes.registers + Int(place) : scratch)
      .assumingMemoryBound(to: SIMD8<Value>.self)
  }

  /// Moves results that did not go to their register there, in the lanes that execute.
  @inline(__always)
  private func commit<Value: SIMDScalar>(_ lanes: Lanes, _ place: Int32, _ type: Value.Type) {
    if lanes.mask == .max { return }
    let values = scratch.assumingMemoryBound(to: Value.self)
    let target: UnsafeMutablePointer<Value> = start(lanes, place)
    lanes.forEachLane { target[$0] = values[$0] }
  }

  @inline(__always)
  func map<A: BitwiseCopyable, Result: SIMDScalar>(
    _ instruction: UnsafeMutablePointer<DecodedInstruction>, _ lanes: Lanes,
    _ body: (A) -> Result
  ) {
    map(instruction.pointee.a, to: instruction.pointee.result, lanes, body)
  }

  @inline(__always)
  private func map<A: BitwiseCopyable, Result: SIMDScalar>(
    _ source: Int32, to place: Int32, _ lanes: Lanes, _ body: (A) -> Result
  ) {
    let a: UnsafeMutablePointer<A> = start(lanes, source)
    let target = target(lanes, place, Result.self)
    for group in 0..<4 {
      let a = a + group * 8
      var values = SIMD8<Result>()
      for lane in 0..<8 { values[lane] = body(a[lane]) }
      target[group] = values
    }
    commit(lanes, place, Result.self)
  }

  @inline(__always)
  func map<A: BitwiseCopyable, B: BitwiseCopyable, Result: SIMDScalar>(
    _ instruction: UnsafeMutablePointer<DecodedInstruction>, _ lanes: Lanes,
    _ body: (A, B) -> Result
  ) {
    let a: UnsafeMutablePointer<A> = start(lanes, instruction.pointee.a)
    let b: UnsafeMutablePointer<B> = start(lanes, instruction.pointee.b)
    let target = target(lanes, instruction.pointee.result, Result.self)
    for group in 0..<4 {
      let (a, b) = (a + group * 8, b + group * 8)
      var values = SIMD8<Result>()
      for lane in 0..<8 { values[lane] = body(a[lane], b[lane]) }
      target[group] = values
    }
    commit(lanes, instruction.pointee.result, Result.self)
  }

  @inline(__always)
  func map<
    A: BitwiseCopyable, B: BitwiseCopyable, C: BitwiseCopyable, Result: SIMDScalar
  >(
    _ instruction: UnsafeMutablePointer<DecodedInstruction>, _ lanes: Lanes,
    _ body: (A, B, C) -> Result
  ) {
    let a: UnsafeMutablePointer<A> = start(lanes, instruction.pointee.a)
    let b: UnsafeMutablePointer<B> = start(lanes, instruction.pointee.b)
    let c: UnsafeMutablePointer<C> = start(lanes, instruction.pointee.c)
    let target = target(lanes, instruction.pointee.result, Result.self)
    for group in 0..<4 {
      let (a, b, c) = (a + group * 8, b + group * 8, c + group * 8)
      var values = SIMD8<Result>()
      for lane in 0..<8 { values[lane] = body(a[lane], b[lane], c[lane]) }
      target[group] = values
    }
    commit(lanes, instruction.pointee.result, Result.self)
  }

  /// Three floats make one; where `fast` doubts its result in any of eight lanes, `exact` computes
  /// them.
  @inline(__always)
  func mapDoubting(
    _ instruction: UnsafeMutablePointer<DecodedInstruction>, _ lanes: Lanes,
    fast: (Float, Float, Float) -> (result: Float, doubt: UInt64),
    exact: (Float, Float, Float) -> Float
  ) {
    let a: UnsafeMutablePointer<Float> = start(lanes, instruction.pointee.a)
    let b: UnsafeMutablePointer<Float> = start(lanes, instruction.pointee.b)
    let c: UnsafeMutablePointer<Float> = start(lanes, instruction.pointee.c)
    let target = target(lanes, instruction.pointee.result, Float.self)
    for group in 0..<4 {
      let (a, b, c) = (a + group * 8, b + group * 8, c + group * 8)
      var values = SIMD8<Float>()
      var doubts: UInt64 = 0
      for lane in 0..<8 {
        let (result, doubt) = fast(a[lane], b[lane], c[lane])
        values[lane] = result
        doubts |= doubt
      }
      if doubts != 0 { for lane in 0..<8 { values[lane] = exact(a[lane], b[lane], c[lane]) } }
      target[group] = values
    }
    commit(lanes, instruction.pointee.result, Float.self)
  }

  /// The first source where a predicate is true, else the second.
  @inline(__always)
  func select<Value: SIMDScalar>(
    _ type: Value.Type, _ instruction: UnsafeMutablePointer<DecodedInstruction>, _ lanes: Lanes
  ) {
    let a: UnsafeMutablePointer<Value> = start(lanes, instruction.pointee.a)
    let b: UnsafeMutablePointer<Value> = start(lanes, instruction.pointee.b)
    let chosen = lanes.predicate(instruction.pointee.extra)
    let target = target(lanes, instruction.pointee.result, Value.self)
    for group in 0..<4 {
      let (a, b, bits) = (a + group * 8, b + group * 8, laneBits + group * 8)
      var values = SIMD8<Value>()
      for lane in 0..<8 { values[lane] = chosen & bits[lane] != 0 ? a[lane] : b[lane] }
      target[group] = values
    }
    commit(lanes, instruction.pointee.result, Value.self)
  }

  /// The lower half of a register in the place of the result, the upper one in that of the second
  /// source. Registers of different sizes never share a place.
  @inline(__always)
  func split<Whole: FixedWidthInteger & BitwiseCopyable>(
    _ type: Whole.Type, _ instruction: UnsafeMutablePointer<DecodedInstruction>, _ lanes: Lanes
  ) {
    let half = Whole(Whole.bitWidth / 2)
    let (a, low) = (instruction.pointee.a, instruction.pointee.result)
    map(a, to: low, lanes) { (whole: Whole) in
      UInt32(truncatingIfNeeded: whole & (1 &<< half &- 1))
    }
    map(a, to: instruction.pointee.b, lanes) { (whole: Whole) in
      UInt32(truncatingIfNeeded: whole &>> half)
    }
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
