import Testing

/// How few instructions the addresses, masks and roundings of a tile take, and where more are needed.
@Suite struct AccessCostTests {
  /// The text of a kernel in which each of 128 threads copies 8 elements of 16 bits, those that
  /// stand before `n`.
  ///
  /// - Parameters:
  ///   - divisibility: what divides the pointers, in bytes, and `n`.
  ///   - distance: how many elements lie between the start of one and of the next.
  ///   - change: makes `%w`, which is stored, of `%v`, which was loaded.
  private static func copy(
    divisibility: Int, distance: Int = 1, change: String = "%w = arith.negf %v : tensor<1024xf16>"
  ) -> String {
    let hint = "{tt.divisibility = \(divisibility) : i32}"
    return """
      module {
        tt.func public @copy(%x: !tt.ptr<f16> \(hint), %y: !tt.ptr<f16> \(hint), %n: i32 \(hint)) {
          %range = tt.make_range {end = 1024 : i32, start = 0 : i32} : tensor<1024xi32>
          %d = arith.constant dense<\(distance)> : tensor<1024xi32>
          %i = arith.muli %range, %d : tensor<1024xi32>
          %ns = tt.splat %n : i32 -> tensor<1024xi32>
          %m = arith.cmpi slt, %range, %ns : tensor<1024xi32>
          %xs = tt.splat %x : !tt.ptr<f16> -> tensor<1024x!tt.ptr<f16>>
          %ps = tt.addptr %xs, %i : tensor<1024x!tt.ptr<f16>>, tensor<1024xi32>
          %v = tt.load %ps, %m : tensor<1024x!tt.ptr<f16>>
          \(change)
          %ys = tt.splat %y : !tt.ptr<f16> -> tensor<1024x!tt.ptr<f16>>
          %qs = tt.addptr %ys, %i : tensor<1024x!tt.ptr<f16>>, tensor<1024xi32>
          tt.store %qs, %w, %m : tensor<1024x!tt.ptr<f16>>
          tt.return
        }
      }
      """
  }

  /// Doubles in 32 bits and rounds.
  private static let rounding = """
    %f = arith.extf %v : tensor<1024xf16> to tensor<1024xf32>
    %s = arith.addf %f, %f : tensor<1024xf32>
    %w = arith.truncf %s : tensor<1024xf32> to tensor<1024xf16>
    """

  /// How often each opcode of `text` stands in the kernel.
  private func opcodes(_ text: String) throws -> [String: Int] {
    try CompiledText(text).opcodes.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  @Test func elementsOfARunAreReachedFromOneAddress() throws {
    let found = try opcodes(Self.copy(divisibility: 2))
    #expect(found["ld.global.u16"] == 8)
    #expect(found["st.global.b16"] == 8)
    #expect(found["mad.wide.s32"] == 2)
  }

  @Test func elementsApartHaveAddressesOfTheirOwn() throws {
    let found = try opcodes(Self.copy(divisibility: 2, distance: 3))
    #expect(found["ld.global.u16"] == 8)
    #expect(found["mad.wide.s32"] == 16)
  }

  @Test func equalElementsOfAMaskAreComparedOnce() throws {
    let found = try opcodes(Self.copy(divisibility: 16))
    #expect(found["ld.global.v4.b32"] == 1)
    #expect(found["setp.gt.s32"] == 1)
  }

  @Test func elementsOfAMaskThatMayDifferAreComparedEach() throws {
    let found = try opcodes(Self.copy(divisibility: 2))
    #expect(found["setp.gt.s32"] == 8)
    #expect(found["sub.s32"] == 1)
  }

  @Test func elementsOfHalfARegisterAreLoadedIntoAWholeOne() throws {
    let found = try opcodes(Self.copy(divisibility: 2))
    #expect(found["ld.global.b16"] == nil)
    // What takes the place of elements that are not there.
    #expect(found["mov.b16"] == nil)
    #expect(found["cvt.u16.u32"] == 8)
  }

  @Test func twoNumbersAreRoundedByOneInstruction() throws {
    let found = try opcodes(Self.copy(divisibility: 16, change: Self.rounding))
    #expect(found["cvt.rn.f16x2.f32"] == 4)
    #expect(found["cvt.rn.f16.f32"] == nil)
  }

  @Test func numbersThatAreStoredAloneAreRoundedAlone() throws {
    let found = try opcodes(Self.copy(divisibility: 2, change: Self.rounding))
    #expect(found["cvt.rn.f16.f32"] == 8)
    #expect(found["cvt.rn.f16x2.f32"] == nil)
  }

  @Test func halvesThatWereNotRoundedAreOnlyJoined() throws {
    let found = try opcodes(Self.copy(divisibility: 16))
    #expect(found["st.global.v4.b32"] == 1)
    #expect(found["cvt.rn.f16x2.f32"] == nil)
  }

  /// Kernels whose threads reach elements across rows, of which some runs are cut by other threads,
  /// leave what the interpreter leaves.
  @Test(arguments: [1, 2, 4, 8], ["0", "1"])
  func tilesOfRowsLeaveWhatTheInterpreterLeaves(warps: Int, axis: String) throws {
    let (row, column) = axis == "0" ? ("%a", "%b") : ("%b", "%a")
    let text = """
      module {
        tt.func public @rows(%x: !tt.ptr<i32>, %y: !tt.ptr<i32>) {
          %one = arith.constant dense<1> : tensor<32x16xi32>
          %r = tt.make_range {end = 32 : i32, start = 0 : i32} : tensor<32xi32>
          %c = tt.make_range {end = 16 : i32, start = 0 : i32} : tensor<16xi32>
          %r2 = tt.expand_dims %r {axis = 1 : i32} : tensor<32xi32> -> tensor<32x1xi32>
          %c2 = tt.expand_dims %c {axis = 0 : i32} : tensor<16xi32> -> tensor<1x16xi32>
          %a = tt.broadcast %r2 : tensor<32x1xi32> -> tensor<32x16xi32>
          %b = tt.broadcast %c2 : tensor<1x16xi32> -> tensor<32x16xi32>
          %stride = arith.constant dense<37> : tensor<32x16xi32>
          %start = arith.muli \(row), %stride : tensor<32x16xi32>
          %xs = tt.splat %x : !tt.ptr<i32> -> tensor<32x16x!tt.ptr<i32>>
          %x1 = tt.addptr %xs, %start : tensor<32x16x!tt.ptr<i32>>, tensor<32x16xi32>
          %ps = tt.addptr %x1, \(column) : tensor<32x16x!tt.ptr<i32>>, tensor<32x16xi32>
          %v = tt.load %ps : tensor<32x16x!tt.ptr<i32>>
          %ys = tt.splat %y : !tt.ptr<i32> -> tensor<32x16x!tt.ptr<i32>>
          %y1 = tt.addptr %ys, %start : tensor<32x16x!tt.ptr<i32>>, tensor<32x16xi32>
          %qs = tt.addptr %y1, \(column) : tensor<32x16x!tt.ptr<i32>>, tensor<32x16xi32>
          %w = arith.addi %v, %one : tensor<32x16xi32>
          tt.store %qs, %w : tensor<32x16x!tt.ptr<i32>>
          %o = tt.atomic_rmw add, relaxed, gpu, %qs, %v : \
      (tensor<32x16x!tt.ptr<i32>>, tensor<32x16xi32>) -> tensor<32x16xi32>
          tt.return
        }
      }
      """
    let values = (0..<(32 * 37)).flatMap { ComparedRun.bytes(UInt64($0 * 7919 % 10007), count: 4) }
    let run = try ComparedRun(
      text, buffers: [values, Array(repeating: 0, count: values.count)], warps: warps)
    #expect(run.found == run.expected)
    #expect(run.found[1].contains { $0 != 0 })
  }
}
