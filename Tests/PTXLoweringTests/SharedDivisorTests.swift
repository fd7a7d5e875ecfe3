import Testing

/// Tiles divided by one number, which is looked at once, and exponentials: both without predicates
/// while there are registers left.
@Suite struct SharedDivisorTests {
  /// Programs divide the same numbers, each by one of its own: zeros, subnormal and infinite numbers,
  /// and those whose reciprocals are subnormal, are among both.
  @Test func quotientsAreWithinTwoUnits() throws {
    let dividends = NotableNumbers.patterns(width: 32, count: 1024)
    let divisors = NotableNumbers.patterns(width: 32, count: 700)
    let text = """
      module {
        tt.func public @divide(%x: !tt.ptr<f32>, %y: !tt.ptr<f32>, %z: !tt.ptr<f32>) {
          %pid = tt.get_program_id x : i32
          %count = arith.constant 1024 : i32
          %range = tt.make_range {end = 1024 : i32, start = 0 : i32} : tensor<1024xi32>
          %xs = tt.splat %x : !tt.ptr<f32> -> tensor<1024x!tt.ptr<f32>>
          %px = tt.addptr %xs, %range : tensor<1024x!tt.ptr<f32>>, tensor<1024xi32>
          %dividends = tt.load %px : tensor<1024x!tt.ptr<f32>>
          %py = tt.addptr %y, %pid : !tt.ptr<f32>, i32
          %divisor = tt.load %py : !tt.ptr<f32>
          %divisors = tt.splat %divisor : f32 -> tensor<1024xf32>
          %quotients = arith.divf %dividends, %divisors : tensor<1024xf32>
          %row = arith.muli %pid, %count : i32
          %pz = tt.addptr %z, %row : !tt.ptr<f32>, i32
          %zs = tt.splat %pz : !tt.ptr<f32> -> tensor<1024x!tt.ptr<f32>>
          %places = tt.addptr %zs, %range : tensor<1024x!tt.ptr<f32>>, tensor<1024xi32>
          tt.store %places, %quotients : tensor<1024x!tt.ptr<f32>>
          tt.return
        }
      }
      """
    let bytes = { (numbers: [UInt64]) in numbers.flatMap { ComparedRun.bytes($0, count: 4) } }
    let run = try ComparedRun(
      text,
      buffers: [
        bytes(dividends), bytes(divisors),
        Array(repeating: 9, count: 4 * dividends.count * divisors.count),
      ], programs: divisors.count)
    let expected = ComparedRun.numbers(run.expected[2], count: 4)
    let found = ComparedRun.numbers(run.found[2], count: 4)
    for index in expected.indices {
      let distance = UnitsOfLastPlace.distance(expected[index], found[index], .f32)
      let (x, y) = (dividends[index % 1024], divisors[index / 1024])
      #expect(
        distance <= 2 || isTiny(expected[index]) && isTiny(found[index]),
        "\(x) / \(y) is \(expected[index]), not \(found[index])")
    }
  }

  /// One that the other sign of, or zero, is only a unit away from.
  private func isTiny(_ bits: UInt64) -> Bool { bits & 0x7FFF_FFFF <= 1 }

  @Test(arguments: [4, 1])
  func tilesThatFillTheRegistersAreDividedByOneInstruction(warps: Int) throws {
    let opcodes = try CompiledText(kernel("divf %v, %s", size: 8192), warps: warps).opcodes
    #expect(opcodes.contains("div.full.f32") == (warps == 1))
    #expect(opcodes.contains("rcp.approx.ftz.f32") == (warps == 4))
  }

  @Test func divisorsOfOneElementEachAreNotLookedAtApart() throws {
    let opcodes = try CompiledText(kernel("divf %v, %v", size: 1024)).opcodes
    #expect(opcodes.count { $0 == "div.full.f32" } == 8)
    #expect(!opcodes.contains("rcp.approx.ftz.f32"))
  }

  @Test(arguments: [4, 1])
  func exponentialsOfTilesThatFillTheRegistersAreOneInstruction(warps: Int) throws {
    let opcodes = try CompiledText(kernel("exp %v", of: "math", size: 8192), warps: warps).opcodes
    #expect(opcodes.contains("ex2.approx.f32") == (warps == 1))
    #expect(opcodes.contains("ex2.approx.ftz.f32") == (warps == 4))
  }

  /// A kernel that computes `operation` of a tile `%v` of `size` elements and of one number for all,
  /// `%s`.
  private func kernel(_ operation: String, of dialect: String = "arith", size: Int) -> String {
    """
    module {
      tt.func public @compute(%x: !tt.ptr<f32>, %y: f32) {
        %range = tt.make_range {end = \(size) : i32, start = 0 : i32} : tensor<\(size)xi32>
        %xs = tt.splat %x : !tt.ptr<f32> -> tensor<\(size)x!tt.ptr<f32>>
        %px = tt.addptr %xs, %range : tensor<\(size)x!tt.ptr<f32>>, tensor<\(size)xi32>
        %v = tt.load %px : tensor<\(size)x!tt.ptr<f32>>
        %s = tt.splat %y : f32 -> tensor<\(size)xf32>
        %result = \(dialect).\(operation) : tensor<\(size)xf32>
        tt.store %px, %result : tensor<\(size)x!tt.ptr<f32>>
        tt.return
      }
    }
    """
  }
}
