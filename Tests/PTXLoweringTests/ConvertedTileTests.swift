import Testing

/// Where tiles change hands between what is held in one way and what needs it in another.
@Suite struct ConvertedTileTests {
  /// A kernel that turns a matrix of 64 by 64 halves: `%t` is held along its columns, and what stands
  /// along rows in `%p16` and `%p32` needs it along rows.
  private func kernel(_ body: String) -> String {
    """
    module {
      tt.func public @turn(%x: !tt.ptr<f16> {tt.divisibility = 16 : i32}, \
    %y16: !tt.ptr<f16> {tt.divisibility = 8 : i32}, \
    %y32: !tt.ptr<f32> {tt.divisibility = 16 : i32}, %n: i32) {
        %c0 = arith.constant 0 : i32
        %c1 = arith.constant 1 : i32
        %i = tt.make_range {end = 64 : i32, start = 0 : i32} : tensor<64xi32>
        %c64 = arith.constant dense<64> : tensor<64x1xi32>
        %column = tt.expand_dims %i {axis = 1 : i32} : tensor<64xi32> -> tensor<64x1xi32>
        %row = tt.expand_dims %i {axis = 0 : i32} : tensor<64xi32> -> tensor<1x64xi32>
        %start = arith.muli %column, %c64 : tensor<64x1xi32>
        %starts = tt.broadcast %start : tensor<64x1xi32> -> tensor<64x64xi32>
        %rows = tt.broadcast %row : tensor<1x64xi32> -> tensor<64x64xi32>
        %at = arith.addi %starts, %rows : tensor<64x64xi32>
        %xs = tt.splat %x : !tt.ptr<f16> -> tensor<64x64x!tt.ptr<f16>>
        %ps = tt.addptr %xs, %at : tensor<64x64x!tt.ptr<f16>>, tensor<64x64xi32>
        %y16s = tt.splat %y16 : !tt.ptr<f16> -> tensor<64x64x!tt.ptr<f16>>
        %p16 = tt.addptr %y16s, %at : tensor<64x64x!tt.ptr<f16>>, tensor<64x64xi32>
        %y32s = tt.splat %y32 : !tt.ptr<f32> -> tensor<64x64x!tt.ptr<f32>>
        %p32 = tt.addptr %y32s, %at : tensor<64x64x!tt.ptr<f32>>, tensor<64x64xi32>
        %v = tt.load %ps : tensor<64x64x!tt.ptr<f16>>
        %t = tt.trans %v {order = array<i32: 1, 0>} : tensor<64x64xf16> -> tensor<64x64xf16>
        %w = arith.extf %t : tensor<64x64xf16> to tensor<64x64xf32>
        \(body)
        tt.return
      }
    }
    """
  }

  /// The opcodes that matter for the order of exchanges, each once for a run of it.
  private func order(_ body: String) throws -> [String] {
    var result: [String] = []
    for opcode in try CompiledText(kernel(body)).opcodes {
      let parts = ["ld.global", "st.global", "st.shared", "ld.shared", "bra"]
      guard let part = parts.first(where: { opcode.hasPrefix($0) }) else { continue }
      if result.last != part { result.append(part) }
    }
    return result
  }

  private let again = "%u = tt.load %ps : tensor<64x64x!tt.ptr<f16>>"
  private let narrow = "tt.store %p16, %t : tensor<64x64x!tt.ptr<f16>>"
  private let wide = "tt.store %p32, %w : tensor<64x64x!tt.ptr<f32>>"

  /// Of a tile that is widened before it is stored the narrow one changes hands.
  @Test func narrowElementsChangeHands() throws {
    func bytes(_ body: String) throws -> Int {
      try CompiledText(kernel(body)).opcodes.filter { $0.hasPrefix("ld.shared") }.reduce(0) {
        let count = $1.contains(".v4") ? 4 : $1.contains(".v2") ? 2 : 1
        return $0 + count * ($1.hasSuffix("32") ? 4 : 2)
      }
    }
    // Each of 128 threads has 32 of the 4096 elements.
    #expect(try bytes(wide) == 32 * 2)
    let sum = """
      %r = arith.addf %w, %w : tensor<64x64xf32>
      tt.store %p32, %r : tensor<64x64x!tt.ptr<f32>>
      """
    #expect(try bytes(sum) == 32 * 4)
  }

  @Test func loadsAreNotHeldUp() throws {
    let stored = "tt.store %p16, %u : tensor<64x64x!tt.ptr<f16>>"
    #expect(
      try order("\(again)\n\(wide)\n\(stored)").prefix(3)
        == ["ld.global", "st.shared", "ld.shared"])
  }

  @Test func whatALoopNeedsIsExchangedBeforeIt() throws {
    let loop = "scf.for %k = %c0 to %n step %c1 : i32 {\n\(wide)\n}"
    #expect(
      try order(loop) == ["ld.global", "st.shared", "ld.shared", "bra", "st.global", "bra"])
  }

  /// The halves are exchanged for their own sake first, behind where the wide tile is made, which a loop
  /// needs.
  @Test func aCopyThatIsThereServesALoopBehindIt() throws {
    let loop = "scf.for %k = %c0 to %n step %c1 : i32 {\n\(wide)\n}"
    #expect(
      try order("\(narrow)\n\(loop)")
        == ["ld.global", "st.shared", "ld.shared", "st.global", "bra", "st.global", "bra"])
  }
}
