import Testing

/// How loops carry tiles.
@Suite struct CarriedTileTests {
  /// A kernel whose loop carries a tile of `type`, which it loads in each round for the next.
  private func loop(_ type: String) -> String {
    let tile = "tensor<1024x\(type)>"
    let pointers = "tensor<1024x!tt.ptr<\(type)>>"
    return """
      module {
        tt.func public @next(%x: !tt.ptr<\(type)> {tt.divisibility = 16 : i32}, %n: i32) {
          %c0 = arith.constant 0 : i32
          %c1 = arith.constant 1 : i32
          %i = tt.make_range {end = 1024 : i32, start = 0 : i32} : tensor<1024xi32>
          %xs = tt.splat %x : !tt.ptr<\(type)> -> \(pointers)
          %ps = tt.addptr %xs, %i : \(pointers), tensor<1024xi32>
          %first = tt.load %ps : \(pointers)
          %last = scf.for %k = %c0 to %n step %c1 iter_args(%v = %first) -> (\(tile)) : i32 {
            %ks = tt.splat %k : i32 -> tensor<1024xi32>
            %qs = tt.addptr %ps, %ks : \(pointers), tensor<1024xi32>
            tt.store %qs, %v : \(pointers)
            %w = tt.load %ps : \(pointers)
            scf.yield %w : \(tile)
          }
          tt.store %ps, %last : \(pointers)
          tt.return
        }
      }
      """
  }

  /// How often each move between registers stands in the kernel.
  private func moves(_ type: String) throws -> [String: Int] {
    try CompiledText(loop(type)).opcodes.filter { $0.hasPrefix("mov.") }
      .reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// 8 numbers for each thread, in 4 registers as they were loaded, and none in a half of one.
  @Test(arguments: ["f16", "bf16", "i16"])
  func numbersOf16BitsAreCarriedInPairs(type: String) throws {
    #expect(try moves(type)["mov.b16"] == nil)
  }

  @Test func numbersOf32BitsAreCarriedAsTheyAre() throws {
    #expect(try moves("f32")["mov.f32"] == 16)
  }
}
