import Testing

/// Comparisons of places in a range with one number, which are computed as comparisons of distances.
@Suite struct ComparedDistanceTests {
  /// Numbers at which a difference could overflow or a place be the last.
  private static let numbers: [Int32] = [
    .min, .min + 1, -1025, -1, 0, 1, 31, 32, 127, 500, 1023, 1024, .max - 1, .max,
  ]

  /// A kernel that writes whether each of 1024 places from `start` on compares to `n`.
  private func kernel(_ predicate: String, start: Int, isSwapped: Bool) -> String {
    let operands = isSwapped ? "%ns, %places" : "%places, %ns"
    return """
      module {
        tt.func public @compare(%y: !tt.ptr<i8>, %p: !tt.ptr<i32>) {
          %n = tt.load %p : !tt.ptr<i32>
          %places = tt.make_range {end = \(start + 1024) : i32, start = \(start) : i32} : tensor<1024xi32>
          %range = tt.make_range {end = 1024 : i32, start = 0 : i32} : tensor<1024xi32>
          %ns = tt.splat %n : i32 -> tensor<1024xi32>
          %m = arith.cmpi \(predicate), \(operands) : tensor<1024xi32>
          %v = arith.extui %m : tensor<1024xi1> to tensor<1024xi8>
          %ys = tt.splat %y : !tt.ptr<i8> -> tensor<1024x!tt.ptr<i8>>
          %qs = tt.addptr %ys, %range : tensor<1024x!tt.ptr<i8>>, tensor<1024xi32>
          tt.store %qs, %v : tensor<1024x!tt.ptr<i8>>
          tt.return
        }
      }
      """
  }

  @Test(
    arguments: ["slt", "sle", "sgt", "sge", "ult", "uge", "eq", "ne"], [0, 7, 2_147_482_623])
  func resultsAreTheInterpreters(predicate: String, start: Int) throws {
    for isSwapped in [false, true] {
      let text = kernel(predicate, start: start, isSwapped: isSwapped)
      for number in Self.numbers {
        let run = try ComparedRun(
          text,
          buffers: [
            Array(repeating: 9, count: 1024),
            ComparedRun.bytes(UInt64(UInt32(bitPattern: number)), count: 4),
          ], warps: 2)
        #expect(run.found == run.expected, "\(predicate) \(number) from \(start)")
      }
    }
  }

  /// A run of places that compare alike has one comparison, also where each element is used.
  @Test func aRunIsComparedOnce() throws {
    let text = """
      module {
        tt.func public @choose(%x: !tt.ptr<f32> {tt.divisibility = 16 : i32}, \
      %n: i32 {tt.divisibility = 16 : i32}) {
          %places = tt.make_range {end = 1024 : i32, start = 0 : i32} : tensor<1024xi32>
          %ns = tt.splat %n : i32 -> tensor<1024xi32>
          %m = arith.cmpi slt, %places, %ns : tensor<1024xi32>
          %xs = tt.splat %x : !tt.ptr<f32> -> tensor<1024x!tt.ptr<f32>>
          %ps = tt.addptr %xs, %places : tensor<1024x!tt.ptr<f32>>, tensor<1024xi32>
          %v = tt.load %ps, %m : tensor<1024x!tt.ptr<f32>>
          %zero = arith.constant dense<1.0> : tensor<1024xf32>
          %d = arith.addf %v, %v : tensor<1024xf32>
          %w = arith.select %m, %d, %zero : tensor<1024xi1>, tensor<1024xf32>
          tt.store %ps, %w : tensor<1024x!tt.ptr<f32>>
          tt.return
        }
      }
      """
    let found = try CompiledText(text).opcodes
    #expect(found.count { $0 == "selp.f32" } == 8)
    #expect(found.count { $0 == "setp.gt.s32" } == 2)
  }

  @Test func numbersWithSignAreComparedAsDistances() throws {
    let found = try CompiledText(kernel("slt", start: 0, isSwapped: false)).opcodes
    #expect(found.count { $0 == "setp.gt.s32" } == 8)
    #expect(found.count { $0 == "sub.s32" } == 1)
  }

  @Test func numbersWithoutSignAreComparedAsTheyAre() throws {
    let found = try CompiledText(kernel("ult", start: 0, isSwapped: false)).opcodes
    #expect(found.count { $0 == "setp.lt.u32" } == 8)
  }
}
