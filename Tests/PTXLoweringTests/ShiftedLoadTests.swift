import Testing

/// Loads that may read whole vectors around elements which start anywhere.
@Suite struct ShiftedLoadTests {
  /// A kernel that copies `count` elements of `type` from as many elements behind `%x` as `%o` says to
  /// `%y`; with a mask if the number behind that is not 0, and -1 otherwise.
  private func copy(_ type: String, count: Int, isMasked: Bool = false) -> String {
    let (tile, pointers) = ("tensor<\(count)x\(type)>", "tensor<\(count)x!tt.ptr<\(type)>>")
    let operands = isMasked ? "%ps, %ms, %other" : "%ps"
    return """
      module {
        tt.func public @shift(%x: !tt.ptr<\(type)> {tt.divisibility = 16 : i32}, \
      %y: !tt.ptr<\(type)> {tt.divisibility = 16 : i32}, %o: !tt.ptr<i32>) {
          %one = arith.constant 1 : i32
          %zero = arith.constant 0 : i32
          %other = arith.constant dense<-1> : \(tile)
          %start = tt.load %o : !tt.ptr<i32>
          %next = tt.addptr %o, %one : !tt.ptr<i32>, i32
          %isRead = tt.load %next : !tt.ptr<i32>
          %m = arith.cmpi ne, %isRead, %zero : i32
          %ms = tt.splat %m : i1 -> tensor<\(count)xi1>
          %i = tt.make_range {end = \(count) : i32, start = 0 : i32} : tensor<\(count)xi32>
          %starts = tt.splat %start : i32 -> tensor<\(count)xi32>
          %at = arith.addi %starts, %i : tensor<\(count)xi32>
          %xs = tt.splat %x : !tt.ptr<\(type)> -> \(pointers)
          %ps = tt.addptr %xs, %at : \(pointers), tensor<\(count)xi32>
          %v = tt.load \(operands) {nereid.whole_vectors = true} : \(pointers)
          %ys = tt.splat %y : !tt.ptr<\(type)> -> \(pointers)
          %qs = tt.addptr %ys, %i : \(pointers), tensor<\(count)xi32>
          tt.store %qs, %v : \(pointers)
          tt.return
        }
      }
      """
  }

  /// Copies from `start` elements behind the start of a buffer with `extra` elements more than needed.
  private func check(
    _ type: String, size: Int, count: Int, start: Int, extra: Int, isRead: Bool? = nil
  ) throws {
    let source = (0..<(count + extra) * size).map { UInt8(truncatingIfNeeded: $0 * 31 + $0 / 256) }
    let choice = [UInt64(start), isRead == false ? 0 : 1].flatMap {
      ComparedRun.bytes($0, count: 4)
    }
    let run = try ComparedRun(
      copy(type, count: count, isMasked: isRead != nil),
      buffers: [source, Array(repeating: 0, count: count * size), choice])
    let wanted =
      isRead == false
      ? Array(repeating: 0xFF, count: count * size)
      : Array(source[(start * size)..<((start + count) * size)])
    #expect(run.expected[1] == wanted)
    #expect(run.found[1] == wanted)
  }

  @Test(arguments: [("i8", 1), ("i16", 2), ("i32", 4), ("i64", 8)], [1, 2, 4, 8, 16, 32])
  func elementsComeFromWhereverTheyStart(_ type: (name: String, size: Int), perThread: Int) throws {
    for start in 0...16 {
      try check(type.name, size: type.size, count: 128 * perThread, start: start, extra: 16)
    }
  }

  /// The emulator reports what is read outside of a buffer.
  @Test(arguments: [("i8", 1), ("i16", 2), ("i32", 4)])
  func nothingIsReadBeyondTheVectorsAroundElements(_ type: (name: String, size: Int)) throws {
    let vector = 16 / type.size
    for start in 0...vector {
      let extra = start == 0 ? 0 : vector
      try check(type.name, size: type.size, count: 128 * vector, start: start, extra: extra)
    }
  }

  @Test(arguments: [("i8", 1), ("i16", 2), ("i32", 4)], [true, false])
  func aMaskOfAllElementsIsHeeded(_ type: (name: String, size: Int), isRead: Bool) throws {
    for start in [0, 1, 2, 3, 5, 11, isRead ? 16 : 1 << 20] {
      try check(
        type.name, size: type.size, count: 1024, start: start, extra: 16, isRead: isRead)
    }
  }

  /// How often each opcode stands in `text`.
  private func opcodes(_ text: String) throws -> [String: Int] {
    try CompiledText(text).opcodes.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  @Test func eightHalvesAreThreeLoads() throws {
    let found = try opcodes(copy("i16", count: 1024))
    #expect(found["ld.global.v2.b32"] == 3)
    #expect(found["ld.global.u16"] == nil)
    #expect(found["selp.b32"] == 5)
    #expect(found["shf.r.wrap.b32"] == 4)
  }

  @Test func runsAtFixedDistancesShareWhatIsComputedOfTheirAddress() throws {
    let found = try opcodes(copy("i16", count: 4096))
    #expect(found["ld.global.v2.b32"] == 12)
    #expect(found["setp.ne.s32"] == 1)
    #expect(found["and.b64"] == 2)
  }

  @Test func elementsOf64BitsAreReadEach() throws {
    let found = try opcodes(copy("i64", count: 1024))
    #expect(found["ld.global.b64"] == 8)
    #expect(found["selp.b64"] == nil)
  }

  @Test func withoutThePromiseElementsAreReadEach() throws {
    let text = copy("i16", count: 1024).replacing(" {nereid.whole_vectors = true}", with: "")
    let found = try opcodes(text)
    #expect(found["ld.global.u16"] == 8)
    #expect(found["shf.r.wrap.b32"] == nil)
  }

  @Test func volatileElementsAreReadOnce() throws {
    let text = copy("i16", count: 1024).replacing(
      "{nereid.whole_vectors = true}", with: "{isVolatile = true, nereid.whole_vectors = true}")
    #expect(try opcodes(text)["ld.volatile.global.u16"] == 8)
    let uncached = copy("i16", count: 1024).replacing(
      "%ps {nereid", with: "%ps cacheModifier = cv {nereid")
    #expect(try opcodes(uncached)["ld.volatile.global.u16"] == 8)
  }

  @Test func whatIsAlignedIsReadAsItIs() throws {
    let text = copy("i16", count: 1024).replacing("%ps, %at", with: "%ps, %i").replacing(
      "tt.addptr %xs, %at", with: "tt.addptr %xs, %i")
    #expect(try opcodes(text)["ld.global.v4.b32"] == 1)
  }

  /// Rows of a matrix start at different distances behind a multiple of 16 bytes.
  @Test(arguments: [1, 4], [37, 64, 67])
  func eachRowHasADistanceOfItsOwn(warps: Int, stride: Int) throws {
    let text = """
      module {
        tt.func public @rows(%x: !tt.ptr<i16> {tt.divisibility = 16 : i32}, %y: !tt.ptr<i16>) {
          %r = tt.make_range {end = 32 : i32, start = 0 : i32} : tensor<32xi32>
          %c = tt.make_range {end = 32 : i32, start = 0 : i32} : tensor<32xi32>
          %r2 = tt.expand_dims %r {axis = 1 : i32} : tensor<32xi32> -> tensor<32x1xi32>
          %c2 = tt.expand_dims %c {axis = 0 : i32} : tensor<32xi32> -> tensor<1x32xi32>
          %a = tt.broadcast %r2 : tensor<32x1xi32> -> tensor<32x32xi32>
          %b = tt.broadcast %c2 : tensor<1x32xi32> -> tensor<32x32xi32>
          %stride = arith.constant dense<\(stride)> : tensor<32x32xi32>
          %width = arith.constant dense<32> : tensor<32x32xi32>
          %start = arith.muli %a, %stride : tensor<32x32xi32>
          %from = arith.addi %start, %b : tensor<32x32xi32>
          %line = arith.muli %a, %width : tensor<32x32xi32>
          %to = arith.addi %line, %b : tensor<32x32xi32>
          %xs = tt.splat %x : !tt.ptr<i16> -> tensor<32x32x!tt.ptr<i16>>
          %ps = tt.addptr %xs, %from : tensor<32x32x!tt.ptr<i16>>, tensor<32x32xi32>
          %v = tt.load %ps {nereid.whole_vectors = true} : tensor<32x32x!tt.ptr<i16>>
          %ys = tt.splat %y : !tt.ptr<i16> -> tensor<32x32x!tt.ptr<i16>>
          %qs = tt.addptr %ys, %to : tensor<32x32x!tt.ptr<i16>>, tensor<32x32xi32>
          tt.store %qs, %v : tensor<32x32x!tt.ptr<i16>>
          tt.return
        }
      }
      """
    let values = (0..<(32 * 72)).flatMap { ComparedRun.bytes(UInt64($0 * 7919 % 10007), count: 2) }
    let run = try ComparedRun(
      text, buffers: [values, Array(repeating: 0, count: 2048)], warps: warps)
    #expect(run.found == run.expected)
    #expect(run.found[1].contains { $0 != 0 })
  }
}
