import Testing

/// How loops carry tiles, and where tiles change hands around them.
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

  /// A transposed tile that is widened before it is stored: what changes hands is narrow.
  @Test func narrowElementsChangeHands() throws {
    func bytes(stored: String, after body: String = "") throws -> Int {
      let text = """
        module {
          tt.func public @turn(%x: !tt.ptr<f16> {tt.divisibility = 16 : i32}, \
        %y: !tt.ptr<f32> {tt.divisibility = 16 : i32}) {
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
            %v = tt.load %ps : tensor<64x64x!tt.ptr<f16>>
            %t = tt.trans %v {order = array<i32: 1, 0>} : tensor<64x64xf16> -> tensor<64x64xf16>
            %w = arith.extf %t : tensor<64x64xf16> to tensor<64x64xf32>
            \(body)
            %ys = tt.splat %y : !tt.ptr<f32> -> tensor<64x64x!tt.ptr<f32>>
            %qs = tt.addptr %ys, %at : tensor<64x64x!tt.ptr<f32>>, tensor<64x64xi32>
            tt.store %qs, \(stored) : tensor<64x64x!tt.ptr<f32>>
            tt.return
          }
        }
        """
      return try CompiledText(text).opcodes.filter { $0.hasPrefix("ld.shared") }.reduce(0) {
        let count = $1.contains(".v4") ? 4 : $1.contains(".v2") ? 2 : 1
        return $0 + count * ($1.hasSuffix("32") ? 4 : 2)
      }
    }
    // Each of 128 threads has 32 of the 4096 elements.
    #expect(try bytes(stored: "%w") == 32 * 2)
    let sum = "%r = arith.addf %w, %w : tensor<64x64xf32>"
    #expect(try bytes(stored: "%r", after: sum) == 32 * 4)
  }
}
